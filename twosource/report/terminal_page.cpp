#include "twosource/report/terminal_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "twosource/base/unicode.hpp"
#include "twosource/report/printable.hpp"

namespace twosource {
namespace {

constexpr std::size_t min_width = 40;    // below it no sentence can be read
constexpr std::size_t max_width = 120;   // above it the eye loses the line
constexpr std::size_t label_width = 12;  // two blanks, the longest label, two blanks
constexpr std::size_t mark_width = 4;    // "[12]", "?12"

}  // namespace

TerminalPage::TerminalPage(const TerminalStyle& style)
    : width_(std::clamp<std::size_t>(style.width, min_width, max_width)), color_(style.color) {}

std::size_t TerminalPage::text_width() const {
  return width_ - label_width;
}

std::string TerminalPage::styled(std::string_view code, std::string_view text) const {
  if (!color_ || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

void TerminalPage::heading(std::string_view text) {
  for (const std::string& piece : wrap_text(printable(text), width_)) {
    out_ += styled("1", piece) + '\n';
  }
}

void TerminalPage::line(std::string_view text) {
  for (const std::string& piece : wrap_text(printable(text), width_)) out_ += piece + '\n';
}

void TerminalPage::put_label(std::string_view label) {
  const std::string cell = "  " + fit_text(label, label_width - 2);
  out_ += label.empty() ? cell : styled("2", cell);
}

// Goes on behind what stands in the line already; `indent` columns of it are not the label's.
void TerminalPage::put(std::size_t indent, std::string_view text) {
  bool first = true;
  for (const std::string& piece : wrap_text(printable(text), text_width() - indent)) {
    if (!first) out_.append(label_width + indent, ' ');
    out_ += piece + '\n';
    first = false;
  }
}

void TerminalPage::entry(std::string_view label, std::string_view text) {
  put_label(label);
  put(0, text);
}

void TerminalPage::item(std::string_view label, std::string_view mark, std::string_view text) {
  put_label(label);
  const std::size_t wide = std::max(mark_width, display_width(mark) + 1);
  out_ += styled("1", fit_text(mark, wide));
  put(wide, text);
}

void TerminalPage::row(std::string_view label, const std::vector<Cell>& cells) {
  put_label(label);
  std::size_t left = text_width();
  std::string line;
  for (const Cell& cell : cells) {
    const std::size_t width = cell.width == 0 ? left : std::min(cell.width, left);
    line += fit_text(printable(cell.text), width);
    left -= width;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out_ += line + '\n';
}

void TerminalPage::blank() {
  out_ += '\n';
}

}  // namespace twosource

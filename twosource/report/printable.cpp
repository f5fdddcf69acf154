#include "twosource/report/printable.hpp"

#include <cstdint>

#include "twosource/base/unicode.hpp"

namespace twosource {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Format characters that show nothing and can turn, hide or annotate what follows them. U+200C and
// U+200D are the joiners that stay.
bool is_hidden_format(char32_t c) {
  return c == 0x00AD || c == 0x061C || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += c.size;
    if (is_space(c.value)) {
      blank = true;
    } else if (!is_control(c.value) && !is_hidden_format(c.value)) {
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out += to_utf8(c.value);
    }
  }
  return out;
}

std::vector<std::string> wrap_text(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::size_t i = 0; i <= text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    const std::string word = truncate_to_width(text.substr(i, end - i), width);
    const std::size_t columns = display_width(word);
    if (used > 0 && used + 1 + columns > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += columns + (used > 0 ? 1 : 0);
    i = end + 1;
  }
  return lines;
}

std::string fit_text(std::string_view text, std::size_t width) {
  std::string out = truncate_to_width(text, width);
  out.append(width - std::min(width, display_width(out)), ' ');
  return out;
}

}  // namespace twosource

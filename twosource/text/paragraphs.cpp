// Paragraphs of news text as it comes: from HTML and JSON with one line a paragraph, from agencies
// and mail with blank lines between, or hard-wrapped at some column.
//
// Problem. In "The mayor said on\nMonday she would go.\nThe council met." the first break is a
// matter of width and the second may be one of meaning.
//
// Idea. Whoever wraps a text puts on each line as many words as fit. So in a wrapped text, a line
// plus the first word of the next is wider than the widest line; a break where that word would
// have fitted was made by the writer. Paragraphs that merely have one line each show no such
// pattern: their lines end with sentences, and their lengths have nothing to do with each other.
//
// Cost. Two passes over the lines.
#include "twosource/text/paragraphs.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "twosource/base/unicode.hpp"
#include "twosource/text/spans.hpp"

namespace twosource {
namespace {

// Mail and wire services wrap at 60 to 80 columns, some editors at 100.
constexpr std::size_t widest_wrapped_line = 100;
// Narrower "lines" are lists, tables and verse.
constexpr std::size_t narrowest_wrapped_text = 40;

struct Line {
  Span content;                // without white space at either end
  std::size_t indent = 0;      // columns of white space before it
  std::size_t width = 0;       // columns up to the end of the content
  std::size_t first_word = 0;  // columns of its first word, with punctuation
};

std::size_t width_of(std::string_view text, std::size_t begin, std::size_t end) {
  return display_width(text.substr(begin, end - begin));
}

Line measure_line(std::string_view text, Span line) {
  Line measured;
  measured.content = trim(text, line);
  const Span content = measured.content;
  measured.indent = content.begin - line.begin;
  // Wider lines are only ever compared with the limit: no need to count their columns.
  measured.width = content.size() > 4 * widest_wrapped_line
                       ? content.size()
                       : measured.indent + width_of(text, content.begin, content.end);
  const std::string_view inside = slice(text, content);
  measured.first_word = display_width(
      inside.substr(0, std::min(inside.find_first_of(" \t"), 2 * widest_wrapped_line)));
  return measured;
}

bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

std::vector<Line> split_lines(std::string_view text, Span body) {
  std::vector<Line> lines;
  std::uint32_t begin = body.begin;
  while (begin < body.end) {
    std::uint32_t end = begin;
    while (end < body.end && !ends_line(text[end])) ++end;
    lines.push_back(measure_line(text, {begin, end}));
    const bool windows_break = end + 1 < body.end && text[end] == '\r' && text[end + 1] == '\n';
    begin = end + (windows_break ? 2 : 1);
  }
  return lines;
}

bool ends_mid_sentence(std::string_view text, const Line& line) {
  const char32_t last = code_point_before(text, line.content.end).value;
  return is_letter(last) || is_digit(last) || last == U',' || last == U'-';
}

// The width a text was wrapped at, or 0 if it was not.
std::size_t wrap_width(std::string_view text, const std::vector<Line>& lines) {
  std::size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.width);
  if (width > widest_wrapped_line || width < narrowest_wrapped_text) return 0;
  std::size_t breaks = 0;
  std::size_t forced = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& line = lines[i];
    const Line& next = lines[i + 1];
    if (line.content.empty() || next.content.empty()) continue;
    ++breaks;
    if (line.width + 1 + next.first_word > width && ends_mid_sentence(text, line)) ++forced;
  }
  return 2 * forced > breaks ? width : 0;
}

bool same_paragraph(const Line& line, const Line& next, std::size_t width) {
  return width > 0 && line.width + 1 + next.first_word > width && next.indent <= line.indent;
}

}  // namespace

std::vector<Span> find_paragraphs(std::string_view text, Span body) {
  const std::vector<Line> lines = split_lines(text, body);
  const std::size_t width = wrap_width(text, lines);
  std::vector<Span> paragraphs;
  const Line* before = nullptr;
  for (const Line& line : lines) {
    if (line.content.empty()) {
      before = nullptr;
      continue;
    }
    if (before != nullptr && same_paragraph(*before, line, width)) {
      paragraphs.back().end = line.content.end;
    } else {
      paragraphs.push_back(line.content);
    }
    before = &line;
  }
  return paragraphs;
}

}  // namespace twosource

#include "twosource/read/whitespace.hpp"

#include <array>
#include <cstddef>

namespace twosource {
namespace {

// What pages put between words beside ASCII: U+00A0, U+2000..U+200B, U+2028, U+2029, U+202F,
// U+205F, U+3000, U+FEFF.
constexpr std::array<std::string_view, 19> wide_spaces = {
    "\xC2\xA0",     "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83",
    "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88",
    "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\x8B", "\xE2\x80\xA8", "\xE2\x80\xA9",
    "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80", "\xEF\xBB\xBF"};

bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// The bytes of white space that `text` begins with: one character's, or 0.
std::size_t space_at_front(std::string_view text) {
  if (is_ascii_space(text.front())) return 1;
  const char first = text.front();
  if (first != '\xC2' && first != '\xE2' && first != '\xE3' && first != '\xEF') return 0;
  for (const std::string_view space : wide_spaces) {
    if (text.starts_with(space)) return space.size();
  }
  return 0;
}

std::size_t space_at_back(std::string_view text) {
  if (is_ascii_space(text.back())) return 1;
  if (static_cast<unsigned char>(text.back()) < 0x80) return 0;
  for (const std::string_view space : wide_spaces) {
    if (text.ends_with(space)) return space.size();
  }
  return 0;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const std::size_t space = space_at_front(text);
    if (space == 0) break;
    text.remove_prefix(space);
  }
  while (!text.empty()) {
    const std::size_t space = space_at_back(text);
    if (space == 0) break;
    text.remove_suffix(space);
  }
  return text;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool pending = false;
  while (!text.empty()) {
    const std::size_t space = space_at_front(text);
    if (space > 0) {
      pending = !line.empty();
      text.remove_prefix(space);
      continue;
    }
    if (pending) line += ' ';
    pending = false;
    line += text.front();
    text.remove_prefix(1);
  }
  return line;
}

}  // namespace twosource

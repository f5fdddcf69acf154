#include "twosource/origin/lines.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace twosource {
namespace {

enum class Class { space, mark, letter };

struct Symbol {
  Class kind = Class::letter;
  std::uint32_t size = 1;
};

constexpr bool in(unsigned char byte, unsigned low, unsigned high) {
  return byte >= low && byte <= high;
}

bool is_letter(unsigned char c) {
  return in(c, '0', '9') || in(c, 'A', 'Z') || in(c, 'a', 'z');
}

std::uint32_t sequence_size(unsigned char lead) {
  if (lead >= 0xF0) return 4;
  if (lead >= 0xE0) return 3;
  return lead >= 0xC0 ? 2 : 1;
}

/// U+2000..U+200F and U+202F are spaces and marks without width; the rest up to U+205F is
/// punctuation.
Class general_punctuation(unsigned char second, unsigned char third) {
  return second == 0x80 && (third <= 0x8F || third == 0xAF) ? Class::space : Class::mark;
}

/// U+0080..U+00BF; the feminine and masculine signs and micro are letters.
Class latin_1(unsigned char second) {
  if (second <= 0xA0) return Class::space;
  const bool letter = second == 0xAA || second == 0xB5 || second == 0xBA;
  return letter ? Class::letter : Class::mark;
}

Class ascii(unsigned char c) {
  if (is_letter(c)) return Class::letter;
  return c <= ' ' || c == 0x7F ? Class::space : Class::mark;
}

Symbol classify(std::string_view text, std::uint32_t at) {
  const auto byte = [&](std::uint32_t i) {
    return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0);
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {ascii(lead), 1};
  const std::uint32_t size =
      std::min(sequence_size(lead), static_cast<std::uint32_t>(text.size()) - at);
  if (lead == 0xC2) return {latin_1(byte(1)), size};
  if (lead == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) {
    return {general_punctuation(byte(1), byte(2)), size};
  }
  // U+3000..U+303F: the ideographic space and CJK punctuation.
  if (lead == 0xE3 && byte(1) == 0x80) return {byte(2) == 0x80 ? Class::space : Class::mark, size};
  return {Class::letter, size};
}

}  // namespace

std::vector<Span> find_lines(std::string_view text, Span part) {
  std::vector<Span> lines;
  std::uint32_t begin = part.begin;
  while (begin < part.end) {
    const std::size_t found = text.find('\n', begin);
    const std::uint32_t end = found == std::string_view::npos || found > part.end
                                  ? part.end
                                  : static_cast<std::uint32_t>(found);
    Span line{begin, end};
    const auto blank = [&](std::uint32_t at) {
      return static_cast<unsigned char>(text[at]) <= ' ';
    };
    while (!line.empty() && blank(line.begin)) ++line.begin;
    while (!line.empty() && blank(line.end - 1)) --line.end;
    if (!line.empty()) lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

std::vector<LineToken> find_line_tokens(std::string_view text, Span part) {
  std::vector<LineToken> tokens;
  std::uint32_t at = part.begin;
  while (at < part.end) {
    const Symbol symbol = classify(text.substr(0, part.end), at);
    const Span span{at, at + symbol.size};
    at = span.end;
    if (symbol.kind == Class::space) continue;
    const bool word = symbol.kind == Class::letter;
    if (word && !tokens.empty() && tokens.back().word && tokens.back().span.end == span.begin) {
      tokens.back().span.end = span.end;
    } else {
      tokens.push_back({span, word});
    }
  }
  return tokens;
}

std::string lower_ascii(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

bool starts_upper(std::string_view word) {
  if (word.empty()) return false;
  const auto c = static_cast<unsigned char>(word.front());
  return in(c, 'A', 'Z') || c >= 0x80;
}

bool is_upper(std::string_view word) {
  bool capital = false;
  for (const char byte : word) {
    const auto c = static_cast<unsigned char>(byte);
    if (in(c, 'a', 'z')) return false;
    capital = capital || in(c, 'A', 'Z') || c >= 0x80;
  }
  return capital;
}

}  // namespace twosource

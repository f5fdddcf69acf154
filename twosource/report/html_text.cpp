#include "twosource/report/html_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>

#include "twosource/base/hash.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/report/printable.hpp"

namespace twosource {
namespace {

unsigned hex_digit(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// Base64 of bytes that are given as hexadecimal digits.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char digit : hex) {
    bits = bits << 4U | hex_digit(digit);
    held += 4;
    if (held < 6) continue;
    held -= 6;
    out += digits[bits >> held & 63U];
  }
  if (held > 0) out += digits[bits << (6 - held) & 63U];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

void append_escaped(std::string& out, std::string_view raw, char32_t value) {
  switch (value) {
    case U'&':
      out += "&amp;";
      break;
    case U'<':
      out += "&lt;";
      break;
    case U'>':
      out += "&gt;";
      break;
    case U'"':
      out += "&quot;";
      break;
    case U'\'':
      out += "&#39;";
      break;
    case U'\r':  // a bare one would be read as a line feed
      out += "&#13;";
      break;
    case U'\0':
      out += "\xEF\xBF\xBD";
      break;
    default:
      if (value == 0xFFFD) {
        out += "\xEF\xBF\xBD";  // also for a broken byte
      } else {
        out += raw;
      }
  }
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    append_escaped(out, text.substr(i, c.size), c.value);
    i += c.size;
  }
  return out;
}

std::string html_line(std::string_view text) {
  return escape_html(printable(text));
}

std::string html_piece(std::string_view text) {
  if (text.empty()) return {};
  const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
  const std::string line = html_line(text);
  if (line.empty()) return " ";
  return fmt::format("{}{}{}", blank(text.front()) ? " " : "", line, blank(text.back()) ? " " : "");
}

std::string html_name(std::string_view text, std::string_view language) {
  if (language.empty()) return fmt::format("<bdi>{}</bdi>", html_line(text));
  return fmt::format("<bdi lang=\"{}\">{}</bdi>", html_line(language), html_line(text));
}

std::string html_sentence(std::string_view text, std::size_t articles) {
  const std::string line = html_line(text);
  const std::string_view rest = line;
  std::string out;
  for (std::size_t i = 0; i < rest.size();) {
    std::size_t number = 0;
    const char* end = rest.data() + rest.size();
    const auto [after, error] = rest[i] == '['
                                    ? std::from_chars(rest.data() + i + 1, end, number)
                                    : std::from_chars_result{end, std::errc::invalid_argument};
    if (error == std::errc() && after != end && *after == ']' && number >= 1 &&
        number <= articles) {
      out += html_number(static_cast<ArticleIndex>(number - 1));
      i = static_cast<std::size_t>(after - rest.data()) + 1;
    } else {
      out += rest[i++];
    }
  }
  return out;
}

std::string html_number(ArticleIndex article) {
  return fmt::format("<a class=\"n\" href=\"#article-{0}\">[{0}]</a>", article + 1);
}

std::string script_json(const Json& value) {
  std::string out;
  for (const char byte : to_json(value)) {
    if (byte == '<') {
      out += "\\u003c";
    } else {
      out += byte;
    }
  }
  return out;
}

std::string csp_hash(std::string_view content) {
  return fmt::format("'sha256-{}'", base64_of_hex(sha256(content)));
}

}  // namespace twosource

#include "twosource/report/printable.hpp"

#include <doctest/doctest.h>

#include "twosource/base/unicode.hpp"

namespace twosource {
namespace {

TEST_CASE("escape sequences lose their escape") {
  CHECK(printable("\x1b[31mred\x1b[0m") == "[31mred[0m");
  CHECK(printable("\x1b]0;owned\x07") == "]0;owned");
  CHECK(printable("one-byte \xC2\x9B 31m") == "one-byte 31m");  // U+009B is a sequence's start too
}

TEST_CASE("every kind of white space becomes one blank, none at the ends") {
  CHECK(printable("\r\n a\t\tb \u2028 c\u00A0d\n") == "a b c d");
  CHECK(printable(" \n ").empty());
}

TEST_CASE(
    "marks that turn the direction of a line around are dropped, right-to-left letters stay") {
  CHECK(printable("safe\u202Etxet\u2066\u200F") == "safetxet");
  CHECK(printable("صوت الميناء") == "صوت الميناء");
}

TEST_CASE("joiners inside emoji and words stay") {
  CHECK(printable("👩\u200D🚒 می\u200Cخواهم") == "👩\u200D🚒 می\u200Cخواهم");
}

TEST_CASE("bytes that are no UTF-8 become a replacement character") {
  CHECK(printable("a\xff"
                  "b\xC3") == "a\uFFFDb\uFFFD");
}

TEST_CASE("no code point at all brings a control character to the terminal") {
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    for (const char byte : printable(to_utf8(c))) {
      const auto code = static_cast<unsigned char>(byte);
      if (code < 0x20 || code == 0x7F) FAIL("U+" << static_cast<unsigned>(c));
    }
  }
}

TEST_CASE("lines are broken between words and are never wider than allowed") {
  CHECK(wrap_text("one two three", 8) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap_text("", 8) == std::vector<std::string>{""});
  CHECK(wrap_text("abcdefghij k", 6) == std::vector<std::string>{"abcde…", "k"});
  for (std::size_t width = 2; width < 40; ++width) {
    for (const std::string& line : wrap_text("漢字 mixed 🚢🚢🚢 with someratherlongwords é", width)) {
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("a cell is as wide as asked in columns, not in bytes") {
  CHECK(fit_text("漢字", 6) == "漢字  ");
  CHECK(fit_text("Übermut", 4) == "Übe…");
  CHECK(display_width(fit_text("漢字漢字", 6)) == 6);
}

}  // namespace
}  // namespace twosource

#include "twosource/base/unicode.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace twosource {
namespace {

TEST_CASE("a text is read code point by code point from both ends") {
  const std::string text = "aß漢😀";
  CHECK(code_point_at(text, 0).value == U'a');
  CHECK(code_point_at(text, 1).value == U'ß');
  CHECK(code_point_at(text, 3).value == U'漢');
  CHECK(code_point_at(text, 6).value == U'😀');
  CHECK(code_point_at(text, 10).size == 0);
  CHECK(code_point_before(text, 10).value == U'😀');
  CHECK(code_point_before(text, 6).value == U'漢');
  CHECK(code_point_before(text, 3).value == U'ß');
  CHECK(code_point_before(text, 1).value == U'a');
  CHECK(code_point_before(text, 0).size == 0);
}

TEST_CASE("a broken byte is one replacement character from both ends") {
  const std::string text = "a\xFF\xE6\xBC";
  CHECK(code_point_at(text, 1).value == 0xFFFD);
  CHECK(code_point_at(text, 1).size == 1);
  CHECK(code_point_at(text, 2).value == 0xFFFD);
  CHECK(code_point_before(text, 4).value == 0xFFFD);
  CHECK(code_point_before(text, 2).value == 0xFFFD);
}

TEST_CASE("a code point is written as its UTF-8") {
  CHECK(to_utf8(U'a') == "a");
  CHECK(to_utf8(U'ß') == "ß");
  CHECK(to_utf8(U'漢') == "漢");
  CHECK(to_utf8(U'😀') == "😀");
}

TEST_CASE("characters have the classes of the Unicode character database") {
  CHECK(is_letter(U'é'));
  CHECK_FALSE(is_letter(U'1'));
  CHECK(is_digit(U'٣'));
  CHECK_FALSE(is_digit(U'²'));
  CHECK(is_mark(0x0301));
  CHECK(is_ideograph(U'漢'));
  CHECK_FALSE(is_ideograph(U'か'));
  CHECK(is_upper(U'Ä'));
  CHECK(is_lower(U'ä'));
  CHECK(is_space(0x00A0));
  CHECK(is_space(0x200B));
  CHECK(is_sentence_terminal(U'。'));
  CHECK(is_sentence_terminal(U'؟'));
  CHECK_FALSE(is_sentence_terminal(U','));
}

TEST_CASE("folding takes away case, width, ligatures and the way of composing") {
  CHECK(fold("Straße") == fold("STRASSE"));
  CHECK(fold("ﬁnal") == "final");
  CHECK(fold("E\u0301") == "é");
  CHECK(fold("ＡＢ") == "ab");
  CHECK(fold("co\u00ADop") == "coop");
  CHECK(fold("").empty());
}

TEST_CASE("the width on a terminal counts wide characters twice and marks not at all") {
  CHECK(display_width("Selne") == 5);
  CHECK(display_width("漢字") == 4);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("a\u200Bb") == 2);
  CHECK(display_width("😀") == 2);
  CHECK(display_width("") == 0);
}

TEST_CASE("a text too wide ends with an ellipsis and keeps its marks") {
  CHECK(truncate_to_width("Marenia", 7) == "Marenia");
  CHECK(truncate_to_width("Marenia", 4) == "Mar…");
  CHECK(truncate_to_width("漢字漢字", 6) == "漢字…");
  CHECK(truncate_to_width("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
  CHECK(truncate_to_width("Marenia", 1) == "…");
  CHECK(truncate_to_width("Marenia", 0).empty());
}

TEST_CASE("the main script is that of most letters") {
  CHECK(main_script("Selne 2018 и") == "Latn");
  CHECK(main_script("Селне in") == "Cyrl");
  CHECK(main_script("漢字") == "Hani");
  CHECK(main_script("2018!").empty());
}

TEST_CASE("printed marks turn Latin by themselves as they do beside other letters") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (auto i = random() % 9; i > 0; --i) {
      text += random() % 2 == 0 ? to_utf8(char32_t{0x2010} + static_cast<char32_t>(random() % 0x18))
                                : std::string(1, static_cast<char>(' ' + random() % 95));
    }
    CAPTURE(text);
    CHECK(to_latin(text + "é") == to_latin(text) + "e");  // the letter goes the long way
  }
}

TEST_CASE("names are compared in Latin letters without accents") {
  CHECK(to_latin("Orlo") == "orlo");
  CHECK(to_latin("Ana Orlová") == "ana orlova");
  CHECK(to_latin("Лавров") == "lavrov");
  CHECK(to_latin("Jong‑un") == "jong-un");
  CHECK(to_latin("").empty());
}

TEST_CASE("a sentence breaker can be used for one text after another") {
  SentenceBreaker breaker;
  CHECK(breaker.borders("One. Two. Three.") == std::vector<std::uint32_t>{5, 10});
  CHECK(breaker.borders("Eins.\nZwei.") == std::vector<std::uint32_t>{6});
  CHECK(breaker.borders("我。你。") == std::vector<std::uint32_t>{6});
  CHECK(breaker.borders("").empty());
}

}  // namespace
}  // namespace twosource

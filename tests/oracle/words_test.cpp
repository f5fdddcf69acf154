// The slow twin of find_words: the definition of words.hpp, read off one code point at a time, the
// whole word folded by ICU. The fast one has many paths (plain words, Latin words, a table, ICU)
// for every vector unit of the machine; all must agree with it.
#include "twosource/text/words.hpp"

#include <doctest/doctest.h>
#include <hwy/targets.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/small_inputs.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/text/word_fields.hpp"

namespace twosource {
namespace {

using tests::Strings;

struct Character {
  char32_t value = 0;
  Span span;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  for (std::uint32_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    characters.push_back({c.value, {i, i + c.size}});
    i += c.size;
  }
  return characters;
}

bool is_joiner(char32_t c) {
  return std::u32string_view(U"'’‘ʼʻ＇\u00AD\u200C\u200D\u2060").find(c) !=
         std::u32string_view::npos;
}

bool is_letter_or_digit(char32_t c) {
  return (is_letter(c) || is_digit(c)) && !is_ideograph(c) && !is_joiner(c);
}

bool is_combining(char32_t c) {
  return is_mark(c) && !is_ideograph(c) && !is_joiner(c);
}

// Behind the word that begins with the character `first`.
std::size_t word_end(const std::vector<Character>& text, std::size_t first) {
  const bool ideograph = is_ideograph(text[first].value);
  std::size_t end = first + 1;
  while (end < text.size()) {
    const char32_t c = text[end].value;
    const bool joins =
        is_joiner(c) && end + 1 < text.size() && is_letter_or_digit(text[end + 1].value);
    const bool belongs = is_combining(c) || (!ideograph && (is_letter_or_digit(c) || joins));
    if (!belongs) break;
    ++end;
  }
  return end;
}

std::vector<Word> find_words_slowly(std::string_view text) {
  const std::vector<Character> characters = characters_of(text);
  std::vector<Word> words;
  std::size_t i = 0;
  while (i < characters.size()) {
    const char32_t c = characters[i].value;
    if (!is_letter_or_digit(c) && !(is_ideograph(c) && !is_joiner(c))) {
      ++i;
      continue;
    }
    const std::size_t end = word_end(characters, i);
    std::string kept;
    for (std::size_t k = i; k < end; ++k) {
      if (!is_joiner(characters[k].value)) kept += slice(text, characters[k].span);
    }
    const std::string folded = fold(kept);
    const Span span{characters[i].span.begin, characters[end - 1].span.end};
    if (!folded.empty()) words.push_back({span, hash_folded(folded)});
    i = end;
  }
  return words;
}

bool equal(const std::vector<Word>& a, const std::vector<Word>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Word& x, const Word& y) {
    return x.span == y.span && x.hash == y.hash;
  });
}

void check(const std::string& text) {
  if (equal(find_words(text), find_words_slowly(text))) return;
  CAPTURE(text);
  FAIL("the words differ");
}

TEST_CASE("find_words agrees with the definition on all small texts") {
  const Strings alphabet = {"a", "'", " ", "ß", "’", "\u0301", "漢", "\u00AD", "İ"};
  tests::for_all_strings(alphabet, 5, check);
}

TEST_CASE("find_words agrees with the definition where the halves of a block end") {
  const Strings alphabet = {"a", "abcdefg", "ABCDEFGHI", "0", "'", "@", "é", "–", "z{", "`"};
  tests::for_all_strings(alphabet, 4, check);
}

TEST_CASE("find_words agrees with the definition on short words of Latin letters") {
  const Strings alphabet = {"a", "ÄB", "éé", "ß", "×", "÷", "ÿ", "º", "Ā", "'", "-", "\xC3"};
  tests::for_all_strings(alphabet, 4, check);
}

// Calls `body` once for every vector unit that the machine has and the library is compiled for.
template <class Body>
void with_every_vector_unit(const Body& body) {
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    CAPTURE(hwy::TargetName(target));
    body();
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

TEST_CASE("find_words agrees with the definition on every vector unit, across pieces") {
  const Strings words = {"the ",    "Harbour's ", "8 ",     "– ",
                         "Über ",   "don’t\n",    "“Why? ", "漢字",
                         "a",       "a-b.c,d;e",  "'s'",    "Straßenverkehrsordnung ",
                         "        "};
  with_every_vector_unit([&] {
    tests::for_random_strings(words, 60, 1'000, check);
    tests::for_random_strings(words, 1'000, 100, check);
    tests::for_random_strings({"a", "b"}, 3'000, 20, check);
    tests::for_random_strings({"漢", "ж"}, 3'000, 20, check);
  });
}

TEST_CASE("find_words tells every byte of ASCII apart on every vector unit") {
  with_every_vector_unit([] {
    std::string text;
    for (char c = 0; c < 0x7F; ++c) text.append("x").append(1, c).append("y ");
    for (std::size_t begin = 0; begin < field_block; ++begin) check(text.substr(begin));
  });
}

TEST_CASE("a reader gives the words of find_words piece by piece") {
  const Strings alphabet = {"the ", "Harbour's ", "漢字", "a", ", "};
  tests::for_random_strings(alphabet, 2'000, 50, [](const std::string& text) {
    std::vector<Word> all;
    std::vector<Word> piece;
    for (WordReader reader(text); reader.read(piece); piece.clear()) {
      all.insert(all.end(), piece.begin(), piece.end());
    }
    CHECK(equal(all, find_words(text)));
  });
}

TEST_CASE("find_words agrees with the definition on every code point alone and beside letters") {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string character = to_utf8(c);
    check(std::string("a").append(character).append("b").append(character));
  }
}

TEST_CASE("find_words agrees with the definition on random texts") {
  const Strings alphabet = {"a",      "Zug", "'", " ", "ß",      "’",   "\u0301",   "漢",
                            "\u00AD", "İ",   "Ǆ", "ﬁ", "ａ",     "が",  "か\u3099", "한",
                            "\u1161", "7",   "٣", "²", "\u3164", "ñ",   "Ж",        "–",
                            "\u200D", "ा",   "क", "ʼ", "“",      "\xFF"};
  tests::for_random_strings(alphabet, 60, 20'000, check);
}

}  // namespace
}  // namespace twosource

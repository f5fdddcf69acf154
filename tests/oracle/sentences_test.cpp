// The slow twin of find_sentences knows what the fast one has to find out: its texts are made of
// tokens, and a table says of each what it is. Between two tokens there is one blank or none. Then
// the laws that no twin is needed for.
#include "twosource/text/sentences.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/small_inputs.hpp"
#include "twosource/base/unicode.hpp"

namespace twosource {
namespace {

// What stands at the end of a token.
enum class End {
  none,      // no mark that ends a sentence
  plain,     // a full stop behind an ordinary word: always ends one
  never,     // Mr.
  starter,   // U.S.: only before a known beginning
  capital,   // p.m.: only before a capital that is no day of the week
  number,    // No.: not before a number
  list,      // 2.: not if the sentence is only this
  exclaims,  // "Never!": not before a name and a word of reporting
};

// What the next sentence would begin with.
enum class Start { lower, begin, name, day, digit, cue };

struct Token {
  std::string_view text;
  Start start;
  End end;
};

const std::vector<Token> tokens = {
    {"left.", Start::lower, End::plain},    {"She", Start::begin, End::none},
    {"Mr.", Start::begin, End::never},      {"U.S.", Start::name, End::starter},
    {"p.m.", Start::lower, End::capital},   {"Monday", Start::day, End::none},
    {"No.", Start::begin, End::number},     {"5", Start::digit, End::none},
    {"2.", Start::digit, End::list},        {"\"Never!\"", Start::begin, End::exclaims},
    {"said", Start::cue, End::none},        {"Orlo", Start::name, End::none},
    {"(\"Ha.\")", Start::name, End::plain},
};

using Sequence = std::vector<const Token*>;

bool is_name(const Token& token) {
  return token.start == Start::name || token.start == Start::day;
}

// "Never!" Orlo Vane said: behind the mark at `i`, one to three capitalised words, of which only
// the first may be a known beginning, then a word of reporting.
bool reported_by_name(const Sequence& sequence, std::size_t i) {
  for (std::size_t k = i + 1; k < sequence.size() && k <= i + 4; ++k) {
    const Token& token = *sequence[k];
    if (token.start == Start::cue) return k > i + 1;
    const bool capital = is_name(token) || (token.start == Start::begin && k == i + 1);
    // A token with a mark of its own is followed by that mark, not by the next word.
    if (!capital || token.end != End::none) return false;
  }
  return false;
}

bool ends_behind(const Sequence& sequence, std::size_t i, std::size_t begin) {
  const Token& token = *sequence[i];
  const Token& next = *sequence[i + 1];
  if (next.start == Start::lower || next.start == Start::cue) return false;
  switch (token.end) {
    case End::none:
    case End::never:
      return false;
    case End::plain:
      return true;
    case End::starter:
      return next.start == Start::begin;
    case End::capital:
      return next.start == Start::begin || next.start == Start::name;
    case End::number:
      return next.start != Start::digit;
    case End::list:
      return begin != i;
    case End::exclaims:
      return !reported_by_name(sequence, i);
  }
  return false;
}

struct Expected {
  std::string text;
  std::vector<Span> sentences;
};

Expected expect(const Sequence& sequence) {
  Expected expected;
  std::uint32_t begin = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    expected.text += sequence[i]->text;
    const auto end = static_cast<std::uint32_t>(expected.text.size());
    const bool last = i + 1 == sequence.size();
    if (last || ends_behind(sequence, i, first)) {
      expected.sentences.push_back({begin, end});
      begin = end + 1;
      first = i + 1;
    }
    if (!last) expected.text += ' ';
  }
  return expected;
}

Span whole(const std::string& text) {
  return {0, static_cast<std::uint32_t>(text.size())};
}

void check_sequence(SentenceFinder& finder, const Sequence& sequence) {
  const Expected expected = expect(sequence);
  const std::vector<Span> found = finder.find(expected.text, whole(expected.text));
  if (found == expected.sentences) return;
  std::string shown;
  for (Span span : found) shown.append("[").append(slice(expected.text, span)).append("]");
  CAPTURE(expected.text);
  CAPTURE(shown);
  FAIL("the sentences differ");
}

TEST_CASE("find_sentences agrees with its twin on all small sequences of tokens") {
  SentenceFinder finder("en");
  std::vector<Sequence> sequences = {{}};
  for (int length = 1; length <= 4; ++length) {
    std::vector<Sequence> longer;
    for (const Sequence& sequence : sequences) {
      for (const Token& token : tokens) {
        longer.push_back(sequence);
        longer.back().push_back(&token);
        check_sequence(finder, longer.back());
      }
    }
    sequences.swap(longer);
  }
}

TEST_CASE("find_sentences agrees with its twin on random sequences of tokens") {
  SentenceFinder finder("en");
  for (std::uint32_t seed = 1; seed <= 5'000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Sequence sequence;
    for (std::size_t length = 5 + random() % 20; length > 0; --length) {
      sequence.push_back(&tokens[random() % tokens.size()]);
    }
    check_sequence(finder, sequence);
  }
}

// Everything that is not white space lies in exactly one sentence, and no sentence begins or ends
// with white space or inside a character.
void check_laws(SentenceFinder& finder, const std::string& text) {
  CAPTURE(text);
  std::uint32_t at = 0;
  const auto only_space = [&](std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end;) {
      const CodePoint c = code_point_at(text, i);
      if (!is_space(c.value)) return false;
      i += c.size;
    }
    return true;
  };
  bool lawful = true;
  for (Span span : finder.find(text, whole(text))) {
    lawful = lawful && span.begin >= at && span.end > span.begin && only_space(at, span.begin);
    lawful = lawful && !is_space(code_point_at(text, span.begin).value);
    lawful = lawful && !is_space(code_point_before(text, span.end).value);
    at = span.end;
  }
  if (!lawful || !only_space(at, whole(text).end)) FAIL("a law of sentences is broken");
}

TEST_CASE("sentences hold every character once, on all small and on random texts") {
  SentenceFinder finder("");
  const tests::Strings alphabet = {"a", "A", ".", "!", "\"", " ", "\n", "1", "…", "”", "("};
  const auto check = [&](const std::string& text) { check_laws(finder, text); };
  tests::for_all_strings(alphabet, 4, check);
  tests::for_random_strings(alphabet, 40, 5'000, check);
}

}  // namespace
}  // namespace twosource

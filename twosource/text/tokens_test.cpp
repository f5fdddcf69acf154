#include "twosource/text/tokens.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

TaggedText tokens_of(std::string_view text, std::vector<Span> sentences) {
  return find_tokens(text, find_words(text), sentences);
}

// The tokens of one sentence, joined by " | ".
std::string cut(std::string_view text) {
  std::string joined;
  const TaggedText tagged = tokens_of(text, {{0, static_cast<std::uint32_t>(text.size())}});
  for (const Token& token : tagged.tokens) {
    joined += joined.empty() ? "" : " | ";
    joined += slice(text, token.span);
  }
  return joined;
}

TEST_CASE("clitics are tokens of their own") {
  CHECK(cut("They don't say we've left the mayor's house.") ==
        "They | do | n't | say | we | 've | left | the | mayor | 's | house | .");
  CHECK(cut("It’s what he’d said, isn’t it?") ==
        "It | ’s | what | he | ’d | said | , | is | n’t | it | ?");
  CHECK(cut("I cannot go; can't, won't.") ==
        "I | can | not | go | ; | ca | n't | , | wo | n't | .");
  CHECK(cut("O'Reilly and the boys' bus") == "O'Reilly | and | the | boys | ' | bus");
}

TEST_CASE("numbers, initials and addresses stay whole") {
  CHECK(cut("3,000 people paid $2.5 at 10:30.") ==
        "3,000 | people | paid | $ | 2.5 | at | 10:30 | .");
  CHECK(cut("The U.S. envoy left.") == "The | U.S. | envoy | left | .");
  CHECK(cut("He left the U.S.") == "He | left | the | U.S.");
  CHECK(cut("See www.selne.example/a?b, or http://x.example.") ==
        "See | www.selne.example/a?b | , | or | http://x.example | .");
  CHECK(cut("1, 2") == "1 | , | 2");
}

TEST_CASE("a full stop inside a sentence belongs to the word before it") {
  CHECK(cut("Mr. Hale met J. Orr, Jr., on Monday.") ==
        "Mr. | Hale | met | J. | Orr | , | Jr. | , | on | Monday | .");
  CHECK(cut("\"Go.\"") == "\" | Go | . | \"");
  CHECK(cut("Well... no") == "Well | ... | no");
}

TEST_CASE("marks are tokens, runs of one mark are one") {
  CHECK(cut("a well-known -- “old” – ((house))!!") ==
        "a | well | - | known | -- | “ | old | ” | – | ( | ( | house | ) | ) | !!");
}

TEST_CASE("a word and its token have one hash, a clitic has one however it is written") {
  const std::string text = "Don't DON’T house";
  const TaggedText tagged = tokens_of(text, {{0, static_cast<std::uint32_t>(text.size())}});
  REQUIRE(tagged.tokens.size() == 5);
  CHECK(tagged.tokens[0].hash == tagged.tokens[2].hash);
  CHECK(tagged.tokens[1].hash == tagged.tokens[3].hash);
  CHECK(tagged.tokens[0].hash == hash_folded("do"));
  CHECK(tagged.tokens[4].hash == hash_folded("house"));
}

TEST_CASE("every byte that is not white space is in one token, whatever the text") {
  const std::vector<std::string> pieces = {
      "a", "B",  "n't", "'",  "’s", ".",   ",",   " ",    "3",       "-", "\"",     "...",
      "é", "不", "“",   "\n", "x",  "can", "not", "www.", "http://", ":", "\u00A0", "\u00AD"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    const auto size = static_cast<std::uint32_t>(text.size());
    const std::vector<Span> sentences = {{0, size}};
    const TaggedText tagged = tokens_of(text, sentences);
    std::uint32_t at = 0;
    const auto only_white = [&](std::uint32_t end) {
      const std::string_view between = std::string_view(text).substr(at, end - at);
      std::string rest(between);
      for (std::size_t i = rest.find("\u00A0"); i != std::string::npos; i = rest.find("\u00A0"))
        rest.erase(i, 2);
      return rest.find_first_not_of(" \n") == std::string::npos;
    };
    for (const Token& token : tagged.tokens) {
      CHECK(token.span.begin >= at);
      CHECK(token.span.begin < token.span.end);
      CHECK(only_white(token.span.begin));
      at = token.span.end;
    }
    CHECK(only_white(size));
    CHECK(at <= size);
    CHECK(tagged.sentence_ends ==
          std::vector<std::uint32_t>{static_cast<std::uint32_t>(tagged.tokens.size())});
  }
}

}  // namespace
}  // namespace twosource

#include "twosource/text/words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace twosource {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : find_words(text)) words.emplace_back(slice(text, word.span));
  return words;
}

using Strings = std::vector<std::string>;

TEST_CASE("words are runs of letters, marks and digits") {
  CHECK(words_of("The mayor – aged 61 – left.") == Strings{"The", "mayor", "aged", "61", "left"});
  CHECK(words_of("3,000 e-mails").size() == 4);
  CHECK(words_of("").empty());
  CHECK(words_of(" \n\t…!").empty());
  CHECK(words_of("Müller à Selne") == Strings{"Müller", "à", "Selne"});
}

TEST_CASE("an apostrophe inside a word does not end it, one at its edge is outside") {
  CHECK(words_of("don't") == Strings{"don't"});
  CHECK(words_of("Selne’s") == Strings{"Selne’s"});
  CHECK(words_of("'tis the boys' bus") == Strings{"tis", "the", "boys", "bus"});
  CHECK(words_of("rock''n'roll") == Strings{"rock", "n'roll"});
  CHECK(words_of("she said 'no'") == Strings{"she", "said", "no"});
  CHECK(words_of("l'état") == Strings{"l'état"});
  CHECK(words_of("a'") == Strings{"a"});
}

TEST_CASE("each ideograph is a word, with the marks behind it") {
  CHECK(words_of("漢字かな") == Strings{"漢", "字", "かな"});
  CHECK(words_of("漢'字") == Strings{"漢", "字"});
  CHECK(words_of("a漢b") == Strings{"a", "漢", "b"});
  CHECK(words_of("漢\uFE00字") == Strings{"漢\uFE00", "字"});
}

TEST_CASE("a mark belongs to the word before it and begins none") {
  CHECK(words_of("e\u0301t") == Strings{"e\u0301t"});
  CHECK(words_of("\u0301t") == Strings{"t"});
  CHECK(words_of("❤\uFE0F").empty());
}

TEST_CASE("a soft hyphen does not cut a word") {
  CHECK(words_of("Minister\u00ADpräsident") == Strings{"Minister\u00ADpräsident"});
  CHECK(same_word("Minister\u00ADpräsident", "MINISTERPRÄSIDENT"));
}

TEST_CASE("a word that folds to nothing is none") {
  CHECK(words_of("a \u3164 b") == Strings{"a", "b"});
}

TEST_CASE("equal folded forms have equal hashes, however they are written") {
  const auto hash = [](std::string_view word) { return find_words(word).at(0).hash; };
  CHECK(hash("Don’t") == hash("DONT"));
  CHECK(hash("Straße") == hash("strasse"));
  CHECK(hash("e\u0301tat") == hash("État"));
  CHECK(hash("ﬁnal") == hash("FINAL"));
  CHECK(hash("Москва") == hash("москва"));
  CHECK(hash("internationalisation") == hash("Internationalisation"));
  CHECK(hash("no") != hash("on"));
  CHECK(hash("internationalisation") != hash("internationalization"));
}

TEST_CASE("the hash of a word is that of its folded form") {
  for (std::string_view word : {"Selne’s", "ÉTAT", "漢", "x", "parliamentarian", "Ünterhändler"}) {
    CAPTURE(word);
    CHECK(find_words(word).at(0).hash == hash_folded(fold_word(word)));
  }
}

TEST_CASE("words are the same if their folded forms are") {
  CHECK(same_word("Selne's", "SELNES"));
  CHECK_FALSE(same_word("Selne", "Selna"));
}

}  // namespace
}  // namespace twosource

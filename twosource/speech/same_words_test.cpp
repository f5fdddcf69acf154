#include "twosource/speech/same_words.hpp"

#include <doctest/doctest.h>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

Utterance quoted(std::string_view words) {
  Utterance utterance;
  for (const Word& word : find_words(words)) utterance.quoted.push_back(word.hash);
  utterance.all = utterance.quoted;
  return utterance;
}

Utterance reported(std::string_view words) {
  Utterance utterance = quoted(words);
  utterance.quoted.clear();
  return utterance;
}

TEST_CASE("a quotation that was cut or changed by a word is the same") {
  const Utterance whole = quoted("the bridge is closed until every pillar has been checked twice");
  CHECK(same_words(whole, whole));
  CHECK(same_words(whole, quoted("every pillar has been checked")));
  CHECK(same_words(whole, quoted("the bridge stays closed until every pillar has been checked")));
}

TEST_CASE("other words, or too few of them, are not the same") {
  const Utterance whole = quoted("the bridge is closed until every pillar has been checked twice");
  CHECK_FALSE(same_words(whole, quoted("the bridge is closed")));
  CHECK_FALSE(same_words(whole, quoted("the ferry sails twice a day until the bridge is mended")));
  CHECK_FALSE(same_words(quoted(""), quoted("")));
}

TEST_CASE("reported speech is the same only if nearly all of it is") {
  const Utterance whole =
      reported("the bridge would stay closed until every pillar had been checked");
  CHECK(same_words(whole, whole));
  CHECK_FALSE(same_words(whole, reported("every pillar had been checked by the men of the yard")));
}

TEST_CASE("groups have their first as head, and nothing is joined by a chain") {
  const std::vector<Utterance> all = {
      quoted("we will mend the bridge by summer"), quoted("nobody told me that it was closed"),
      quoted("we will mend the bridge by the summer"), quoted("nobody told me it was closed")};
  CHECK(group_same_words(all) == std::vector<std::size_t>{0, 1, 0, 1});
  CHECK(group_same_words({}).empty());
}

// The slow twin: everything with everything before it.
TEST_CASE("the index of runs finds what comparing all with all finds") {
  const std::vector<std::string_view> words = {"one", "two", "three", "four", "five", "six"};
  std::vector<Utterance> all;
  std::uint32_t seed = 7;
  for (int i = 0; i < 120; ++i) {
    std::string text;
    for (int k = 0; k < 7; ++k) {
      seed = seed * 1664525U + 1013904223U;
      text += words[(seed >> 24U) % words.size()];
      text += ' ';
    }
    all.push_back(quoted(text));
  }
  const std::vector<std::size_t> fast = group_same_words(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::size_t slow = i;
    for (std::size_t j = 0; j < i && slow == i; ++j) {
      if (fast[j] == j && same_words(all[j], all[i])) slow = j;
    }
    // A run of three is asked for besides: what has none in common is not compared.
    if (fast[i] != i) CHECK(fast[i] == slow);
    CHECK(fast[i] >= slow);
  }
}

}  // namespace
}  // namespace twosource

#include "twosource/speech/same_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "twosource/text/analyze.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

Utterance quoted(std::string_view text) {
  Utterance utterance;
  add_words(text, find_words(text), false, utterance);
  add_words(text, find_words(text), true, utterance);
  return utterance;
}

Utterance reported(std::string_view text) {
  Utterance utterance;
  add_words(text, find_words(text), false, utterance);
  return utterance;
}

bool share_run(const Utterance& a, const Utterance& b) {
  for (std::size_t i = 0; i + 3 <= a.all.size(); ++i) {
    const auto run = a.all.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::search(b.all.begin(), b.all.end(), run, run + 3) != b.all.end()) return true;
  }
  return false;
}

TEST_CASE("a quotation that was cut or changed by a word is the same") {
  const Utterance whole = quoted("the bridge is closed until every pillar has been checked twice");
  CHECK(same_words(whole, whole));
  CHECK(same_words(whole, quoted("until every pillar has been checked")));
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

TEST_CASE("what somebody denied is not what another said") {
  Article article;
  article.text =
      "Marn said the tolls of the bridge were unfair to the islands. "
      "Orlo denied the tolls of the bridge were unfair to the islands.";
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  const Analysis analysis = analyze_words(article);
  const auto of = [&](std::string_view cue, std::size_t from) {
    Statement statement;
    const auto at = static_cast<std::uint32_t>(article.text.find(cue));
    statement.cue = {at, at + static_cast<std::uint32_t>(cue.size())};
    const auto begin = static_cast<std::uint32_t>(article.text.find("the tolls", from));
    statement.content = {{begin, begin + 50}};
    return utterance_of(statement, article, analysis);
  };
  const Utterance said = of("said", 0);
  const Utterance denied = of("denied", 60);
  CHECK(said.all == denied.all);
  CHECK(same_words(said, said));
  CHECK(same_words(denied, denied));
  CHECK_FALSE(same_words(said, denied));
}

TEST_CASE("another number or a denial makes another statement") {
  CHECK_FALSE(same_words(quoted("Twelve people were hurt when the ferry struck the wall"),
                         quoted("Seventeen people were hurt when the ferry struck the wall")));
  CHECK(same_words(quoted("Twelve people were hurt when the ferry struck the wall"),
                   quoted("12 people were hurt when the ferry struck the wall")));
  CHECK(same_words(reported("twelve people were hurt when the ferry struck the wall"),
                   reported("a dozen people were hurt when the ferry struck the wall")));
  CHECK_FALSE(same_words(quoted("we will close the bridge before the summer"),
                         quoted("we will not close the bridge before the summer")));
  const Utterance whole =
      quoted("I do not know why, but we will close the bridge before the summer of 2031");
  CHECK(same_words(whole, quoted("we will close the bridge before the summer")));
}

TEST_CASE("few words scattered in a long quotation are not that quotation") {
  const Utterance whole =
      quoted("would it be a great process to ask the town, or is it easy to let all do the work");
  CHECK_FALSE(same_words(whole, quoted("it would be easy to do")));
  CHECK_FALSE(same_words(whole, quoted("to ask the town or")));
  CHECK(same_words(whole, quoted("a great process to ask the town")));
}

TEST_CASE("groups have their longest as head, and nothing is joined by a chain") {
  const std::vector<Utterance> all = {
      quoted("we will mend the bridge by summer"), quoted("nobody told me that it was closed"),
      quoted("we will mend the bridge by the summer"), quoted("nobody told me it was closed")};
  CHECK(group_same_words(all).head == std::vector<std::size_t>{2, 1, 2, 1});
  CHECK(group_same_words({}).head.empty());
}

TEST_CASE("a few words of two utterances belong to neither") {
  const std::vector<Utterance> all = {
      quoted("they cut our show short for having a flag on the stage and they are sorry for it"),
      quoted("we have just been sent away for having a flag on the stage of our own town"),
      quoted("for having a flag on the stage")};
  CHECK(group_same_words(all).head == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("two parts of a quotation are not one, though the whole is the same as either") {
  const std::vector<Utterance> all = {
      quoted("we will mend the bridge by the summer and nobody has to walk round the bay again"),
      quoted("nobody has to walk round the bay again"), quoted("we will mend the bridge by summer"),
      quoted("we will mend the bridge by summer")};
  const SameWords groups = group_same_words(all);
  CHECK(groups.head == std::vector<std::size_t>{0, 0, 2, 2});
  CHECK(groups.wholes[3] == std::vector<std::size_t>{0});
  CHECK(groups.wholes[1].empty());
}

TEST_CASE("the title of a work is nobody's words") {
  const std::string text = "The “Promotion of Harbours and Ferries Bill” was read in Selne.";
  Article article;
  article.text = text;
  Analysis analysis;
  analysis.words = find_words(text);
  const auto begin = static_cast<std::uint32_t>(text.find("Promotion"));
  const auto end = static_cast<std::uint32_t>(text.find("” was"));
  analysis.quotations.push_back({{begin - 3, end + 3}, {begin, end}});
  Statement statement;
  statement.content = {{0, static_cast<std::uint32_t>(text.size())}};
  CHECK(utterance_of(statement, article, analysis).quoted.empty());
  CHECK(utterance_of(statement, article, analysis).all.size() == 11);
}

// The slow twin: each with each. A group has no two that are not the same, each of its members is
// the same as its head, and what is the same as others and in a group of its own says so.
TEST_CASE("the index of runs finds what comparing all with all finds") {
  const std::vector<std::string_view> words = {"one", "eel", "three", "four", "five", "six"};
  std::vector<Utterance> all;
  std::uint32_t seed = 7;
  for (int i = 0; i < 120; ++i) {
    std::string text;
    for (int k = 0; k < 5 + i % 4; ++k) {
      seed = seed * 1664525U + 1013904223U;
      text += words[(seed >> 24U) % words.size()];
      text += ' ';
    }
    all.push_back(quoted(text));
  }
  const SameWords groups = group_same_words(all);
  std::size_t joined = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    joined += groups.head[i] != i ? 1 : 0;
    for (std::size_t j = 0; j < all.size(); ++j) {
      // What has no run of three words in common is not compared.
      const bool same = same_words(all[i], all[j]) && share_run(all[i], all[j]);
      const auto& wholes = groups.wholes[i];
      if (groups.head[i] == groups.head[j]) {
        CHECK(same);
      } else if (same && all[j].all.size() > all[i].all.size()) {
        CHECK(std::find(wholes.begin(), wholes.end(), j) != wholes.end());
      }
    }
  }
  CHECK(joined > 10);
}

}  // namespace
}  // namespace twosource

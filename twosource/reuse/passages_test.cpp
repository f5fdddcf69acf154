#include "twosource/reuse/passages.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/made_articles_test.hpp"

namespace twosource {
namespace {

// Each body gets the same title, which is no reuse.
MadeArticles collect(const std::vector<std::string>& bodies) {
  MadeArticles collection;
  for (const std::string& body : bodies) {
    collection.add(make_article(
        "The harbour of Selne was closed on Monday after the storm, officials said", body));
  }
  return collection;
}

// The passages of the first two articles, "a side = b side", the words of a as they stand there.
std::vector<std::string> passages_of(const std::vector<std::string>& bodies) {
  const MadeArticles collection = collect(bodies);
  const Passages found = find_passages(collection.articles, collection.analyses, Jobs{1});
  std::vector<std::string> lines;
  for (const Passage& passage : found.passages) {
    if (passage.a != 0 || passage.b != 1) continue;
    const std::span<const WordRun> runs = runs_of(found, passage);
    const std::vector<Word>& a = collection.analyses[0].words;
    const std::vector<Word>& b = collection.analyses[1].words;
    const WordRun& last = runs.back();
    lines.push_back(
        fmt::format("{} = {}",
                    slice(collection.articles[0].text,
                          {a[runs.front().a].span.begin, a[last.a + last.size - 1].span.end}),
                    slice(collection.articles[1].text,
                          {b[runs.front().b].span.begin, b[last.b + last.size - 1].span.end})));
  }
  return lines;
}

const std::string sentence =
    "The two ministers met behind closed doors for nearly three hours, an official in the harbour "
    "town said late on Monday";

std::string numbered_words(int from, int count) {
  std::string text;
  for (int i = from; i < from + count; ++i) text += fmt::format("word{} ", i);
  return text;
}

}  // namespace

TEST_CASE("a sentence that stands in both articles is a passage, whatever stands around it") {
  CHECK(passages_of({"In the morning it rained. " + sentence + ". Nobody was hurt.",
                     "PORT SELNE (NWA) - " + sentence + ". More follows."}) ==
        std::vector{sentence + " = " + sentence});
}

TEST_CASE("case, apostrophes and punctuation do not end a passage") {
  const std::string a = "the minister's men didn't wait for the tide and left Selne before dawn";
  const std::string b = "The Minister’s men DIDN’T wait: for the tide, and left Selne before Dawn";
  CHECK(passages_of({a, b}) == std::vector{a + " = " + b});
}

TEST_CASE("titles are no reuse") {
  CHECK(passages_of({"Rain fell over the hills of Arn.", "The market opened late."}).empty());
}

TEST_CASE("a changed word and an added one are bridged") {
  const std::string a =
      "The minister met the fishermen of Selne on Monday and promised them help before the winter "
      "storms begin";
  const std::string b =
      "The minister met the fishermen of Selne on Tuesday and promised them quick help before the "
      "winter storms begin";
  CHECK(passages_of({a, b}) == std::vector{a + " = " + b});
}

TEST_CASE("a gap wider than what stands behind it is not bridged") {
  const std::string tail = "in the middle of the";
  CHECK(passages_of({sentence + " and nobody in the town knew why. It happened " + tail + " day.",
                     sentence + ". Since then boats have been waiting " + tail + " bay."}) ==
        std::vector{sentence + " = " + sentence});
}

TEST_CASE("two paragraphs that changed places are two passages") {
  const std::string other =
      "Fishing boats stayed in the harbour while the guards counted the crates that had been left "
      "on the pier";
  CHECK(passages_of({sentence + ". " + other + ".", other + ". " + sentence + "."}) ==
        std::vector{sentence + " = " + sentence, other + " = " + other});
}

TEST_CASE("a sentence that the other article prints twice is found at both places") {
  CHECK(passages_of({sentence + ".", sentence + ". Rain fell. " + sentence + "."}).size() == 2);
  CHECK(passages_of({sentence + ". " + numbered_words(0, 20) + sentence + ".",
                     sentence + ". " + numbered_words(20, 20) + sentence + "."})
            .size() == 2);
}

TEST_CASE("words with the same hash and another spelling are not equal") {
  MadeArticles collection = collect({sentence + ".", sentence + "."});
  const std::size_t at = collection.articles[1].text.find("closed doors");
  collection.articles[1].text.replace(at, 6, "opened");  // its words keep their hashes
  const Passages found = find_passages(collection.articles, collection.analyses, Jobs{1});
  REQUIRE(found.passages.size() == 1);
  CHECK(found.passages[0].run_count == 2);
  CHECK(found.passages[0].equal_words == 20);
}

TEST_CASE("a text in thousands of articles is followed from the earliest ones, and that is said") {
  std::vector<std::string> bodies;
  bodies.reserve(200);
  for (int i = 0; i < 200; ++i) bodies.push_back(sentence + ". " + numbered_words(i * 20, 20));
  const MadeArticles collection = collect(bodies);
  const Passages found = find_passages(collection.articles, collection.analyses, Jobs{1});
  // Each article meets the 8 earliest; only where the words around the sentence let few articles
  // choose the same gram are there more pairs.
  std::vector<int> earliest_met(bodies.size(), 0);
  for (const Passage& passage : found.passages) earliest_met[passage.b] += passage.a < 8 ? 1 : 0;
  for (std::size_t i = 8; i < bodies.size(); ++i) CHECK(earliest_met[i] == 8);
  CHECK(found.passages.size() < 64 * bodies.size());
  REQUIRE(found.limits.size() == 1);
  CHECK(found.limits[0].find("more than 64 articles") != std::string::npos);
}

TEST_CASE("a text made of one word is compared in no time") {
  std::string word_salad;
  for (int i = 0; i < 100000; ++i) word_salad += "ja ";
  const MadeArticles collection = collect({word_salad, word_salad + "nein"});
  const Passages found = find_passages(collection.articles, collection.analyses, Jobs{1});
  REQUIRE(found.passages.size() == 1);
  CHECK(found.passages[0].equal_words == 100000);
  CHECK(found.limits.size() == 1);
}

TEST_CASE("thousands of copies of one article are each paired with the earliest only") {
  std::string text;
  for (int i = 0; i < 10; ++i) text += numbered_words(100 * i, 12) + sentence + ". ";
  const MadeArticles collection = collect(std::vector<std::string>(3000, text));
  const Passages found = find_passages(collection.articles, collection.analyses, Jobs{1});
  std::vector<int> earliest_met(collection.articles.size(), 0);
  for (const Passage& passage : found.passages) {
    CHECK(passage.a < 8);
    earliest_met[passage.b] += passage.equal_words == collection.analyses[0].words.size() - 13;
  }
  for (std::size_t i = 8; i < earliest_met.size(); ++i) CHECK(earliest_met[i] == 8);
  CHECK_FALSE(found.limits.empty());
}

TEST_CASE("ten thousand articles of one word are no trouble") {
  const MadeArticles collection = collect(std::vector<std::string>(10000, "Selne"));
  CHECK(find_passages(collection.articles, collection.analyses, Jobs{1}).passages.empty());
}

TEST_CASE("a long text costs a pair no more than what the two share") {
  std::vector<std::string> bodies = {numbered_words(0, 200000)};
  for (int i = 0; i < 500; ++i) {
    bodies.push_back(numbered_words(400 * i, 20) + "between " + numbered_words(400 * i + 100, 20));
  }
  const MadeArticles collection = collect(bodies);
  const Passages found = find_passages(collection.articles, collection.analyses, Jobs{1});
  CHECK(found.passages.size() == 1000);
  CHECK(found.limits.empty());
}

TEST_CASE("no articles, empty bodies and short ones have no passages") {
  CHECK(find_passages({}, {}, Jobs{1}).passages.empty());
  CHECK(passages_of({"", ""}).empty());
  CHECK(passages_of({"One two three.", "One two three."}).empty());
}

}  // namespace twosource

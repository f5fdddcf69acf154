#include "twosource/read/collection.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <set>

using namespace twosource;

namespace {

Article article(std::string path, std::string text, std::optional<std::int64_t> at = {},
                std::string id = "") {
  Article made;
  made.path = std::move(path);
  made.text = std::move(text);
  made.id = std::move(id);
  if (at) made.published = Published{*at, DatePrecision::minute, DateSource::metadata};
  return made;
}

std::vector<std::string> paths(const ReadOutcome& outcome) {
  std::vector<std::string> out;
  for (const Article& one : outcome.articles) out.push_back(one.path);
  return out;
}

ReadOutcome settled(std::vector<Article> articles) {
  std::vector<ReadOutcome> outcomes;
  for (Article& one : articles) outcomes.push_back({{std::move(one)}, {}});
  return settle(std::move(outcomes));
}

}  // namespace

TEST_CASE("articles are ordered by time, undated last, then by path with its numbers") {
  const ReadOutcome outcome =
      settled({article("a.jsonl:10", "x"), article("a.jsonl:9", "y"), article("late.txt", "z", 200),
               article("early.txt", "w", 100), article("b.txt", "v", 200)});
  CHECK(paths(outcome) ==
        std::vector<std::string>{"early.txt", "b.txt", "late.txt", "a.jsonl:9", "a.jsonl:10"});
}

TEST_CASE("the same input twice is one article and one problem") {
  const ReadOutcome outcome = settled({article("copy.txt", "same", 5), article("a.txt", "same", 5),
                                       article("other.txt", "same", 6)});
  CHECK(paths(outcome) == std::vector<std::string>{"a.txt", "other.txt"});
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].kind == ErrorKind::duplicate);
  CHECK(outcome.problems[0].message == "copy.txt: the same article as a.txt; counted once");
}

TEST_CASE("an own id stays where it is the only one, else the content gives one") {
  const ReadOutcome outcome = settled({article("a", "one", {}, "x1"), article("b", "two", {}, "x2"),
                                       article("c", "three", {}, "x2"), article("d", "four")});
  std::set<std::string> ids;
  for (const Article& one : outcome.articles) ids.insert(one.id);
  CHECK(ids.size() == 4);
  CHECK(outcome.articles[0].id == "x1");
  CHECK(outcome.articles[1].id.size() == 16);
  CHECK(outcome.articles[1].id != "x2");
}

TEST_CASE("an own id that looks like another article's made one does not take it away") {
  const std::string made = settled({article("a", "one")}).articles[0].id;
  const ReadOutcome outcome = settled({article("a", "one"), article("b", "two", {}, made)});
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[1].id == made);
  CHECK(outcome.articles[0].id != made);
}

TEST_CASE("the order in which things were read changes nothing") {
  std::vector<Article> articles = {article("a:2", "x", 1, "i"), article("a:10", "y", 1, "i"),
                                   article("b", "x", 1), article("c", "z")};
  const auto by_path = [](const Article& a, const Article& b) { return a.path < b.path; };
  std::sort(articles.begin(), articles.end(), by_path);
  std::vector<std::string> first;
  do {
    const ReadOutcome outcome = settled(articles);
    std::vector<std::string> seen = paths(outcome);
    for (const Article& one : outcome.articles) seen.push_back(one.id);
    for (const Problem& one : outcome.problems) seen.push_back(one.message);
    if (first.empty()) first = seen;
    CHECK(seen == first);
  } while (std::next_permutation(articles.begin(), articles.end(), by_path));
}

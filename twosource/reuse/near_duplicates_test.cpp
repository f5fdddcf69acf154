#include "twosource/reuse/near_duplicates.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace twosource {
namespace {

NearDuplicates find(const std::vector<std::string>& texts, NearDuplicateRules rules = {}) {
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  return find_near_duplicates(views, Jobs{1}, rules);
}

// So many different words.
std::string sentence(int first, int count) {
  std::string text;
  for (int i = first; i < first + count; ++i) text += fmt::format("word{} ", i);
  return text;
}

TEST_CASE("a pair is reported with its exact Jaccard index") {
  // 16 grams each; the last word is in one of them.
  const NearDuplicates found = find({sentence(0, 20), sentence(0, 19) + "other"});
  REQUIRE(found.pairs.size() == 1);
  CHECK(found.pairs[0].a == 0);
  CHECK(found.pairs[0].b == 1);
  CHECK(found.pairs[0].jaccard == doctest::Approx(15.0 / 17.0));
  CHECK(found.limits.empty());
}

TEST_CASE("the threshold itself is reached by two thirds of the grams") {
  // 12 grams each, 8 shared: 8 / 16.
  CHECK(find({sentence(0, 16), sentence(4, 16)}).pairs.size() == 1);
  CHECK(find({sentence(0, 16), sentence(5, 16)}).pairs.empty());
}

TEST_CASE("capitals, marks and line breaks make no difference") {
  const NearDuplicates found = find(
      {"The harbour of Selne was shut on Monday.", "the harbour of SELNE\nwas shut, on Monday"});
  CHECK(found.pairs.empty());
  REQUIRE(found.same.size() == 1);
  CHECK(found.same[0] == SameGrams{1, 0});
}

TEST_CASE("equal articles are told once, and the pairs of the first are theirs") {
  const std::string other = sentence(0, 19) + "other";
  const NearDuplicates found = find({sentence(0, 20), other, sentence(0, 20), other, other});
  CHECK(found.pairs.size() == 1);
  CHECK(found.same == std::vector<SameGrams>{{2, 0}, {3, 1}, {4, 1}});
}

TEST_CASE("articles shorter than a gram have no pair") {
  const NearDuplicates found =
      find({"", "", "Selne", "Selne", "one two three four", "one two three four"});
  CHECK(found.pairs.empty());
  CHECK(found.same.empty());
}

TEST_CASE("no article at all is no pair") {
  CHECK(find({}).pairs.empty());
}

TEST_CASE("many variants of one article are compared with the first of them, and it is said") {
  std::vector<std::string> texts;
  for (int i = 0; i < 400; ++i) texts.push_back(sentence(0, 100) + fmt::format("variant{}", i));
  NearDuplicateRules rules;
  rules.articles_all_pairs = 10;
  const NearDuplicates found = find(texts, rules);
  CHECK(found.pairs.size() == 10 * 9 / 2 + 390 * 10);
  REQUIRE(found.limits.size() == 1);
  CHECK(found.limits[0].find("the first 10 only") != std::string::npos);
}

TEST_CASE("ten thousand copies of one article are ten thousand entries") {
  const std::vector<std::string> texts(10'000, sentence(0, 50));
  const NearDuplicates found = find(texts);
  CHECK(found.pairs.empty());
  CHECK(found.same.size() == 9'999);
  CHECK(found.limits.empty());
}

}  // namespace
}  // namespace twosource

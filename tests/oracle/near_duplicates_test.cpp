// The slow twin of find_near_duplicates: all pairs of texts, as sets of their grams' words.
#include "twosource/reuse/near_duplicates.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using Texts = std::vector<std::string>;
using Set = std::set<std::vector<std::string>>;

std::vector<std::string_view> views_of(const Texts& texts) {
  return {texts.begin(), texts.end()};
}

Set grams_of(std::string_view text, std::uint32_t gram_words) {
  std::vector<std::string> words;
  for (const Word& word : find_words(text)) words.push_back(fold_word(slice(text, word.span)));
  Set grams;
  for (std::size_t i = 0; i + gram_words <= words.size(); ++i) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
    grams.insert(std::vector(begin, begin + gram_words));
  }
  return grams;
}

double jaccard(const Set& a, const Set& b) {
  std::size_t shared = 0;
  for (const auto& gram : a) shared += b.count(gram);
  return static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
}

std::vector<NearDuplicate> find_slowly(const Texts& texts, const NearDuplicateRules& rules) {
  std::vector<Set> sets;
  for (const std::string& text : texts) sets.push_back(grams_of(text, rules.gram_words));
  std::vector<NearDuplicate> pairs;
  for (ArticleIndex a = 0; a < sets.size(); ++a) {
    for (ArticleIndex b = a + 1; b < sets.size(); ++b) {
      if (sets[a].empty() || sets[b].empty()) continue;
      const double index = jaccard(sets[a], sets[b]);
      if (index >= rules.threshold) pairs.push_back({a, b, index});
    }
  }
  return pairs;
}

// With the pairs that follow from equal articles.
std::vector<NearDuplicate> all_pairs(const NearDuplicates& found, std::size_t texts) {
  std::vector<ArticleIndex> first(texts);
  for (ArticleIndex i = 0; i < texts; ++i) first[i] = i;
  for (const SameGrams& same : found.same) first[same.article] = same.first;
  std::vector<NearDuplicate> pairs;
  for (ArticleIndex a = 0; a < texts; ++a) {
    for (ArticleIndex b = a + 1; b < texts; ++b) {
      const auto [low, high] = std::minmax(first[a], first[b]);
      if (low == high) pairs.push_back({a, b, 1.0});
      for (const NearDuplicate& pair : found.pairs) {
        if (pair.a == low && pair.b == high) pairs.push_back({a, b, pair.jaccard});
      }
    }
  }
  return pairs;
}

std::string random_text(std::mt19937& random, std::size_t words, std::size_t vocabulary) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += fmt::format("w{} ", random() % vocabulary);
  return text;
}

// Families of texts: some words of a text are replaced by others, at least so many of 100 are kept.
Texts random_families(std::mt19937& random, std::size_t longest, std::size_t vocabulary,
                      std::size_t least_kept) {
  Texts texts;
  for (int family = 0; family < 8; ++family) {
    const std::string root = random_text(random, 1 + random() % longest, vocabulary);
    for (int member = 0; member < 5; ++member) {
      std::string text;
      const std::size_t kept = least_kept + random() % (101 - least_kept);
      for (const Word& word : find_words(root)) {
        const bool is_kept = random() % 100 < kept;
        text += is_kept ? std::string(slice(root, word.span)) : random_text(random, 1, vocabulary);
        text += ' ';
      }
      texts.push_back(text);
    }
  }
  return texts;
}

// Short texts are sketched whole, so none of their pairs is missing; of the others a few in a
// thousand may be.
struct Counts {
  std::size_t truth = 0;
  std::size_t found = 0;
};

Counts compare(const Texts& texts, const NearDuplicateRules& rules) {
  const std::vector<NearDuplicate> truth = find_slowly(texts, rules);
  const NearDuplicates result = find_near_duplicates(views_of(texts), Jobs{1}, rules);
  const std::vector<NearDuplicate> found = all_pairs(result, texts.size());
  CHECK(result.limits.empty());
  CHECK(std::includes(truth.begin(), truth.end(), found.begin(), found.end()));
  return {truth.size(), found.size()};
}

TEST_CASE("all near-duplicates among short texts are found, with their exact index") {
  for (const double threshold : {0.3, 0.5, 0.8, 1.0}) {
    for (std::uint32_t gram_words : {1U, 2U, 5U}) {
      for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        NearDuplicateRules rules;
        rules.threshold = threshold;
        rules.gram_words = gram_words;
        const Counts counts = compare(random_families(random, 12, 40, 10), rules);
        CHECK(counts.found == counts.truth);
      }
    }
  }
}

TEST_CASE("at most 5 of 1,000 near-duplicates among long texts are missing") {
  for (const double threshold : {0.3, 0.5, 0.8}) {
    Counts sum;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
      CAPTURE(seed);
      std::mt19937 random(seed);
      NearDuplicateRules rules;
      rules.threshold = threshold;
      rules.gram_words = 2;
      const Counts counts = compare(random_families(random, 300, 2'000, 75), rules);
      sum.truth += counts.truth;
      sum.found += counts.found;
    }
    CAPTURE(sum.truth);
    CHECK(sum.found * 1'000 >= sum.truth * 995);
    CHECK(sum.truth > 200);
  }
}

TEST_CASE("texts that repeat themselves are compared by distinct grams") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    Texts texts;
    for (int i = 0; i < 20; ++i) texts.push_back(random_text(random, 1 + random() % 400, 2));
    const Counts counts = compare(texts, {});
    CHECK(counts.found * 100 >= counts.truth * 98);
  }
}

TEST_CASE("the result is the same for any number of jobs") {
  std::mt19937 random(7);
  Texts texts;
  for (int i = 0; i < 30; ++i) {
    for (std::string& text : random_families(random, 200, 500, 90)) texts.push_back(text);
  }
  const NearDuplicates one = find_near_duplicates(views_of(texts), Jobs{1});
  const NearDuplicates four = find_near_duplicates(views_of(texts), Jobs{4});
  CHECK(one.pairs == four.pairs);
  CHECK(one.same == four.same);
  CHECK(one.limits == four.limits);
  CHECK(one.pairs.size() > 100);
}

}  // namespace
}  // namespace twosource

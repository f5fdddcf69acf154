// The slow twin of align_words: every word of one unit is compared with every word of the other,
// and the best pair that is left is taken until none is.
#include "twosource/claim/word_alignment.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "twosource/claim/pair_features.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

using Aligned = std::vector<std::tuple<std::uint32_t, std::uint32_t, Closeness, float>>;

double rank_of(const AlignedWords& words) {
  return words.closeness == Closeness::opposite ? 0.5 : static_cast<double>(words.strength);
}

// How far apart the places of two words are, as a share of both lengths multiplied.
std::int64_t distance(std::size_t x, std::size_t y, const ComparedUnit& a, const ComparedUnit& b) {
  return std::abs(static_cast<std::int64_t>(x * b.words.size()) -
                  static_cast<std::int64_t>(y * a.words.size()));
}

Aligned slow_alignment(const ComparedUnit& a, const ComparedUnit& b) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, Closeness, float>> found;
  std::set<std::size_t> taken_a;
  std::set<std::size_t> taken_b;
  while (true) {
    std::tuple<double, Closeness, std::int64_t, std::int64_t> best{0.0, Closeness::none, 0, 0};
    AlignedWords chosen;
    for (std::size_t x = 0; x < a.words.size(); ++x) {
      for (std::size_t y = 0; y < b.words.size(); ++y) {
        if (taken_a.contains(x) || taken_b.contains(y)) continue;
        const AlignedWords words = compare_words(a.words[x], b.words[y]);
        const std::tuple here{rank_of(words), words.closeness, -distance(x, y, a, b),
                              -static_cast<std::int64_t>(x + y)};
        if (rank_of(words) == 0.0 || (rank_of(chosen) > 0.0 && here <= best)) continue;
        best = here;
        chosen = words;
        chosen.a = static_cast<std::uint32_t>(x);
        chosen.b = static_cast<std::uint32_t>(y);
      }
    }
    if (rank_of(chosen) == 0.0) break;
    taken_a.insert(chosen.a);
    taken_b.insert(chosen.b);
    found.insert({chosen.a, chosen.b, chosen.closeness, chosen.strength});
  }
  return {found.begin(), found.end()};
}

Aligned fast_alignment(const ComparedUnit& a, const ComparedUnit& b) {
  Aligned aligned;
  for (const AlignedWords& words : align_words(a, b))
    aligned.emplace_back(words.a, words.b, words.closeness, words.strength);
  return aligned;
}

std::string random_sentence(std::mt19937& random) {
  constexpr auto words = std::to_array<std::string_view>(
      {"the",     "ferry",   "ship",   "struck",  "hit",     "Selne",    "Orlo",     "Mira",
       "twelve",  "12",      "people", "injured", "hurt",    "not",      "accepted", "rejected",
       "arrived", "arrival", "Monday", "rose",    "fell",    "minister", "resigned", "on",
       "of",      "United",  "States", "U.S.",    "percent", "%",        "Selneans", "rise",
       "harbour", "harbor",  "up",     "down",    "denied",  "3,000"});
  std::string sentence;
  const std::size_t count = random() % 14;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) sentence += ' ';
    sentence += words.at(random() % words.size());
  }
  return sentence + '.';
}

}  // namespace

TEST_CASE("words are aligned as by comparing all with all") {
  std::mt19937 random(7);
  TextTagger tagger;
  const auto unit = [&] {
    Article article;
    article.text = random_sentence(random);
    article.language = "en";
    article.body = {0, static_cast<std::uint32_t>(article.text.size())};
    Analysis analysis = analyze_structure(article, analyze_words(article));
    analysis.language = "en";
    const TaggedText tagged = tagger.tag(article, analysis);
    return compared_unit(article.text, tagged, 0, static_cast<std::uint32_t>(tagged.tokens.size()));
  };
  std::size_t aligned = 0;
  for (int i = 0; i < 2000; ++i) {
    const ComparedUnit a = unit();
    const ComparedUnit b = unit();
    const Aligned fast = fast_alignment(a, b);
    REQUIRE(fast == slow_alignment(a, b));
    REQUIRE(pair_features(a, b) == pair_features(b, a));
    aligned += fast.size();
  }
  CHECK(aligned > 2000);
}

}  // namespace twosource

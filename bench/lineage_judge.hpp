#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "bench/generator/collected.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/origin.hpp"
#include "twosource/model/story.hpp"

namespace twosource::bench {

/// What the engine says of generated articles.
struct Answers {
  std::vector<Copy> copies;
  std::vector<Story> stories;
  Origins origins;
};

/// How many of how many.
struct Tally {
  std::uint64_t part = 0;
  std::uint64_t whole = 0;
  void add(bool counts) {
    part += counts ? 1 : 0;
    ++whole;
  }
  [[nodiscard]] double share() const {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// The answer about one article that took enough of others.
struct ParentTally {
  std::uint64_t right = 0;
  std::uint64_t wrong = 0;     ///< another article, or the reporting of another outlet
  std::uint64_t unknown = 0;   ///< no edge, or only that a source is common
  std::uint64_t ancestor = 0;  ///< of these two: what is named is a parent's parent or further up
  [[nodiscard]] std::uint64_t all() const { return right + wrong + unknown; }
  [[nodiscard]] double share() const {
    return all() == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(all());
  }
};

/// Errors of the sum at the head of a story, added up over stories of two articles and more.
struct CountTally {
  std::uint64_t stories = 0;
  double possible_error = 0.0;  ///< |possible - true| / true
  double shown_error = 0.0;
  std::uint64_t inside = 0;  ///< true number within [shown, possible]
};

/// All figures of one collection; bench/lineage.cpp says what each means.
struct LineageFigures {
  std::map<std::string, ParentTally> parents;  ///< by operation; "all"; "small" for small ones
  std::uint64_t traceless = 0;  ///< took from a source of which nothing in the collection tells
  Tally false_parents;          ///< of the articles that took nothing, those with an edge
  CountTally counts;
  Tally hidden;
  Tally quotation_folds;
  Tally independent_folds;
  std::uint64_t foreign_folds = 0;         ///< pairs of different families
  std::map<std::string, Tally> recall;     ///< bytes, by operation and by change
  std::map<std::string, Tally> precision;  ///< bytes, by kind of copy
  std::vector<std::string> examples;       ///< one line for each wrong or unknown parent
  std::vector<std::string> false_edges;  ///< ... for each article that took nothing and has an edge
  std::vector<std::string> folds;        ///< ... for each pair that folds and must not
};

LineageFigures judge_lineage(const Collected& collected, const Answers& answers);

/// The errors of the sums alone.
CountTally judge_counts(const Collected& collected, const std::vector<Story>& stories,
                        const std::vector<Sum>& sums);

}  // namespace twosource::bench

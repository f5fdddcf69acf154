#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/claim/candidates.hpp"
#include "twosource/claim/conflicts.hpp"
#include "twosource/claim/likeness.hpp"
#include "twosource/claim/wordings.hpp"

namespace twosource {

/// What is compared: the units of one story and which of them are one wording.
struct StoryUnits {
  const Report& report;
  std::span<const TaggedText> tagged;
  std::span<const Unit> units;
  const Wordings& wordings;
};

/// Two wordings that were compared; `a` is the smaller number.
struct ComparedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  UnitLikeness likeness;
  std::vector<SlotConflict> conflicts;  ///< spans in the articles of both wordings' first units
};

/// Wordings that say the same.
struct Fact {
  std::vector<std::uint32_t> wordings;  ///< ascending
  double likeness = 1.0;  ///< mean probability that two of them say the same; 1 for one alone
};

struct Facts {
  std::vector<Fact> facts;  ///< by their first wordings
};

struct FactRules {
  double same = 0.65;   ///< average probability at which wordings are joined
  double about = 0.65;  ///< from here on two wordings can contradict each other
};

/// Compares the candidates by the units that stand for them. Two wordings that one article tells
/// both are no conflict, unless they are the words of two speakers: its author saw none. Units
/// without common ground are not alike at all.
std::vector<ComparedPair> compare_candidates(const StoryUnits& story,
                                             std::span<const CandidatePair> pairs,
                                             const FactRules& rules, Jobs jobs);

/// Adds the pairs of wordings that judge the same thing the other way: they need not be alike to
/// part. `pairs` stays ascending.
void add_framings(const StoryUnits& story, std::vector<ComparedPair>& pairs);

/// Joins wordings to facts by average link; a pair with a conflict is not alike at all. `wordings`
/// is how many there are.
Facts join_facts(std::uint32_t wordings, std::span<const ComparedPair> pairs,
                 const FactRules& rules);

}  // namespace twosource

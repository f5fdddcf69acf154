#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/claim/facts.hpp"

namespace twosource {

/// What news counts the people of an event by.
enum class Fate : std::uint8_t { killed, injured, missing, arrested };

/// A number of people with one fate, all of them and no part: "17 injured", "killed at least 12".
struct Tally {
  Fate fate = Fate::killed;
  std::uint32_t quantity = 0;  ///< position in Unit::quantities
};

/// The tallies that a unit gives for the whole of an event; nothing where it is denied, planned or
/// asked. Linear in the unit's tokens.
std::vector<Tally> tallies_of(const Report& report, std::span<const TaggedText> tagged,
                              const Unit& unit);

/// Pairs of wordings that give different tallies of one fate, with the conflict. Both stand where
/// an article tells its news (title, first sentences); of a story that gives many numbers there,
/// they have two words in common that are no part of the tally; neither their places nor their
/// times differ. Such sentences often share nothing else,
/// so that comparing words does not find them: "Twelve hurt as ferry hits wall", "Hospital counts
/// seventeen injured". By `a`, then `b`. Quadratic in the wordings with a tally, of which the first
/// 400 are looked at.
std::vector<ComparedPair> compare_tallies(const StoryUnits& story);

/// Puts pairs found in two ways together, those of `more` over those of `pairs`; both by `a` and
/// `b`, as is the result.
std::vector<ComparedPair> merge_pairs(std::vector<ComparedPair> pairs,
                                      std::vector<ComparedPair> more);

}  // namespace twosource

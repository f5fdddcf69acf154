#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/claim/facts.hpp"

namespace twosource {

/// One thing in which the accounts of a fact part.
struct Dispute {
  std::uint32_t leader = 0;    ///< the fact whose claim shows it
  std::uint32_t pair = 0;      ///< position in the compared pairs: where it is surest
  std::uint32_t conflict = 0;  ///< position in that pair's conflicts
  /// Wordings that take part on the leader's side, ascending: its own, and of a conflict with a
  /// topic those of other facts that have the same value.
  std::vector<std::uint32_t> own;
  std::vector<std::uint32_t> opposing;  ///< wordings of other facts, ascending
  bool update = true;  ///< wherever the sides meet, the later one has the later value
};

/// The conflicts of a story, each told once: by the fact of best rank, against all wordings that
/// part from it in the same kind and the same words ("12 people" against "17 people"), or in the
/// same topic and note; a number, a
/// date, a name or a place in which several facts part in the same words only by the first.
/// `ranks` is by fact, 0 for the one with most support. By leader, then place.
std::vector<Dispute> find_disputes(const StoryUnits& story, const Facts& facts,
                                   std::span<const ComparedPair> pairs,
                                   std::span<const std::uint32_t> ranks);

}  // namespace twosource

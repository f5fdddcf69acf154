#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/claim/conflicts.hpp"
#include "twosource/claim/units.hpp"

namespace twosource {

/// Two units that call one thing by opposite words: "productive talks", "regrettable talks".
struct Framing {
  UnitIndex a = 0;
  UnitIndex b = 0;  ///< greater than `a`
  SlotConflict conflict;
};

/// All pairs of units of one story that judge the same thing the other way, whatever else they say.
/// Of one article only what two speakers say. By a and b. Linear in the text, and in the pairs that
/// judge things of one name.
std::vector<Framing> find_framings(const Report& report, std::span<const TaggedText> tagged,
                                   std::span<const Unit> units);

}  // namespace twosource

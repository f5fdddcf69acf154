#pragma once

#include "twosource/claim/units.hpp"

namespace twosource {

/// How two units stand to each other, by what they share.
struct UnitLikeness {
  double same = 0.0;   ///< probability that both say the same, 0..1
  double about = 0.0;  ///< probability that both speak of the same fact, in agreement or not, 0..1
};

/// Compares two units of one story slot by slot (participants, action, time, numbers, speaker,
/// words) by a logistic model; its card is models/claims/README.md. Symmetric. Linear in the
/// slots of both.
UnitLikeness compare_units(const Report& report, std::span<const TaggedText> tagged, const Unit& a,
                           const Unit& b);

}  // namespace twosource

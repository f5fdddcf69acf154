#pragma once

#include "twosource/claim/compared_unit.hpp"

namespace twosource {

/// How two units stand to each other, by what they share.
struct UnitLikeness {
  double same = 0.0;   ///< probability that both say the same, 0..1
  double about = 0.0;  ///< probability that both speak of the same fact, in agreement or not, 0..1
};

/// Compares two units of one story by their words: what means the same, which names and numbers
/// they share, what each has alone, and whether one denies; a logistic model over these
/// (pair_features.hpp), its card is models/claims/README.md. Who says it makes no difference here.
/// Symmetric, to the last bit. Some microseconds: linear in the meanings of both units' words.
UnitLikeness compare_units(const ComparedUnit& a, const ComparedUnit& b);

}  // namespace twosource

#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "twosource/claim/compared_unit.hpp"

namespace twosource {

constexpr std::size_t pair_feature_count = 60;

/// What tells whether two units say the same; what each number is stands in pair_feature_names.
/// Finite; most lie in 0..1.
using PairFeatures = std::array<double, pair_feature_count>;

/// The names by which the weights file knows the features.
const std::array<std::string_view, pair_feature_count>& pair_feature_names();

/// Symmetric, to the last bit. All 0 if one of the two has no telling word.
PairFeatures pair_features(const ComparedUnit& a, const ComparedUnit& b);

}  // namespace twosource

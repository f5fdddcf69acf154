#pragma once

#include <cstddef>
#include <vector>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// For each of the `count` words of an article from `first` on: whether it is quoted speech.
/// Linear in `count`, but for one binary search.
std::vector<bool> quoted_words(const Analysis& analysis, std::size_t first, std::size_t count);

}  // namespace twosource

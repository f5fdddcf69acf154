#pragma once

#include <cstddef>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// For each of the `count` words of an article from `first` on: whether it belongs to what a
/// sentence says that somebody said, with or without quotation marks. "The mayor said that *the
/// bridge is closed*", "*The bridge is closed*, according to the mayor". Linear in the words of the
/// sentences, but for one binary search.
std::vector<bool> reported_words(const Article& article, const Analysis& analysis,
                                 std::size_t first, std::size_t count);

}  // namespace twosource

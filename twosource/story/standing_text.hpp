#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"

namespace twosource {

/// Tells which copies say nothing of a common event: furniture, and text that one outlet printed
/// under two headlines about different things. One entry for each of `copies`.
///
/// More is left out here than furniture, which takes three articles: a story must not be joined by
/// what may be a foot line, while a copy must not be called a foot line too soon.
std::vector<bool> find_standing_text(std::span<const Article> articles,
                                     std::span<const Analysis> analyses,
                                     std::span<const Copy> copies);

}  // namespace twosource

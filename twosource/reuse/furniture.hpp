#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"

namespace twosource {

/// Tells which copies are site furniture: blocks that outlets print under whatever they publish
/// (menus, subscribe lines, consent pages, standing footers).
///
/// The answer has one entry for each of `copies`, which are ordered by a and b as find_copies makes
/// them. The outlet of an article is its `outlet`, else the host of its url; an article with
/// neither has no furniture of its own. Linear in the copies but for sorting.
std::vector<bool> find_furniture(std::span<const Article> articles,
                                 std::span<const Analysis> analyses, std::span<const Copy> copies);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/story.hpp"

namespace twosource {

/// Sorts the articles into stories: articles about the same event.
///
/// Every article is in exactly one story; many stories have one article. Two articles belong
/// together by a verified copy of at least a fifth of the shorter one (unquoted, no furniture), or
/// by rare names and terms they share, within 72 hours of each other; articles without a date of
/// their own have to share more. A story is joined to another only if their articles belong
/// together on average, so no chain of neighbours makes a story. Articles that say next to nothing,
/// or whose body is not about their headline (consent pages, menus), stay alone.
///
/// Largest first; of equal size the one with the smallest article index. The links of a story, each
/// with its reason, connect all its articles. Reads the light part of the analyses and their
/// language. The result depends neither on the order of the articles (apart from their numbers) nor
/// on `jobs`. Time is about linear in the articles that share a rare term.
std::vector<Story> group_stories(std::span<const Article> articles,
                                 std::span<const Analysis> analyses, std::span<const Copy> copies,
                                 Jobs jobs);

}  // namespace twosource

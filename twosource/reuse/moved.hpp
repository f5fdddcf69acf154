#pragma once

#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/reuse/reworded.hpp"

namespace twosource {

/// Finds stretches that have the same words in another order: clauses that changed places, pieces
/// of sentences that were shuffled.
///
/// Whole sentences that changed places are passages of their own and no such stretch. Returns
/// stretches by place in a that do not overlap; their runs cross. `a` and `b` are the indices that
/// the answers carry; which article is a makes no other difference. Linear in the words of both,
/// plus sorting.
std::vector<Rewording> find_moved(const Article& article_a, const Analysis& in_a, ArticleIndex a,
                                  const Article& article_b, const Analysis& in_b, ArticleIndex b);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/reason.hpp"

namespace twosource {

/// What speaks for two articles being about the same event, and whether it is enough for the two
/// of them alone. In a collection the average over all articles of both stories decides, so a pair
/// that belongs together can stand in two stories, and one story can hold a pair that does not.
struct StoryPair {
  bool joined = false;          ///< the score reaches the threshold
  double score = 0.0;           ///< 0..1
  double threshold = 0.0;       ///< the same for every pair
  std::vector<Reason> reasons;  ///< shared_copy, shared_terms; days_apart, undated, says_nothing
};

/// Weighs articles `a` and `b` as group_stories does among all these articles.
StoryPair explain_pair(std::span<const Article> articles, std::span<const Analysis> analyses,
                       std::span<const Copy> copies, ArticleIndex a, ArticleIndex b);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/reason.hpp"
#include "twosource/story/likeness.hpp"

namespace twosource {

/// Puts into words what speaks for two articles being about the same event.
class Explainer {
 public:
  /// The arguments must outlive the explainer.
  Explainer(std::span<const Article> articles, std::span<const Analysis> analyses,
            std::span<const Copy> copies, const Comparison& comparison, const StoryRules& rules);

  /// The stronger of shared_copy and shared_terms, with the places that prove it.
  [[nodiscard]] Reason why_joined(ArticleIndex a, ArticleIndex b) const;

  /// Everything that was weighed, for and against.
  [[nodiscard]] std::vector<Reason> weighed(ArticleIndex a, ArticleIndex b) const;

 private:
  [[nodiscard]] Reason copied(ArticleIndex a, ArticleIndex b, double share) const;
  [[nodiscard]] Reason terms(ArticleIndex a, ArticleIndex b, double score) const;

  std::span<const Article> articles_;
  std::span<const Analysis> analyses_;
  std::span<const Copy> copies_;  // by a and b
  const Comparison& comparison_;
  StoryRules rules_;
};

}  // namespace twosource

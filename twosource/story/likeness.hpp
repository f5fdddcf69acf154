#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/story/average_link.hpp"
#include "twosource/story/terms.hpp"

namespace twosource {

/// When two articles belong together. The defaults are tuned on half of the public sets
/// (docs/benchmarks.md) and are the same for all of them.
struct StoryRules {
  TermRules terms;
  double threshold = 0.20;       ///< the average likeness that joins two stories
  double undated_share = 0.8;    ///< so much of it counts if one of two articles has no date
  double copied_share = 0.2;     ///< of the shorter article: the contract's verified copy
  double copied_likeness = 0.3;  ///< what such a copy is worth at least
  std::int64_t hours = 72;       ///< between two articles that terms alone may join
};

/// Likeness 1.0 as the whole number that average_link takes.
constexpr double likeness_unit = 1e6;

/// What speaks for two articles being about the same event.
struct Evidence {
  double terms = 0.0;       ///< cosine of their terms
  double copied = 0.0;      ///< share of the shorter body that is copied; unquoted, no furniture
  bool undated = false;     ///< one of them has no date of its own
  bool days_apart = false;  ///< too far apart in time for terms to count

  /// 0..1; at least `threshold` where the two belong together.
  [[nodiscard]] double likeness(const StoryRules& rules) const;
};

/// Compares articles by their terms, their copies and their dates.
class Comparison {
 public:
  /// The arguments must outlive the comparison.
  Comparison(std::span<const Article> articles, std::span<const Analysis> analyses,
             std::span<const Copy> copies, std::vector<Terms> terms, const StoryRules& rules);

  [[nodiscard]] Evidence compare(ArticleIndex a, ArticleIndex b) const;
  [[nodiscard]] const Terms& terms_of(ArticleIndex article) const { return terms_[article]; }

  /// All pairs of the articles `chosen` that are alike enough to matter for an average. The items
  /// are positions in `chosen`.
  ///
  /// Found through the terms that two articles share: no other pair is looked at, so articles that
  /// say nothing are like none, whatever they copy.
  [[nodiscard]] std::vector<Likeness> compare_all(std::span<const ArticleIndex> chosen,
                                                  Jobs jobs) const;

 private:
  // A copied text, noted under both articles.
  struct SharedText {
    ArticleIndex article;
    ArticleIndex other;
    double share;
  };

  [[nodiscard]] std::span<const SharedText> shared_by(ArticleIndex article) const;
  [[nodiscard]] Evidence evidence(ArticleIndex a, ArticleIndex b, double shared_terms,
                                  double copied) const;

  std::span<const Article> articles_;
  std::vector<SharedText> shared_;  // by article and other
  std::vector<Terms> terms_;
  StoryRules rules_;
};

}  // namespace twosource

#pragma once

#include <cstddef>
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

/// When two articles belong together. The defaults were chosen by comparing settings on public sets
/// (bench/stories.cpp says on which parts) and are the same for all of them.
struct StoryRules {
  TermRules terms;
  double threshold = 0.15;          ///< the average likeness that joins two stories
  std::int64_t hours = 72;          ///< between two articles that terms may join by themselves
  double unsupported_share = 0.65;  ///< so much do terms count if the dates say nothing for them
  double copied_share = 0.2;        ///< of the shorter article: the contract's verified copy
  double copied_likeness = 0.3;     ///< what such a copy is worth at least
};

/// Likeness 1.0 as the whole number that average_link takes.
constexpr double likeness_unit = 1e6;

/// What speaks for two articles being about the same event.
struct Evidence {
  double terms = 0.0;       ///< cosine of their terms
  double copied = 0.0;      ///< share of the shorter body: unquoted, no standing text
  bool undated = false;     ///< one of them has no date of its own
  bool days_apart = false;  ///< both have, and too far apart

  /// 0..1. Articles that are days apart are alike by copies only.
  [[nodiscard]] double likeness(const StoryRules& rules) const;

  /// The same for an article that stands alone so far. Its date may be wrong (one page in ten says
  /// when it was last touched), so terms count, less. Two groups whose dates agree inside each and
  /// differ between them are two events.
  [[nodiscard]] double lenient(const StoryRules& rules) const;
};

/// Compares articles by their terms, their copies and their dates.
class Comparison {
 public:
  /// `articles` must outlive the comparison.
  Comparison(std::span<const Article> articles, std::span<const Analysis> analyses,
             std::span<const Copy> copies, const StoryRules& rules);

  [[nodiscard]] Evidence compare(ArticleIndex a, ArticleIndex b) const;

  /// What the article is about; empty: it says nothing and is like no other.
  [[nodiscard]] const Terms& terms_of(ArticleIndex article) const { return terms_[article]; }

  /// The articles that print nearly the same text, whenever, ascending; none for an article that
  /// says nothing.
  [[nodiscard]] std::vector<ArticleIndex> reprints_of(ArticleIndex article) const;

  /// Copies that say nothing of a common event.
  [[nodiscard]] const std::vector<bool>& standing() const { return standing_; }

  /// All pairs of `articles` that are alike enough to matter for an average. The items are
  /// positions in `articles`.
  ///
  /// Found through the terms that two articles share: no other pair is looked at, so articles that
  /// say nothing are like none, whatever they copy.
  [[nodiscard]] std::vector<Likeness> compare_all(std::span<const ArticleIndex> articles,
                                                  Jobs jobs) const;

 private:
  struct Chosen;

  // A copied text, noted under both articles.
  struct SharedText {
    ArticleIndex article;
    ArticleIndex other;
    double share;  // of the shorter body
    double whole;  // of the longer one
  };

  void sum_copies(std::span<const Analysis> analyses, std::span<const Copy> copies);
  [[nodiscard]] std::span<const SharedText> shared_by(ArticleIndex article) const;
  [[nodiscard]] std::vector<Likeness> compare_block(const Chosen& chosen, std::size_t begin,
                                                    std::size_t end) const;
  [[nodiscard]] Evidence evidence(ArticleIndex a, ArticleIndex b, double shared_terms,
                                  double copied) const;

  std::span<const Article> articles_;
  StoryRules rules_;
  std::vector<bool> standing_;
  std::vector<Terms> terms_;
  std::vector<SharedText> shared_;  // by article and other
};

}  // namespace twosource

#pragma once

#include <optional>
#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/reason.hpp"
#include "twosource/origin/collection_reading.hpp"
#include "twosource/origin/shared_words.hpp"

namespace twosource {

/// A sign that one of two articles, `a` and `b`, had their common text first.
///
/// The weight is the natural logarithm of the odds that the sign gives by itself: 2 is about 7 to
/// 1. Signs are added up as if they were independent, which they are not quite; therefore what the
/// texts alone show is capped, and a direction needs `min_direction_weight`.
struct Sign {
  bool a_first = true;
  double weight = 0.0;
  Reason reason;
};

constexpr double min_direction_weight = 2.0;

/// What the signs are read from.
struct Evidence {
  std::span<const Article> articles;
  std::span<const Analysis> analyses;
  const CollectionReading& reading;
  const SharedWords& shared;
};

/// All signs that two articles give, also where they do not suffice; those of single passages left
/// out. Linear in the two texts.
std::vector<Sign> pair_signs(const Evidence& evidence, ArticleIndex a, ArticleIndex b);

/// The passage names one of the two as the one that was told ("told the Courier").
std::optional<Sign> told_sign(std::span<const Article> articles, ArticleIndex a, Span a_passage,
                              ArticleIndex b, Span b_passage);

/// The weight of all signs together, above zero where `a` was first.
double sum_of(std::span<const Sign> signs);

}  // namespace twosource

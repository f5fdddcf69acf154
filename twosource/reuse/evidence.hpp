#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/reuse/collection_words.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource {

/// One of the two articles that have a passage.
struct PassageSide {
  const Article& article;
  const Analysis& analysis;
};

/// What the equal words of a passage weigh, in bits.
struct PassageWeight {
  double surprisal = 0.0;  ///< how unlikely they are in this language and in this collection
  double evidence = 0.0;   ///< the part of it that speaks for copying, less the gaps
};

/// Weighs passages, each by itself: a word counts once for each predecessor, a name of several
/// words or a term of the law little more than one word, quoted words a little and never more than
/// the frame around them, and the gaps between the runs are taken off. `words` must have learnt the
/// passages. Linear in them and in the articles that have any, and for those with quotations in
/// their sentences.
std::vector<PassageWeight> weigh_passages(const CollectionWords& words,
                                          std::span<const Article> articles,
                                          std::span<const Analysis> analyses,
                                          const Passages& passages, Jobs jobs);

}  // namespace twosource

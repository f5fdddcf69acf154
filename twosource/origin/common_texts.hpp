#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "twosource/origin/shared_text.hpp"

namespace twosource {

/// A shared sentence as two articles share it: its position, and the copy that holds it.
struct PairSentence {
  std::size_t sentence = 0;
  std::uint32_t copy = 0;
};

using ArticlePair = std::pair<ArticleIndex, ArticleIndex>;  ///< the smaller one first
using PairSentences = std::map<ArticlePair, std::vector<PairSentence>>;

/// Puts the shared sentences that are `open` (of no known source) together to texts: positions of
/// sentences, each once. Any two articles that have two sentences of a text share one of them, as
/// far as the 64 articles with the fewest show.
std::vector<std::vector<std::size_t>> group_common_texts(const SharedText& shared,
                                                         const PairSentences& pairs,
                                                         const std::vector<bool>& open);

}  // namespace twosource

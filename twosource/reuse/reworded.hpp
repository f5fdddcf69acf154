#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"

namespace twosource {

/// Words [a, a + size) of one article that stand for words [b, b + size) of another, as indices
/// into Analysis::words.
struct MeaningRun {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t size = 0;
  bool equal = true;  ///< the same words; false: others that mean the same
};

/// Whole sentences of one article that stand in another in other words.
struct Rewording {
  ArticleIndex a = 0;  ///< the article with the smaller index
  ArticleIndex b = 0;
  std::uint32_t a_first = 0;  ///< words of a, half-open
  std::uint32_t a_last = 0;
  std::uint32_t b_first = 0;
  std::uint32_t b_last = 0;
  std::uint32_t equal_words = 0;
  std::vector<MeaningRun> runs;  ///< in text order of a
};

struct Rewordings {
  std::vector<Rewording> found;       ///< by a, b and place in a; none overlaps another of its pair
  std::vector<std::size_t> replaced;  ///< of the copies given: those that lie in one of `found`
  std::vector<std::string> limits;    ///< one sentence for each limit that left something out
};

/// Finds sentences that stand in two articles in other words: names and numbers kept, the other
/// words kept, inflected or replaced by synonyms.
///
/// Also stretches whose words were moved (moved.hpp); these take the place of copies inside them.
///
/// Strict on purpose: two reporters who tell of one event share its facts. So it takes several
/// sentences that tell the same facts in the same order and hardly anything else, or a single one
/// that is told word by word. Sentences that `copies` (ordered by a and b) cover already are left
/// out; they count as context. Quoted speech proves nothing. Needs the rich part of the analyses.
/// Linear in the articles, except for what rare words share, which is bounded. The result depends
/// neither on `jobs` nor on the articles' order.
Rewordings find_rewordings(std::span<const Article> articles, std::span<const Analysis> analyses,
                           std::span<const Copy> copies, Jobs jobs);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/origin/reading.hpp"

namespace twosource {

/// One sentence of one article.
struct SentenceRef {
  ArticleIndex article = 0;
  std::uint32_t sentence = 0;
  auto operator<=>(const SentenceRef&) const = default;
};

/// A sentence that stands in another article as well.
struct SentenceLink {
  SentenceRef from;
  SentenceRef to;              ///< the sentence of the other article that shares most words with it
  std::uint32_t covered = 0;   ///< words of `from` inside the copies with that article
  std::uint32_t equal = 0;     ///< of these, words with a counterpart: equal ones, or in a reworded
                               ///< copy also others that mean the same
  std::uint32_t reworded = 0;  ///< of `covered`, words inside reworded copies
  std::uint32_t copy = 0;      ///< the copy that holds most of it, an index into the copies
};

/// The same sentence in several articles.
struct SharedSentence {
  std::vector<SentenceRef> places;     ///< sentences that are this one, ascending; at least one
  std::vector<ArticleIndex> articles;  ///< that carry it, also inside a longer sentence; ascending
  std::vector<std::uint32_t> links;    ///< indices into SharedText::links that hold it together
};

struct SharedText {
  std::vector<SentenceLink> links;        ///< by `from`, then by the other article
  std::vector<SharedSentence> sentences;  ///< by their first place
};

/// Finds the sentences that articles share by verified copies, quoted speech and furniture left
/// out.
///
/// A sentence is shared with another article where the copies between the two cover at least 70 %
/// of its words and at least half of its words are equal; in a reworded copy, whose sentences were
/// held against each other as a whole, a third with a counterpart is enough; where half of it is
/// quoted speech, 80 % of its other words must be equal too. Two sentences are one
/// where each is shared with the article of the other and their words lie on one another. Nothing
/// else joins them: an article that is stitched together from two texts does not make them one.
///
/// `copies` are those inside one story; `readings` is indexed by article. Linear in the words of
/// the copies, plus sorting.
SharedText find_shared_text(std::span<const Analysis> analyses,
                            std::span<const ArticleReading> readings, std::span<const Copy> copies,
                            std::span<const std::uint32_t> story_copies);

}  // namespace twosource

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/origin/common_texts.hpp"

namespace twosource {

/// What more articles print is not looked at for a stitched one among them; it bounds the work.
constexpr std::size_t max_carriers = 64;

/// The articles that carry one shared sentence: those that credit the agency in question, and the
/// others. Both ascending.
struct Carriers {
  std::vector<ArticleIndex> credited;
  std::vector<ArticleIndex> others;
};

/// How many shared sentences two articles have in common.
std::size_t count_shared_sentences(const PairSentences& pairs, ArticleIndex a, ArticleIndex b);

/// Whether all that credit the agency may have stitched the sentence in from another text: each has
/// three sentences in common with an article that shares nothing with the others who carry this
/// one, and at least half of these share a second sentence with each of them. `members` are the
/// articles of the story. Linear in the members, for each carrier.
bool may_be_stitched(const Carriers& carriers, std::span<const ArticleIndex> members,
                     const PairSentences& pairs);

}  // namespace twosource

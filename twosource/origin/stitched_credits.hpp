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

/// Whether all that credit the agency may have stitched the sentence in from another text: half of
/// the others who carry it (two, where only one article credits; more than half, where several do)
/// are strangers to a member that does not carry it. Both the member and these share two sentences
/// with each that credits, they share nothing with each other, and of the members that share text
/// with either fewer than two thirds share text with both. `members` are articles of the story.
/// For each carrier, quadratic in the members at worst.
bool may_be_stitched(const Carriers& carriers, std::span<const ArticleIndex> members,
                     const PairSentences& pairs);

}  // namespace twosource

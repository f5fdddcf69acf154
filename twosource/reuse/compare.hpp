#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/reuse/chain.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource {

/// The same gram hash in two articles: a place where a shared passage may lie.
struct Hit {
  ArticleIndex a = 0;
  ArticleIndex b = 0;
  std::uint32_t a_word = 0;
  std::uint32_t b_word = 0;
};

/// Sorts hits by b, a, diagonal (place in b minus place in a) and place: all hits of a pair lie
/// together, in them all hits of a run.
void sort_hits(std::vector<Hit>& hits);

/// The words of a text, which lie in `room` from then on; those before the body may not be
/// compared.
WordText read_words(const BodyText& text, std::vector<Word>& room);

/// Where a run stands in the two texts.
AlignedRun place_of(const WordRun& run, const WordText& a, const WordText& b);

/// Appends the passages that two articles share to `passages` and their runs to `runs`. `hits` are
/// those of this pair, sorted; every maximal run of `rules.shortest` equal words must hold one.
///
/// Every run is verified on the texts. Linear in the words of the runs, but for what chain_runs
/// costs.
void compare_pair(const WordText& a, const WordText& b, std::span<const Hit> hits,
                  const PassageRules& rules, std::vector<Passage>& passages,
                  std::vector<WordRun>& runs);

}  // namespace twosource

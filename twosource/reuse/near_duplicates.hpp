#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// What counts as a near-duplicate. The defaults are what the bench measures.
struct NearDuplicateRules {
  std::uint32_t gram_words = 5;  ///< words in a row that are compared as one; positive
  double threshold = 0.5;        ///< smallest Jaccard index that is reported; in (0, 1]
  /// A gram that stands in more articles leads each of them to so many of the first ones only.
  std::uint32_t articles_all_pairs = 256;
};

/// Two articles that share most of their grams, a < b.
struct NearDuplicate {
  ArticleIndex a = 0;
  ArticleIndex b = 0;
  double jaccard = 0.0;  ///< shared grams / grams of either, each counted once
  auto operator<=>(const NearDuplicate&) const = default;
};

/// An article with the same grams as an earlier one: their Jaccard index is 1, and each has the
/// same index with any third.
struct SameGrams {
  ArticleIndex article = 0;
  ArticleIndex first = 0;  ///< the earliest with these grams; first < article
  auto operator<=>(const SameGrams&) const = default;
};

/// The pairs of a collection, without the pairs that follow: an article in `same` stands in no
/// other list, and its pairs are those of its `first`. So ten thousand copies are ten thousand
/// entries and not fifty million pairs.
struct NearDuplicates {
  std::vector<SameGrams> same;       ///< by article
  std::vector<NearDuplicate> pairs;  ///< of all other articles, by a and b
  std::vector<std::string> limits;   ///< what a limit may have left out; empty: nothing
};

/// Finds the pairs of texts whose sets of word grams have a Jaccard index of `threshold` or more.
///
/// Every pair that is returned is verified on all grams of both texts (as hashes of 64 bits) and
/// its index is exact. Pairs are found through a sample: at the threshold at most 2 of 1,000 are
/// expected to be missing, above it fewer; `limits` tells what else may be. A text of fewer words
/// than a gram has no pair. Texts are valid UTF-8 below 4 GB.
///
/// The result is the same for any number of jobs. Time linear in the text and in the pairs that are
/// verified; memory about 400 bytes for a text and 8 bytes for a word of those that have a
/// candidate.
NearDuplicates find_near_duplicates(std::span<const std::string_view> texts, Jobs jobs,
                                    const NearDuplicateRules& rules = {});

}  // namespace twosource

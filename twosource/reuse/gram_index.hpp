#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/reuse/fingerprints.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource {

/// The same gram hash in two articles: a place where a shared passage may lie.
struct Hit {
  ArticleIndex b = 0;  ///< the other article
  std::uint32_t a_word = 0;
  std::uint32_t b_word = 0;
};

/// Which fingerprints stand in more than one article.
///
/// Three flat arrays and one sort; no entry is ever looked up by hash. Room for four billion
/// fingerprints, some ten billion words.
class GramIndex {
 public:
  /// `chosen[i]` are the fingerprints of article i in text order.
  GramIndex(std::span<const std::vector<Fingerprint>> chosen, const PassageRules& rules);

  /// The places that article `a` shares with later articles, by place in `a`.
  [[nodiscard]] std::vector<Hit> hits_of(ArticleIndex a) const;

  /// Grams in more articles than `articles_all_pairs`: their later articles were not paired.
  [[nodiscard]] std::uint32_t frequent_grams() const { return frequent_grams_; }
  /// Entries left out because their article repeats the gram more than `repeats_followed` times.
  [[nodiscard]] std::uint32_t dropped_repeats() const { return dropped_repeats_; }

 private:
  struct Entry {
    ArticleIndex article;
    std::uint32_t word;
  };

  void keep_shared(const PassageRules& rules);
  std::size_t keep_group(std::span<const std::uint64_t> group, std::size_t kept,
                         const PassageRules& rules);

  std::vector<Entry> entries_;            // by article and place
  std::vector<std::size_t> first_entry_;  // of each article; one more at the end
  std::vector<std::uint64_t> shared_;     // gram << 32 | entry, sorted; shared grams only
  std::vector<std::uint32_t> place_;      // of an entry in shared_, where it has to be followed
  std::uint32_t frequent_grams_ = 0;
  std::uint32_t dropped_repeats_ = 0;
};

}  // namespace twosource

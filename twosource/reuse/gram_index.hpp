#pragma once

#include <cstddef>
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
/// Flat arrays and one sort; no entry is ever looked up by hash. Room for four billion
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
  struct Place {
    ArticleIndex article;
    std::uint32_t word;
  };

  // One fingerprint: how the places of a gram are gathered.
  struct Entry {
    Place place;
    std::uint32_t ordinal;  // by article and place
  };

  void add_group(std::span<const Entry> group, const PassageRules& rules);

  std::vector<std::uint32_t> words_;      // of each fingerprint, by article and place
  std::vector<std::size_t> first_;        // fingerprint of each article; one more at the end
  std::vector<Place> shared_;             // gram by gram, in each by article and place
  std::vector<std::uint32_t> followed_;   // of each fingerprint: where in shared_ it stands
  std::vector<std::uint32_t> group_end_;  // of each place in shared_: where its gram ends
  std::uint32_t frequent_grams_ = 0;
  std::uint32_t dropped_repeats_ = 0;
};

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/article.hpp"
#include "twosource/reuse/compare.hpp"
#include "twosource/reuse/fingerprints.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource {

/// The fingerprints of some articles in text order, six bytes each.
class GramList {
 public:
  /// Room for so many fingerprints, so that growing does not need twice the memory. Room that is
  /// not used costs nothing.
  void reserve(std::size_t articles, std::size_t fingerprints);

  /// The next article's fingerprints, in text order; `begin` is the word that their own words are
  /// counted from. Neighbours lie less than 256 words apart.
  void add_article(std::span<const Fingerprint> chosen, std::uint32_t begin);
  /// The articles of `next` behind these.
  void append(const GramList& next);

  [[nodiscard]] std::size_t articles() const { return begins_.size(); }
  [[nodiscard]] std::size_t size() const { return grams_.size(); }

 private:
  friend class GramIndex;

  // What a gram has besides its 32 bits: few of those that share these and no word share the check.
  struct Step {
    std::uint8_t words;  // from the fingerprint before, or from the article's begin
    std::uint8_t check;  // 8 more bits of the hash
  };

  std::vector<std::uint32_t> grams_;  // while an index is made: or the place of a shared one in it
  std::vector<bool> shared_;          // which of them that are; empty before
  std::vector<Step> steps_;
  std::vector<std::uint32_t> begins_;    // of each article
  std::vector<std::uint32_t> first_{0};  // fingerprint of each article; one more at the end
};

/// Which fingerprints stand in more than one article.
///
/// Flat arrays and sorting; no entry is ever looked up by hash. Room for four billion
/// fingerprints, some ten billion words. While it is made: about 7 bytes for each fingerprint and
/// 8 more for each that several articles share; then 12 for each shared one.
class GramIndex {
 public:
  GramIndex(GramList grams, const PassageRules& rules, Jobs jobs);

  /// Appends the places that article `b` shares with earlier articles to `hits`: the first of each
  /// row of hits that lie on one run of equal words, by place in `b` (and others in between where
  /// a text repeats itself). Linear in what it looks at.
  void add_hits_of(ArticleIndex b, std::vector<Hit>& hits) const;

  /// The articles from which frequent grams are followed, ascending: many others meet them.
  [[nodiscard]] const std::vector<ArticleIndex>& often_met() const { return often_met_; }

  /// Grams in more articles than `articles_all_pairs`: their later articles were not paired.
  [[nodiscard]] std::uint64_t frequent_grams() const { return frequent_.size(); }
  /// Entries left out because their article repeats the gram more than `repeats_followed` times.
  [[nodiscard]] std::uint64_t dropped_repeats() const { return dropped_repeats_; }

 private:
  // A fingerprint that several articles share. There are fewer than 2^31 articles, and a text has
  // fewer than 2^31 words.
  struct Place {
    std::uint32_t article : 31;
    std::uint32_t frequent : 1;  // its gram: only the earliest articles are followed
    std::uint32_t word : 31;
    std::uint32_t last : 1;  // of its gram
  };
  // Places of one gram, as positions in shared_.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct Slice;
  class Builder;

  void add(const Slice& slice, GramList& grams);
  [[nodiscard]] Range earlier(std::uint32_t place) const;

  std::vector<Place> shared_;              // gram by gram, in each by article and place
  std::vector<std::uint32_t> by_article_;  // places in shared_, article by article, in text order
  std::vector<std::uint32_t> first_;       // of each article in by_article_; one more at the end
  std::vector<Range> frequent_;            // of each frequent gram: the places that are followed
  std::vector<ArticleIndex> often_met_;
  std::uint32_t gram_words_;
  std::uint64_t dropped_repeats_ = 0;
};

}  // namespace twosource

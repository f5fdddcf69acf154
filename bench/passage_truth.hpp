#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/article.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource::bench {

/// How much of what the generator copied was found.
struct TruthRecall {
  std::size_t articles = 0;  ///< looked at
  std::size_t passages = 0;  ///< that these took from another article
  std::uint64_t bytes = 0;   ///< of them
  std::uint64_t found = 0;   ///< of these, in passages between the same two places
  [[nodiscard]] double share() const {
    return bytes == 0 ? 1.0 : static_cast<double>(found) / static_cast<double>(bytes);
  }
};

/// Holds the passages found in generated articles to their truth (docs/formats/lineage-truth.md).
///
/// A true passage is a row of sentences that one article took from another, changed or not; what
/// was taken from texts outside the collection has no other side and is left out. Found are the
/// bytes of the taking article that passages cover whose other side lies in the sentences they were
/// taken from. Of large collections 20,000 articles are looked at, in hundreds spread evenly.
class PassageTruth {
 public:
  explicit PassageTruth(std::size_t articles);

  /// Remembers the passages of the articles that are looked at.
  void take(const PlacedPassages& found);

  /// Reads truth.jsonl of the folder, as far as needed; without articles where there is none.
  [[nodiscard]] TruthRecall measure(const std::string& folder) const;

 private:
  struct Place {
    Span in_a;
    Span in_b;
  };
  using Pair = std::pair<ArticleIndex, ArticleIndex>;
  struct Family;

  [[nodiscard]] bool is_sampled(ArticleIndex article) const;
  void judge(const Family& family, TruthRecall& recall) const;
  [[nodiscard]] std::uint64_t bytes_found(Pair from_to, Span from, Span to) const;

  std::size_t articles_;
  std::size_t step_;
  std::map<Pair, std::vector<Place>> places_;
};

}  // namespace twosource::bench

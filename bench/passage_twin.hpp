#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource::bench {

struct Recall {
  std::size_t pairs = 0;
  std::size_t runs = 0;
  std::size_t found = 0;
  std::size_t repeated = 0;  ///< words told by other passages on both sides
  std::size_t limited = 0;   ///< missing, and the stated limit can explain it
  [[nodiscard]] std::size_t missing() const { return runs - found - repeated - limited; }
};

/// Pairs that share a sequence of twelve words which stands in few articles, and those that share
/// none but such as stand in more than are all paired (a standing footer).
struct Recalls {
  Recall rare;
  Recall frequent;
};

/// The slow twin of the passage search, which knows no fingerprints.
///
/// For some articles spread over the collection, the places of all their sequences of twelve words
/// are looked up in all articles, and the pairs so found (20,000 of either sort, evenly chosen,
/// where there are more) are compared word by word with word. Every maximal run of twelve equal
/// words must lie inside a passage of that pair. Counted apart are what repetition doubles (both
/// sides mostly told by other passages) and what the stated limit on frequent texts can explain: no
/// window of the run holds only sequences that stand in few articles. A run that is missing without
/// such an excuse is an error.
class PassageTwin {
 public:
  PassageTwin(std::span<const BodyText> texts, const PassageRules& rules, std::size_t sampled);

  /// Remembers what was found of the sampled articles.
  void take(const PlacedPassages& found);

  /// Reads all texts once more.
  [[nodiscard]] Recalls measure(Jobs jobs) const;

 private:
  using Pair = std::pair<ArticleIndex, ArticleIndex>;
  struct Scanned;

  [[nodiscard]] Scanned scan(Jobs jobs) const;
  [[nodiscard]] Recall judge_all(const std::set<Pair>& pairs, const Scanned& scanned,
                                 Jobs jobs) const;
  void judge(Pair pair, const Scanned& scanned, Recall& recall) const;

  std::span<const BodyText> texts_;
  PassageRules rules_;
  std::set<ArticleIndex> sampled_;
  std::map<Pair, std::vector<std::vector<AlignedRun>>> passages_;
};

}  // namespace twosource::bench

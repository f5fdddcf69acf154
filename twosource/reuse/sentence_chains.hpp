#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "twosource/reuse/content.hpp"
#include "twosource/reuse/sentence_match.hpp"
#include "twosource/reuse/shared_terms.hpp"

namespace twosource {

/// Sentences of a that say what sentences of b say.
struct Step {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t a_size = 1;
  std::uint32_t b_size = 1;
  bool anchored = false;  ///< has much in common already without synonyms
  SentenceMatch match;
  float gain = 0.0F;
  float best = 0.0F;       ///< gain of the best chain that ends here
  std::size_t before = 0;  ///< one more than the index of the step before; 0: none

  [[nodiscard]] std::uint32_t a_end() const { return a + a_size; }
  [[nodiscard]] std::uint32_t b_end() const { return b + b_size; }
};

/// Steps in the order of both texts.
using Chain = std::vector<const Step*>;

/// One article of a pair: its sentences, and which of them the other has anyhow.
struct KnownSide {
  const ArticleContent& content;
  std::vector<bool> known;

  [[nodiscard]] bool any_known(std::uint32_t first, std::uint32_t last) const {
    return std::find(known.begin() + first, known.begin() + last, true) != known.begin() + last;
  }
  /// What the sentences [first, last) say that is not known.
  [[nodiscard]] float weight(std::uint32_t first, std::uint32_t last) const {
    float sum = 0.0F;
    for (std::uint32_t i = first; i < last; ++i) {
      if (!known[i]) sum += content.sentences[i].weight;
    }
    return sum;
  }
};

/// Chains of sentences that say the same in two articles; reworded.cpp tells how.
class ChainSearch {
 public:
  /// Both sides must outlive the search.
  ChainSearch(const KnownSide& a, const KnownSide& b) : a_(a), b_(b) {}

  /// Whether any pair of sentences at the seeds has so much in common that a chain may lie there;
  /// where not, there is nothing to find. Cheap.
  static bool has_anchor(const ArticleContent& a, const ArticleContent& b,
                         std::span<const SentencePair> seeds);

  /// Chains around the pairs of sentences given that share no sentence, best first. They point into
  /// this object. To be called once.
  std::vector<Chain> find(std::span<const SentencePair> seeds);

 private:
  void add_candidates(std::span<const SentencePair> seeds);
  void keep_anchored();
  [[nodiscard]] bool match(Step& step) const;
  void link(std::size_t index);
  [[nodiscard]] std::vector<Chain> take_chains() const;

  const KnownSide& a_;
  const KnownSide& b_;
  std::vector<Step> steps_;
};

}  // namespace twosource

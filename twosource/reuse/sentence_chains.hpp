#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "twosource/reuse/close_words.hpp"
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

/// Chains of sentences that say the same in one article and in others; reworded.cpp tells how.
class ChainSearch {
 public:
  /// `a` must outlive the search.
  explicit ChainSearch(const ArticleContent& a) : a_(a), close_finder_(a) {}

  /// Turns to another article, around the pairs of sentences given (ordered by a's and b's).
  /// Whether any pair there has so much in common that a chain may lie around it; where not, there
  /// is nothing to find. `b` must outlive the search.
  bool look_at(const ArticleContent& b, std::span<const SentencePair> seeds);

  /// Chains in the article looked at last that share no sentence, best first. They point into this
  /// object and are valid until it looks at the next one. To be called once for each.
  std::vector<Chain> find(const KnownSide& a, const KnownSide& b);

 private:
  // Sentence i of a and j of b.
  using Cell = std::pair<std::uint32_t, std::uint32_t>;
  // Where the close words of a cell stand in close_.
  struct CloseRange {
    std::size_t first = 0;
    std::size_t last = 0;
    bool known = false;
  };

  static std::vector<Cell> cells_around(std::span<const SentencePair> seeds, std::size_t rows,
                                        std::size_t columns);
  [[nodiscard]] std::size_t cell_at(Cell cell) const;
  [[nodiscard]] float shared_weight(Cell cell) const;
  [[nodiscard]] float most_shared_weight(Cell cell) const;
  float shared_weight_at(std::size_t index);
  float most_shared_weight_at(std::size_t index);

  void add_candidates(const KnownSide& a, const KnownSide& b);
  void add_candidate(Step step, std::size_t cell, Cell other);
  void keep_anchored();
  bool match(Step& step);
  void add_close_words(Cell cell, std::vector<CloseWords>& found);
  void link(std::size_t index, const KnownSide& a, const KnownSide& b);
  [[nodiscard]] std::vector<Chain> take_chains() const;

  const ArticleContent& a_;
  const ArticleContent* b_ = nullptr;
  CloseWordFinder close_finder_;
  std::vector<Cell> cells_;           // ascending
  std::vector<float> shared_;         // by cell, in bits; below 0: not asked for yet
  std::vector<float> most_shared_;    // the same for what it is at most
  std::vector<CloseRange> close_of_;  // by cell
  std::vector<CloseWords> close_;
  std::vector<CloseWords> close_of_step_;
  std::vector<Step> steps_;
};

}  // namespace twosource

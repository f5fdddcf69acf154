#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/model/reason.hpp"

namespace twosource {

/// How a passage was copied.
enum class CopyKind {
  verbatim,  ///< equal words
  edited,    ///< words inserted, dropped, changed or moved; at least half of the longer side equal
  reworded,  ///< the same sentences in other words: synonyms, inflection; names and numbers kept
};

/// Who had a passage first.
enum class Direction { unknown, a_to_b, b_to_a };

/// A run of words of one side that stands for a run of the other.
struct AlignedRun {
  Span a;
  Span b;
  bool equal = true;  ///< word for word; false: other words that mean the same
};

/// A pair of passages in two articles with the same text, verified word by word.
///
/// Spans begin at a word and end at a word. `a` is the article with the smaller index.
struct Copy {
  std::string id;
  ArticleIndex a = 0;
  ArticleIndex b = 0;
  Span a_span;
  Span b_span;
  CopyKind kind = CopyKind::verbatim;
  std::uint32_t words_a = 0;
  std::uint32_t words_b = 0;
  std::uint32_t equal_words = 0;
  double surprisal = 0.0;  ///< bits: how unlikely the equal words are in language and collection
  double evidence = 0.0;   ///< bits that speak for copying: those of words outside quotations
  double quoted_share_a = 0.0;  ///< share of the side's words that are quoted speech, 0..1
  double quoted_share_b = 0.0;
  bool furniture = false;  ///< a block that an outlet repeats over unrelated articles
  bool formula = false;    ///< so little evidence that two writers arrive at it by themselves
  Direction direction = Direction::unknown;
  std::vector<AlignedRun> runs;  ///< in text order of `a`; of `b` too unless words were moved
  std::vector<Reason> reasons;

  /// Equal words over the words of the longer side, 0..1.
  [[nodiscard]] double similarity() const {
    const std::uint32_t longer = words_a > words_b ? words_a : words_b;
    return longer == 0 ? 0.0 : static_cast<double>(equal_words) / longer;
  }
  /// At least 80 % of the words of either side are quoted speech: shared, but not copied.
  [[nodiscard]] bool quoted() const { return quoted_share_a >= 0.8 || quoted_share_b >= 0.8; }
  /// One article has the passage from the other, or both from a third: what alone may join them.
  [[nodiscard]] bool is_evidence() const { return !quoted() && !furniture && !formula; }
};

const char* name_of(CopyKind kind);
const char* name_of(Direction direction);

}  // namespace twosource

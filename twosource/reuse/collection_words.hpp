#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "twosource/model/analysis.hpp"
#include "twosource/reuse/passages.hpp"

namespace twosource {

/// How unlikely a word is behind another in a language and in a collection.
///
/// A collection makes words cheaper than the language has them, never dearer: "Marn" is rare in
/// English, and in a hundred articles about a man of that name it is no evidence at all. What
/// counts is in how many different surroundings a word, and a word behind its predecessor, occur;
/// so a text that forty outlets print does not make its own words cheap.
class CollectionWords {
 public:
  /// Learns the words of the passages from all analyses. Linear in the text; memory is linear in
  /// the words of the passages. The outcome does not depend on the articles' order.
  CollectionWords(std::span<const Analysis> analyses, const Passages& found);
  ~CollectionWords();
  CollectionWords(const CollectionWords&) = delete;
  CollectionWords& operator=(const CollectionWords&) = delete;
  CollectionWords(CollectionWords&&) = delete;
  CollectionWords& operator=(CollectionWords&&) = delete;

  /// Below so many bits of evidence a passage is a formula: two writers arrive at it by themselves.
  /// 57 in a story; in a large collection more, as it has more places that can agree by chance.
  [[nodiscard]] double formula_bits() const;

  /// Surprisal in bits of a word of a passage, given the word before it if `follows` (that one
  /// belongs to the passage, too). The occurrence itself is not counted. Constant time.
  [[nodiscard]] double bits(const Analysis& analysis, std::size_t word, bool follows) const;

 private:
  class Counts;
  std::unique_ptr<const Counts> counts_;
};

}  // namespace twosource

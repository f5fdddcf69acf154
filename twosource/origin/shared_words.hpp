#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/copy.hpp"

namespace twosource {

/// A set of the words of one article, one bit each.
using WordSet = std::vector<std::uint64_t>;

/// The empty set for an article of so many words.
WordSet make_word_set(std::size_t words);
void add_word(WordSet& set, std::size_t word);
bool has_word(const WordSet& set, std::size_t word);
std::size_t count_words(const WordSet& set);
/// How many words lie in both sets.
std::size_t count_common(const WordSet& a, const WordSet& b);
/// How many words of `a` do not lie in `b`.
std::size_t count_missing(const WordSet& a, const WordSet& b);
void add_words(WordSet& set, const WordSet& more);

/// What one article has in common with another, word by word, all copies between them together.
struct SharedWithOther {
  ArticleIndex of = 0;
  ArticleIndex other = 0;
  WordSet covered;             ///< words of `of` inside the passages
  WordSet equal;               ///< of these, words that the other has word for word
  WordSet aligned;             ///< and those it has in other words
  WordSet reworded;            ///< all words inside reworded passages
  std::vector<Span> passages;  ///< in `of`, one for each copy, in the copies' order
  std::vector<Span> opposite;  ///< the same copies in `other`
};

/// For every two articles that share text what each has of the other. Furniture is left out, quoted
/// speech is not.
class SharedWords {
 public:
  SharedWords() = default;
  /// `which` are positions in `copies`. Linear in the words of the copies.
  SharedWords(std::span<const Analysis> analyses, std::span<const Copy> copies,
              std::span<const std::uint32_t> which);

  /// Null where the two share nothing.
  [[nodiscard]] const SharedWithOther* find(ArticleIndex of, ArticleIndex other) const;
  /// All that an article shares with others, by the other.
  [[nodiscard]] std::span<const SharedWithOther> of(ArticleIndex article) const;

 private:
  std::vector<SharedWithOther> entries_;  ///< by `of`, then `other`
};

// So many words that a third article has in common with one and not with another are a passage;
// less happens at the edges of passages.
constexpr std::size_t min_passage_words = 12;
// A text that thousands print is compared with so many of them.
constexpr std::size_t max_thirds = 64;

/// Whether `second` cannot have the common text from `first`: a third article that has it too
/// shares more of its text with `second` than `first` has, and does not have it from `second`.
/// Looks at `max_thirds` others at most.
bool third_has_more(const SharedWords& shared, ArticleIndex first, ArticleIndex second);

/// The position of the first word that begins at or behind a byte.
std::size_t first_word_at(std::span<const Word> words, std::uint32_t begin);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "twosource/reuse/content.hpp"
#include "twosource/text/synonyms.hpp"

namespace twosource {

/// Two content words that mean the same or the opposite, as indices into ArticleContent::words.
struct CloseWords {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Closeness closeness = Closeness::equal;
};

/// How close two content words are. Names and numbers are close only to themselves. Symmetric.
Closeness compare_words(const Synonyms& synonyms, const ContentWord& a, const ContentWord& b);

/// Finds the words of an article's sentences that are close to words of other sentences.
class CloseWordFinder {
 public:
  /// `content` must outlive the finder.
  explicit CloseWordFinder(const ArticleContent& content);

  /// Appends all close words of sentence `a` of the article and sentence `b` of another one.
  /// Linear in the meanings of b's words and in what is found; a table of sentence a is made when
  /// it is first asked for.
  void add(std::uint32_t a, const ArticleContent& other, std::uint32_t b,
           std::vector<CloseWords>& found);

 private:
  // A meaning of a word, in a table with open addressing.
  struct Slot {
    std::uint32_t meaning = 0;
    std::uint32_t word = UINT32_MAX;  // none: the slot is free
  };
  struct MeaningTable {
    std::vector<Slot> slots;
    unsigned shift = 0;  // of a hash of 32 bits, to get a slot
  };

  template <class Take>
  static void for_each_meaning(const Synonyms& synonyms, const ContentWord& word, const Take& take);
  void fill(std::uint32_t sentence);

  const ArticleContent& content_;
  std::vector<MeaningTable> tables_;  // by sentence
  std::vector<std::uint32_t> met_;    // words of a that share a meaning with one of b
};

}  // namespace twosource

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"

namespace twosource {

/// How common words are in news of one language: what makes a shared word evidence or not.
///
/// Words are given by the hash of their folded form (Word::hash). Look-ups cost one or two memory
/// accesses. A table never changes once it is made.
class WordFrequencies {
 public:
  /// The built-in table for a BCP 47 tag ("en-GB" takes "en"; there are en and de). For any other
  /// language a flat stand-in that knows no word: see `bits` and `idf`. Lives as long as the
  /// program; the first call for a language reads its table (some milliseconds).
  static const WordFrequencies& background(std::string_view language);

  /// Reads a table as models/frequency/README.md describes it.
  static Result<WordFrequencies> parse(std::string_view tsv);

  /// Surprisal in bits: -log2 of the word's probability in news of the language. A word that is
  /// not in the table gets the value of the rarest that is, so one strange spelling weighs no
  /// more than a rare word. Flat stand-in: 11 bits for every word, the mean over news.
  [[nodiscard]] double bits(std::uint64_t word_hash) const;

  /// ln(documents / (1 + documents with the word)): about 0 for a word of every article, 9 for
  /// one of a single article among ten thousand; never below 0. A word that is not in the table
  /// counts as one of no document. Flat stand-in: 3 for every word, the mean over the different
  /// words of news articles.
  [[nodiscard]] double idf(std::uint64_t word_hash) const;

  /// How many words the table has; 0 for the flat stand-in.
  [[nodiscard]] std::size_t size() const { return words_; }

 private:
  struct Entry {
    std::uint64_t hash = 0;  // 0: free
    float bits = 0.0F;
    float idf = 0.0F;
  };

  WordFrequencies() = default;
  void add(const Entry& entry);
  [[nodiscard]] const Entry& find(std::uint64_t word_hash) const;

  std::vector<Entry> slots_;  // open addressing; a power of two, at most half full
  std::size_t words_ = 0;
  Entry unknown_;  // the answer for words that are not in the table
};

/// How common words are for two articles that share them: as in their language; where they are in
/// two languages, or one in none that is known, each word as in the one in which it is commoner.
/// The order of the two makes no difference.
class PairFrequencies {
 public:
  PairFrequencies(std::string_view language, std::string_view other)
      : one_(WordFrequencies::background(language)), other_(WordFrequencies::background(other)) {}

  /// Whether there is a table for both.
  [[nodiscard]] bool has_tables() const { return one_.size() > 0 && other_.size() > 0; }
  [[nodiscard]] double bits(std::uint64_t word_hash) const {
    if (&one_ == &other_) return one_.bits(word_hash);
    return std::min(one_.bits(word_hash), other_.bits(word_hash));
  }
  /// Of the different words among these together.
  [[nodiscard]] double bits_of(std::vector<std::uint64_t> word_hashes) const;

 private:
  const WordFrequencies& one_;
  const WordFrequencies& other_;
};

}  // namespace twosource

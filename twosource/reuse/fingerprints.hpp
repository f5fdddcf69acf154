#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// A gram (a few neighbouring words) that stands for its surroundings.
struct Fingerprint {
  std::uint64_t gram = 0;  ///< hash of the words, all bits well spread; equal words, equal hashes
  std::uint32_t word = 0;  ///< index of its first word in `words`
};

/// Chooses the smallest gram hash of every `window_grams` neighbouring grams of `gram_words`
/// words, the last one where two are equal, in text order.
///
/// The choice depends on the words of the window alone, so two texts that share
/// `gram_words` + `window_grams` - 1 words in a row share a fingerprint at the same place of them.
/// The first chosen gram is one of the first `window_grams`, each further one lies at most
/// `window_grams` behind the last. Both numbers must be positive. Linear time; about
/// 2 / (`window_grams` + 1) of the grams. An object keeps its room from text to text.
class FingerprintSelector {
 public:
  FingerprintSelector(std::uint32_t gram_words, std::uint32_t window_grams)
      : gram_words_(gram_words), window_grams_(window_grams) {}

  /// The answer is valid until the next call.
  std::span<const Fingerprint> select(std::span<const Word> words);

 private:
  void hash_grams(std::span<const Word> words);
  void find_smallest_of_windows(std::size_t count);

  std::uint32_t gram_words_;
  std::uint32_t window_grams_;
  std::vector<std::uint64_t> hashes_;  // of all grams
  std::vector<std::uint64_t> keys_;    // hash and place of a gram; later the smallest of a window
  std::vector<Fingerprint> chosen_;
};

}  // namespace twosource

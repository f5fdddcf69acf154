#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// A gram (a few neighbouring words) that stands for its surroundings.
struct Fingerprint {
  std::uint32_t gram = 0;  ///< hash of the words; equal words have equal hashes
  std::uint32_t word = 0;  ///< index of its first word in `words`
};

/// Chooses the smallest gram hash of every `window_grams` neighbouring grams of `gram_words`
/// words, the last one where two are equal, in text order.
///
/// The choice depends on the words of the window alone, so two texts that share
/// `gram_words` + `window_grams` - 1 words in a row share a fingerprint at the same place of them.
/// Both numbers must be positive. Linear time; about 2 / (`window_grams` + 1) of the grams.
std::vector<Fingerprint> select_fingerprints(std::span<const Word> words, std::uint32_t gram_words,
                                             std::uint32_t window_grams);

}  // namespace twosource

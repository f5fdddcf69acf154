#pragma once

#include <cstdint>
#include <vector>

#include "twosource/claim/compared_unit.hpp"

namespace twosource {

/// A word of each of two units that mean the same, more or less.
struct AlignedWords {
  std::uint32_t a = 0;  ///< index into ComparedUnit::words
  std::uint32_t b = 0;
  Closeness closeness = Closeness::none;  ///< none: only used alike or spelled alike
  float strength = 0.0F;                  ///< how much of one is in the other, 0..1
};

/// Aligns the telling words of two units one to one: first those that are closest in meaning, of
/// equally close ones those that stand at the same place. In the order of a's words. Opposites are
/// aligned too, with strength 0. Symmetric but for the order.
std::vector<AlignedWords> align_words(const ComparedUnit& a, const ComparedUnit& b);

/// How close two words are, found without the unit's keys; strength 0 and closeness `none`: they
/// are not. What `align_words` goes by.
AlignedWords compare_words(const ComparedWord& a, const ComparedWord& b);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "twosource/model/token.hpp"

namespace twosource {

/// A number as it stands in an English text: the tokens [begin, end).
struct Numeral {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  double value = 0.0;
  double step = 1.0;  ///< place of its last digit that is said: 0.1 for "3.4", 1 for "1,200"
  double zeros =
      1.0;  ///< the zeros at its end as a factor: 100 for "1,200", 1000 for "12 thousand"
  bool vague = false;   ///< "dozens": the value is the middle of what it may stand for
  bool digits = false;  ///< it begins with digits
  /// Of a vague one and of "a dozen": what it may stand for, closed; else the value twice.
  double low = 0.0;
  double high = 0.0;
};

/// The number that begins at token `begin`, in the tokens up to `end`: "12", "1,200", "3.4
/// million", "twenty-five", "a hundred and twelve", "half a million", "two and a half", "a dozen",
/// "tens of thousands". The longest one. None for ordinals, times of day ("9:15"), decades
/// ("1990s") and other words with digits. Linear in its length.
std::optional<Numeral> read_numeral(std::string_view text, const TaggedText& tagged,
                                    std::uint32_t begin, std::uint32_t end);

}  // namespace twosource

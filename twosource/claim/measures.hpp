#pragma once

#include <cstdint>
#include <string_view>

namespace twosource {

/// A unit of measure, and how its values become those of the unit in which they are compared.
struct Measure {
  std::string_view unit;  ///< "km" for "mile"; empty: no measure
  double factor = 1.0;
  double offset = 0.0;
};

/// By the hash of a lemma or a sign; `second` is the lemma behind it: "square", "mile". A pair goes
/// before a word alone; `pair` tells which it was.
struct FoundMeasure {
  Measure measure;
  bool pair = false;
};
FoundMeasure find_measure(std::uint64_t lemma, std::uint64_t second);

}  // namespace twosource

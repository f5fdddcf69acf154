#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "twosource/speech/features.hpp"
#include "twosource/speech/model.hpp"

namespace twosource {

/// The sums of the rows of a token's features: those of the first pass, then those of the second.
/// 127 times some hundred features fits.
struct alignas(64) PairedSum {
  std::array<std::int16_t, 2 * row_width> values{};
  bool operator==(const PairedSum&) const = default;
};

/// The sums of a unit, by token.
struct PairedSums {
  std::vector<PairedSum> roles;
  std::vector<PairedSum> begins;
};

/// The rows of both passes, side by side: what is asked of the words is asked in both, so one
/// access to memory serves both. Immutable; may be used from any thread.
class PairedRows {
 public:
  PairedRows(const PassWeights& first, const PassWeights& second);

  /// Adds the rows of the features of all tokens to `sums`, which has room for as many. The same
  /// sums as score_unit's. Linear in the features.
  void add(const UnitFeatures& features, PairedSums& sums) const;

 private:
  struct alignas(32) Row {
    std::array<std::int8_t, 2 * row_width> weights;
  };
  void add_all(const std::vector<std::uint32_t>& keys, std::size_t of_token,
               std::vector<PairedSum>& sums) const;

  RowIndex index_;
  std::vector<Row> rows_;
};

/// What the chain is to decide for the unit in pass 0 or 1, whose weights have this step.
ChainInput chain_input(const SpeechUnit& unit, const PairedSums& sums, std::size_t pass,
                       float step);

}  // namespace twosource

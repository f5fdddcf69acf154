#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"
#include "twosource/speech/features.hpp"
#include "twosource/speech/segments.hpp"

namespace twosource {

/// Which keys have a row, and which row: a bit for each key (its highest bits) and counts of the
/// bits before. Small enough for the cache, so a key without a row costs next to nothing.
class RowIndex {
 public:
  static constexpr unsigned key_bits = 22;
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  RowIndex() : blocks_(std::size_t{1} << (key_bits - 6)) {}
  /// With `bits[i]` the places 64 i to 64 i + 63.
  explicit RowIndex(const std::vector<std::uint64_t>& bits);

  /// The place of a key; keys of one place share a row.
  static constexpr std::uint32_t place_of(std::uint32_t key) { return key >> (32 - key_bits); }
  [[nodiscard]] std::uint32_t row_of(std::uint32_t key) const {
    const std::uint32_t place = place_of(key);
    const Block& block = blocks_[place >> 6U];
    const std::uint64_t bit = std::uint64_t{1} << (place & 63U);
    if ((block.bits & bit) == 0) return none;
    return block.before + bit_count(block.bits & (bit - 1));
  }
  /// Writes the rows of those keys that have one to `rows`, which has room for all `count`; returns
  /// how many there are. No branch depends on a key, so that the processor can fetch ahead.
  std::size_t rows_of(const std::uint32_t* keys, std::size_t count, std::uint32_t* rows) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t place = place_of(keys[i]);
      const Block& block = blocks_[place >> 6U];
      const std::uint64_t here = block.bits >> (place & 63U);
      const std::uint64_t before = block.bits & ((std::uint64_t{1} << (place & 63U)) - 1);
      rows[found] = block.before + bit_count(before);
      found += here & 1U;
    }
    return found;
  }
  /// Asks memory for what rows_of will look at.
  void prefetch(const std::uint32_t* keys, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(&blocks_[place_of(keys[i]) >> 6U]);
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::vector<std::uint64_t> bits() const;

 private:
  // In line: without a flag for newer processors std::popcount is a call.
  static constexpr std::uint32_t bit_count(std::uint64_t bits) {
    bits -= bits >> 1U & 0x5555555555555555U;
    bits = (bits & 0x3333333333333333U) + (bits >> 2U & 0x3333333333333333U);
    bits = (bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
    return static_cast<std::uint32_t>(bits * 0x0101010101010101U >> 56U);
  }

  struct Block {
    std::uint64_t bits = 0;
    std::uint32_t before = 0;
  };
  std::vector<Block> blocks_;
  std::size_t size_ = 0;
};

/// The weights of one pass of the tagger: a row for each feature that has one, and what follows on
/// what.
struct PassWeights {
  using Row = std::array<std::int8_t, row_width>;
  RowIndex index;
  std::vector<Row> rows;
  float step = 1;  ///< what a weight of 1 is
  JunctionWeights junctions{};
};

/// What the tagger of source, cue and content has learned.
struct SegmentModel {
  CueLexicon lexicon;
  std::array<PassWeights, 2> passes;
};

/// Reads a file as docs/formats/speech-model.md describes it. Refused with one sentence: what is no
/// such file, one of a later version (`format`), one that is cut off or changed (`damaged`).
Result<SegmentModel> read_segment_model(std::string_view bytes);
/// The bytes of such a file. The same model gives the same bytes.
std::string write_segment_model(const SegmentModel& model);

/// The scores of a unit's tokens: the sums of the rows of their features; `more`: of these as well.
ChainInput score_unit(const SpeechUnit& unit, const UnitFeatures& features,
                      const PassWeights& weights, const UnitFeatures* more = nullptr);

}  // namespace twosource

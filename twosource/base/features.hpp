#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace twosource {

/// One thing that is true of one place in a text, as a linear model sees it: "the word before is
/// 'said'", named by 64 well-mixed bits. Never built as a string.
using Feature = std::uint64_t;

/// The feature "`kind` has the value `a`" or "... the values `a` and `b`". `kind` is a number that
/// the caller gives each of its templates; `a` and `b` are hashes (Word::hash) or small numbers.
/// Part of the format of models: a change makes every model useless.
constexpr Feature feature_of(std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0) {
  // One round of multiply and shift for each argument (constants as in MurmurHash3's finalizer).
  std::uint64_t x = (a ^ (a >> 31U)) * 0xFF51AFD7ED558CCDU + kind * 0x9E3779B97F4A7C15U;
  x ^= x >> 33U;
  x = (x ^ (b * 0xD6E8FEB86659FD93U)) * 0xC4CEB9FE1A85EC53U;
  x ^= x >> 32U;
  x *= 0xFF51AFD7ED558CCDU;
  return x ^ (x >> 29U);
}

/// The features of a sequence of places (the tokens of a sentence), one row a place. Kept flat, so
/// that one object serves for many sequences without new memory.
class FeatureRows {
 public:
  void add(Feature feature) { features_.push_back(feature); }
  void end_row() { ends_.push_back(features_.size()); }
  void clear() {
    features_.clear();
    ends_.clear();
  }

  /// How many rows have ended.
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::span<const Feature> operator[](std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return {features_.data() + begin, ends_[row] - begin};
  }

 private:
  std::vector<Feature> features_;
  std::vector<std::size_t> ends_;
};

}  // namespace twosource

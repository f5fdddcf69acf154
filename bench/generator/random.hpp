#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace twosource::bench {

/// Random numbers that are the same on every machine, unlike those of the standard library's
/// distributions: SplitMix64 (Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  /// A stream of its own for item `item` of a seed, whoever draws it and when.
  Random(std::uint64_t seed, std::uint64_t item) : state_(mix(seed) ^ mix(~item)) {}

  std::uint64_t next() { return mix(state_ += 0x9E3779B97F4A7C15U); }
  /// In [0, count); `count` is not 0.
  std::uint32_t below(std::size_t count) {
    return static_cast<std::uint32_t>(((next() >> 32U) * count) >> 32U);
  }
  /// In [low, high].
  std::uint32_t between(std::uint32_t low, std::uint32_t high) {
    return low + below(std::size_t{high} - low + 1);
  }
  /// In [0, 1).
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
  bool chance(double probability) { return unit() < probability; }

  template <typename Item>
  const Item& one_of(const std::vector<Item>& items) {
    return items[below(items.size())];
  }
  template <typename Item>
  void shuffle(std::vector<Item>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[below(i)]);
  }

 private:
  static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::uint64_t state_;
};

}  // namespace twosource::bench

#pragma once

#include <cstdint>

namespace twosource {

constexpr std::uint64_t mix_bits(std::uint64_t x) {
  x ^= x >> 31U;
  x *= 0x9E3779B97F4A7C15ULL;  // the golden ratio's multiplier
  return x ^ (x >> 29U);
}

/// The hash of two words in this order, from their hashes.
constexpr std::uint64_t pair_hash(std::uint64_t first, std::uint64_t second) {
  return mix_bits(mix_bits(first) ^ second);
}

}  // namespace twosource

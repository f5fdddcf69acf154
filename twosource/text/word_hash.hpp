#pragma once

#include <cstdint>

namespace twosource {

/// Hashes the bytes of a folded word while they are made, without a buffer.
///
/// Eight bytes at a time are packed into a 64-bit block; every block is mixed by one round of
/// multiply and shift, each step of which can be undone. So words of up to eight bytes (no byte is
/// 0) never share a hash. The result is the same on every machine.
class WordHash {
 public:
  void add(unsigned char byte) {
    block_ |= std::uint64_t{byte} << shift_;
    shift_ += 8;
    if (shift_ == 64) close_block();
  }

  /// True if the bytes added so far fill whole blocks.
  [[nodiscard]] bool aligned() const { return shift_ == 0; }

  /// Adds up to eight bytes at once: the first in the lowest bits, zeros above the last. Only on
  /// an aligned hash.
  void add_block(std::uint64_t bytes, unsigned size) {
    block_ = bytes;
    shift_ = 8 * size;
    if (shift_ == 64) close_block();
  }

  [[nodiscard]] std::uint64_t value() const {
    std::uint64_t hash = shift_ == 0 ? state_ : mix(state_ ^ block_);
    // The last multiplication leaves the low bits weak; tables take their index from them.
    hash ^= hash >> 32U;
    hash *= 0xD6E8FEB86659FD93U;
    return hash ^ (hash >> 32U);
  }

 private:
  // Odd constants with about half of their bits set: the golden ratio and Steele's murmur variant.
  static constexpr std::uint64_t seed = 0x9E3779B97F4A7C15U;

  static constexpr std::uint64_t mix(std::uint64_t x) {
    x ^= x >> 30U;
    x *= 0xBF58476D1CE4E5B9U;
    return x ^ (x >> 27U);
  }

  void close_block() {
    state_ = mix(state_ ^ block_);
    block_ = 0;
    shift_ = 0;
  }

  std::uint64_t state_ = seed;
  std::uint64_t block_ = 0;
  unsigned shift_ = 0;
};

}  // namespace twosource

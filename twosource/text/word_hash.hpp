#pragma once

#include <cstdint>

namespace twosource {

/// Hashes the bytes of a folded word while they are made, without a buffer.
///
/// A block is sixteen bytes in two halves of 64 bits, the first byte in the lowest bits, zeros
/// behind the last byte of the word. Both halves are multiplied, added to the hash of the blocks
/// before, and mixed. While the second half is 0 each step can be undone, so words of up to eight
/// bytes (no byte is 0) never share a hash. The result is the same on every machine.
///
/// The models in models/ and the tables that cmake/ compiles are made of these hashes: after a
/// change here train and compile them again.
class WordHash {
 public:
  static constexpr unsigned block_bytes = 16;

  void add(unsigned char byte) {
    std::uint64_t& half = size_ < 8 ? low_ : high_;
    half |= std::uint64_t{byte} << (8 * (size_ % 8));
    if (++size_ == block_bytes) close_block();
  }

  /// The hash of a word of 1 to 16 bytes, given as its block.
  static constexpr std::uint64_t of_block(std::uint64_t low, std::uint64_t high) {
    return mix(0, low, high);
  }

  [[nodiscard]] std::uint64_t value() const {
    return size_ == 0 ? state_ : mix(state_, low_, high_);
  }

 private:
  // Odd constants with about half of their bits set (Steele's and Pelle's variants of the murmur
  // finish). The last shift is for tables, which take their index from the low bits.
  static constexpr std::uint64_t mix(std::uint64_t state, std::uint64_t low, std::uint64_t high) {
    std::uint64_t hash = state + low * 0xBF58476D1CE4E5B9U + high * 0x94D049BB133111EBU;
    hash ^= hash >> 32U;
    hash *= 0xD6E8FEB86659FD93U;
    return hash ^ (hash >> 32U);
  }

  void close_block() {
    state_ = mix(state_, low_, high_);
    low_ = 0;
    high_ = 0;
    size_ = 0;
  }

  std::uint64_t state_ = 0;
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0;
  unsigned size_ = 0;
};

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>

namespace twosource {

/// A distance in tokens, coarser the farther.
constexpr std::uint32_t bucket(std::size_t distance) {
  if (distance <= 4) return static_cast<std::uint32_t>(distance);
  if (distance <= 6) return 5;
  if (distance <= 10) return 6;
  if (distance <= 20) return 7;
  return 8;
}

/// Mixes the answers to one question into a key.
class Key {
 public:
  explicit Key(std::uint32_t question)
      : value_(0xCBF29CE484222325ULL + question * 0x9E3779B97F4A7C15ULL) {}
  Key& with(std::uint64_t answer) {
    value_ = (value_ ^ (answer + 0x7F4A7C15U)) * 0xD6E8FEB86659FD93ULL;
    value_ ^= value_ >> 32U;
    return *this;
  }
  [[nodiscard]] std::uint32_t key() const {
    const std::uint64_t mixed = value_ * 0xD6E8FEB86659FD93ULL;
    return static_cast<std::uint32_t>(mixed >> 32U);
  }

 private:
  std::uint64_t value_;
};

}  // namespace twosource

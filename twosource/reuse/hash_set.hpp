#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace twosource {

/// A set of hashes that forgets quickly: what one text is compared with. Open addressing; the low
/// bits of a hash choose its slot.
class HashSet {
 public:
  /// Makes room for so many hashes and forgets all.
  void reset(std::size_t count) {
    const std::size_t slots = std::bit_ceil(2 * count + 2);
    slots_.assign(slots, empty);
    mask_ = slots - 1;
    has_empty_ = false;
  }

  /// True if it is new.
  bool insert(std::uint64_t hash) {
    if (hash == empty) return !std::exchange(has_empty_, true);
    std::size_t slot = hash & mask_;
    while (slots_[slot] != empty) {
      if (slots_[slot] == hash) return false;
      slot = (slot + 1) & mask_;
    }
    slots_[slot] = hash;
    return true;
  }

  [[nodiscard]] bool contains(std::uint64_t hash) const {
    if (hash == empty) return has_empty_;
    std::size_t slot = hash & mask_;
    while (slots_[slot] != empty) {
      if (slots_[slot] == hash) return true;
      slot = (slot + 1) & mask_;
    }
    return false;
  }

 private:
  static constexpr std::uint64_t empty = 0;

  std::vector<std::uint64_t> slots_;
  std::size_t mask_ = 0;
  bool has_empty_ = false;
};

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace twosource {

/// Numbers hashes from 0 on, in the order in which they come. Open addressing; the low bits of a
/// hash choose its slot.
class HashNumbers {
 public:
  static constexpr std::uint32_t none = UINT32_MAX;

  [[nodiscard]] std::uint32_t find(std::uint64_t hash) const { return slots_[slot(hash)].number; }
  [[nodiscard]] std::uint32_t size() const { return size_; }

  /// Its number, new or not.
  std::uint32_t add(std::uint64_t hash) {
    Slot& found = slots_[slot(hash)];
    if (found.number != none) return found.number;
    found = {hash, size_++};
    if (2 * std::size_t{size_} > slots_.size()) grow();
    return size_ - 1;
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t number = none;
  };

  // Where the hash is, or would be.
  [[nodiscard]] std::size_t slot(std::uint64_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].number != none && slots_[at].hash != hash) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& taken : old) {
      if (taken.number != none) slots_[slot(taken.hash)] = taken;
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::uint32_t size_ = 0;
};

}  // namespace twosource

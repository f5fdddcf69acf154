#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace twosource {

/// Disjoint groups; a group's root is its smallest member.
class Groups {
 public:
  explicit Groups(std::size_t size) : parents_(size) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void join(std::size_t i, std::size_t j) {
    const auto [low, high] = std::minmax({root(i), root(j)});
    parents_[high] = low;
  }

 private:
  std::vector<std::size_t> parents_;
};

}  // namespace twosource

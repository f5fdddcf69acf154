#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "twosource/origin/material.hpp"

namespace twosource {

/// Votes for keys; the most votes win, of equal ones the smaller key.
class Votes {
 public:
  void add(const OriginKey& key, std::size_t count = 1) { counts_[key] += count; }
  [[nodiscard]] std::optional<OriginKey> winner() const {
    const auto best =
        std::ranges::max_element(counts_, {}, [](const auto& entry) { return entry.second; });
    return best == counts_.end() ? std::nullopt : std::optional(best->first);
  }
  /// All with the most votes, ascending.
  [[nodiscard]] std::vector<OriginKey> winners() const {
    std::vector<OriginKey> list;
    for (const auto& [key, count] : counts_) {
      if (count == most()) list.push_back(key);
    }
    return list;
  }
  [[nodiscard]] std::size_t most() const {
    std::size_t most = 0;
    for (const auto& [key, count] : counts_) most = std::max(most, count);
    return most;
  }

 private:
  std::map<OriginKey, std::size_t> counts_;
};

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"

namespace twosource {

/// What a wording can be found by: hashes of its words, names and numbers; ascending, each once.
using FactKeys = std::vector<std::uint64_t>;

struct CandidateLimits {
  std::size_t most_holders = 300;  ///< a key that more have tells nothing
  std::size_t most_partners = 32;  ///< of one item, the best
  double least_share = 0.2;        ///< of the weight of the lighter of two items, in common
};

struct CandidatePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;  ///< greater than `a`
  auto operator<=>(const CandidatePair&) const = default;
};

struct Candidates {
  std::vector<CandidatePair> pairs;  ///< ascending
  std::uint32_t cut = 0;             ///< items that had more partners than the limit allows
};

/// Pairs of items that may speak of the same: they share at least two keys, these weigh a fifth of
/// all keys of one of them, and one of the two is among the best partners of the other. A key
/// weighs ln(1 + items / holders); partners are ranked by the weights that they share, then by
/// number. Costs items times keys times holders, and holders are limited: no pair is looked at that
/// shares nothing.
Candidates find_candidates(std::span<const FactKeys> items, const CandidateLimits& limits,
                           Jobs jobs);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace twosource {

/// How alike two different items are; pairs that are not named are not alike at all.
struct Likeness {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::int64_t value = 0;    ///< from 0; whole numbers add up the same in any order
  std::int64_t lenient = 0;  ///< not below `value`; counts where one side is a single item
};

/// Joins items to groups, the most alike first, as long as the average likeness over all pairs of
/// items of two groups is at least `threshold`.
///
/// The average is that of `value`, or of `lenient` where one of the groups is a single item of
/// weight 1. `weights[i]` says how many equal items number i stands for. Returns the group of each
/// item, as the smallest item of that group. Of equal averages the pair of groups with the smaller
/// numbers is joined first. Takes about n d log(n d) steps for n items with d likenesses each.
std::vector<std::uint32_t> join_by_average(std::span<const std::uint32_t> weights,
                                           std::span<const Likeness> likenesses,
                                           std::int64_t threshold);

}  // namespace twosource

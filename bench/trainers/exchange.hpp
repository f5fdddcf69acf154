#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace twosource::bench {

/// How often one item stood right before another.
struct Pair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint32_t count = 0;
};

/// Puts the items 0 to `items` - 1 into `classes` classes, so that the class of an item tells as
/// much as possible of its neighbours: the likelihood of the pairs under a model of pairs of
/// classes can not be made greater by moving one item (or `rounds` were too few). Items should be
/// numbered by how common they are, the most common first. Each pair of items at most once.
///
/// Deterministic. Time: rounds x (classes x the sum, over all items, of the classes next to each).
std::vector<std::uint32_t> exchange_classes(std::size_t items, const std::vector<Pair>& pairs,
                                            std::size_t classes, int rounds);

/// The part of that likelihood, in nats, that depends on the classes; counted from nothing.
double class_likelihood(const std::vector<Pair>& pairs, const std::vector<std::uint32_t>& class_of);

}  // namespace twosource::bench

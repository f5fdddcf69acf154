// The slow twin of join_by_average: after each join, all averages anew from all pairs of items.
#include "twosource/story/average_link.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace twosource {
namespace {

using Groups = std::vector<std::uint32_t>;

double average(const Groups& weights, const std::vector<Likeness>& likenesses, const Groups& groups,
               std::uint32_t x, std::uint32_t y) {
  std::int64_t weight_x = 0;
  std::int64_t weight_y = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    weight_x += groups[i] == x ? weights[i] : 0;
    weight_y += groups[i] == y ? weights[i] : 0;
  }
  const bool lenient = std::min(weight_x, weight_y) == 1;
  std::int64_t sum = 0;
  for (const Likeness& pair : likenesses) {
    const bool between = (groups[pair.a] == x && groups[pair.b] == y) ||
                         (groups[pair.a] == y && groups[pair.b] == x);
    const std::int64_t value = lenient ? pair.lenient : pair.value;
    if (between) sum += value * weights[pair.a] * weights[pair.b];
  }
  return static_cast<double>(sum) / (static_cast<double>(weight_x) * static_cast<double>(weight_y));
}

Groups slow_join(const Groups& weights, const std::vector<Likeness>& likenesses,
                 std::int64_t threshold) {
  Groups groups(weights.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) groups[i] = i;
  while (true) {
    double best = static_cast<double>(threshold);
    std::uint32_t best_x = 0;
    std::uint32_t best_y = 0;
    for (std::uint32_t x = 0; x < groups.size(); ++x) {
      for (std::uint32_t y = x + 1; y < groups.size(); ++y) {
        if (groups[x] != x || groups[y] != y) continue;
        const double value = average(weights, likenesses, groups, x, y);
        if (value > best || (value == best && best_y == 0)) {
          best = value;
          best_x = x;
          best_y = y;
        }
      }
    }
    if (best_y == 0) return groups;
    std::replace(groups.begin(), groups.end(), best_y, best_x);
  }
}

}  // namespace

TEST_CASE("average link: the slow twin agrees on random graphs") {
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    Groups weights(1 + random() % 9);
    for (std::uint32_t& weight : weights) weight = random() % 5 == 4 ? 2 : 1;
    std::vector<Likeness> likenesses;
    for (std::uint32_t a = 0; a < weights.size(); ++a) {
      for (std::uint32_t b = a + 1; b < weights.size(); ++b) {
        if (random() % 3 == 0) continue;
        // Few different values, so that many averages are equal.
        const auto lenient = static_cast<std::int64_t>(10 * (1 + random() % 9));
        likenesses.push_back({a, b, random() % 4 == 0 ? 0 : lenient, lenient});
      }
    }
    std::shuffle(likenesses.begin(), likenesses.end(), random);
    CHECK(join_by_average(weights, likenesses, 40) == slow_join(weights, likenesses, 40));
  }
}

}  // namespace twosource

// Average-link clustering of a sparse graph: what belongs together without chains?
//
// Joining whatever is alike glues a round-up of the day between all the stories it mentions, and a
// running story to its follow-ups, week by week. So two groups are joined only if their items are
// alike on average:
//
//     average(A, B) = sum of likeness(a, b) over all a in A, b in B / (|A| |B|)
//
// A round-up that is like one article of a group of nine, and unlike eight, is at a ninth.
//
// Idea. Only sums are kept: joining A and B adds up their sums to every neighbour, so no pair of
// items is looked at twice. A heap holds the averages; those that a join made stale are recognised
// by the age of their groups when they come up.
//
// The method is UPGMA (Sokal and Michener 1958), stopped at a threshold.
#include "twosource/story/average_link.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstddef>
#include <queue>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

struct Sum {
  std::int64_t value = 0;
  std::int64_t lenient = 0;
  Sum& operator+=(const Sum& other) {
    value += other.value;
    lenient += other.lenient;
    return *this;
  }
};

struct Group {
  std::uint32_t first = 0;  // smallest item
  std::int64_t weight = 0;  // items
  std::uint32_t age = 0;    // joins so far; 0 for a single item
  bool alive = true;
  boost::unordered_flat_map<std::uint32_t, Sum> sums;  // to every neighbour
};

struct Candidate {
  double average = 0.0;
  std::uint32_t first_a = 0;  // smallest items: the order of equal averages
  std::uint32_t first_b = 0;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t ages = 0;  // of both groups when this was computed; ages only grow

  // For the heap: the largest average comes first, of equal ones the smallest items.
  bool operator<(const Candidate& other) const {
    return std::tuple(average, other.first_a, other.first_b) <
           std::tuple(other.average, first_a, first_b);
  }
};

class Joiner {
 public:
  Joiner(std::span<const std::uint32_t> weights, std::span<const Likeness> likenesses,
         std::int64_t threshold)
      : threshold_(static_cast<double>(threshold)), groups_(weights.size()) {
    for (std::uint32_t i = 0; i < groups_.size(); ++i) {
      groups_[i].first = i;
      groups_[i].weight = weights[i];
    }
    for (const Likeness& likeness : likenesses) {
      const std::int64_t pairs = groups_[likeness.a].weight * groups_[likeness.b].weight;
      const Sum sum{likeness.value * pairs, likeness.lenient * pairs};
      groups_[likeness.a].sums[likeness.b] += sum;
      groups_[likeness.b].sums[likeness.a] += sum;
    }
    for (std::uint32_t a = 0; a < groups_.size(); ++a) {
      for (const auto& [b, sum] : groups_[a].sums) {
        if (a < b) propose(a, b, sum);
      }
    }
  }

  std::vector<std::uint32_t> join_all() {
    std::vector<std::uint32_t> joined_to(groups_.size());
    for (std::uint32_t i = 0; i < groups_.size(); ++i) joined_to[i] = i;
    while (!candidates_.empty()) {
      const Candidate best = candidates_.top();
      candidates_.pop();
      Group& a = groups_[best.a];
      Group& b = groups_[best.b];
      if (!a.alive || !b.alive || a.age + b.age != best.ages) continue;
      const bool a_is_larger = a.sums.size() >= b.sums.size();
      const std::uint32_t into = a_is_larger ? best.a : best.b;
      const std::uint32_t from = a_is_larger ? best.b : best.a;
      join(into, from);
      joined_to[from] = into;
    }
    return first_items(joined_to);
  }

 private:
  void propose(std::uint32_t a, std::uint32_t b, const Sum& sum) {
    const Group& x = groups_[a];
    const Group& y = groups_[b];
    const double average =
        static_cast<double>(std::min(x.weight, y.weight) == 1 ? sum.lenient : sum.value) /
        (static_cast<double>(x.weight) * static_cast<double>(y.weight));
    if (average < threshold_) return;
    const auto [first, second] = std::minmax(x.first, y.first);
    candidates_.push({average, first, second, a, b, x.age + y.age});
  }

  void join(std::uint32_t into, std::uint32_t from) {
    Group& larger = groups_[into];
    Group& smaller = groups_[from];
    larger.sums.erase(from);
    smaller.sums.erase(into);
    for (const auto& [neighbour, sum] : smaller.sums) {
      larger.sums[neighbour] += sum;
      groups_[neighbour].sums.erase(from);
      groups_[neighbour].sums[into] = larger.sums[neighbour];
    }
    larger.first = std::min(larger.first, smaller.first);
    larger.weight += smaller.weight;
    larger.age += smaller.age + 1;
    smaller.alive = false;
    smaller.sums = {};
    for (const auto& [neighbour, sum] : larger.sums) propose(into, neighbour, sum);
  }

  [[nodiscard]] std::vector<std::uint32_t> first_items(std::vector<std::uint32_t> joined_to) const {
    for (std::uint32_t i = 0; i < joined_to.size(); ++i) {
      std::uint32_t root = i;
      while (joined_to[root] != root) root = joined_to[root];
      for (std::uint32_t at = i; at != root;) at = std::exchange(joined_to[at], root);
    }
    for (std::uint32_t& root : joined_to) root = groups_[root].first;
    return joined_to;
  }

  double threshold_;
  std::vector<Group> groups_;
  std::priority_queue<Candidate> candidates_;
};

}  // namespace

std::vector<std::uint32_t> join_by_average(std::span<const std::uint32_t> weights,
                                           std::span<const Likeness> likenesses,
                                           std::int64_t threshold) {
  return Joiner(weights, likenesses, threshold).join_all();
}

}  // namespace twosource

// Which words are used alike?
//
// Two words that have the same neighbours mostly are of one kind: "Nairobi" and "Lagos" both
// follow "in" and stand before ",". So words are put into classes such that the next word's class
// is foretold best: of all pairs of neighbours the likelihood under P(class | class before) x
// P(word | class) is to be greatest (Brown et al. 1992).
//
// The exchange algorithm (Kneser and Ney 1993; Martin, Liermann and Ney 1998): take one word out of
// its class and put it where the likelihood grows most, until no word wants to move. With N(c, d)
// how often class d follows c, R and L the sums of its rows and columns, and f(x) = x log x, the
// likelihood is
//
//     sum f(N(c, d)) - sum f(R(c)) - sum f(L(d))    + what does not depend on the classes
//
// so a word's gain in a class is a sum over the classes of its neighbours. It is summed for all
// classes at once, a row of N after the other. The first round begins with nothing: the most common
// words are a class each, every next word goes where it fits among those before it.
#include "bench/trainers/exchange.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace twosource::bench {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

double entropy_part(std::uint64_t count) {
  const auto x = static_cast<double>(count);
  return count == 0 ? 0 : x * std::log(x);
}

// f(x) by a table while x is small, as nearly all are.
class EntropyParts {
 public:
  EntropyParts() {
    for (std::size_t i = 0; i < table_.size(); ++i) table_[i] = entropy_part(i);
  }
  double operator()(std::uint32_t count) const {
    return count < table_.size() ? table_[count] : entropy_part(count);
  }

 private:
  std::vector<double> table_ = std::vector<double>(1U << 16U);
};

// The neighbours of each item, to one side.
struct Neighbour {
  std::uint32_t item = 0;
  std::uint32_t count = 0;
};

class Neighbours {
 public:
  Neighbours(std::size_t items, const std::vector<Pair>& pairs, bool behind) : ends_(items + 1) {
    for (const Pair& pair : pairs) ++ends_[(behind ? pair.first : pair.second) + 1];
    for (std::size_t i = 1; i <= items; ++i) ends_[i] += ends_[i - 1];
    all_.resize(pairs.size());
    std::vector<std::size_t> next(ends_.begin(), ends_.end() - 1);
    for (const Pair& pair : pairs) {
      const std::uint32_t item = behind ? pair.first : pair.second;
      all_[next[item]++] = {behind ? pair.second : pair.first, pair.count};
    }
  }
  [[nodiscard]] std::span<const Neighbour> of(std::uint32_t item) const {
    return std::span(all_).subspan(ends_[item], ends_[item + 1] - ends_[item]);
  }

 private:
  std::vector<std::size_t> ends_;
  std::vector<Neighbour> all_;
};

// How often an item stands next to each class.
class ClassCounts {
 public:
  explicit ClassCounts(std::size_t classes) : counts_(classes) {}

  void add(std::uint32_t in_class, std::uint32_t count) {
    if (counts_[in_class] == 0) seen_.push_back(in_class);
    counts_[in_class] += count;
    sum_ += count;
  }
  void clear() {
    for (const std::uint32_t c : seen_) counts_[c] = 0;
    seen_.clear();
    sum_ = 0;
  }
  std::uint32_t operator[](std::size_t c) const { return counts_[c]; }
  [[nodiscard]] const std::vector<std::uint32_t>& seen() const { return seen_; }
  [[nodiscard]] std::uint32_t sum() const { return sum_; }

 private:
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t sum_ = 0;
};

class Exchange {
 public:
  Exchange(std::size_t items, const std::vector<Pair>& pairs, std::size_t classes)
      : classes_(classes),
        behind_(items, pairs, true),
        before_(items, pairs, false),
        class_of_(items, none),
        first_(classes * classes),
        second_(classes * classes),
        firsts_(classes),
        seconds_(classes),
        to_(classes),
        from_(classes),
        gains_(classes) {}

  // Gives an item that has no class yet the class `c`, or the best one.
  void place(std::uint32_t item) {
    look_around(item);
    put(item, item < classes_ ? item : best_class());
  }

  // True if the item left its class.
  bool move(std::uint32_t item) {
    const std::uint32_t old = class_of_[item];
    look_around(item);
    count(old, -1);
    class_of_[item] = none;
    // It stays where two are equally good.
    const std::uint32_t best = best_class();
    const bool moves = gains_[best] > gains_[old] + least_gain;
    put(item, moves ? best : old);
    return moves;
  }

  [[nodiscard]] const std::vector<std::uint32_t>& class_of() const { return class_of_; }

 private:
  static constexpr double least_gain = 1e-6;

  void look_around(std::uint32_t item) {
    to_.clear();
    from_.clear();
    self_ = 0;
    for (const Neighbour& next : behind_.of(item)) {
      if (next.item == item) {
        self_ = next.count;
      } else if (class_of_[next.item] != none) {
        to_.add(class_of_[next.item], next.count);
      }
    }
    for (const Neighbour& last : before_.of(item)) {
      if (last.item != item && class_of_[last.item] != none)
        from_.add(class_of_[last.item], last.count);
    }
  }

  void put(std::uint32_t item, std::uint32_t c) {
    class_of_[item] = c;
    count(c, 1);
  }

  // Adds what was seen around an item to the counts of a class, or takes it away.
  void count(std::uint32_t c, int sign) {
    const auto change = [&](std::uint32_t first, std::uint32_t second, std::uint32_t count) {
      const std::uint32_t by = sign > 0 ? count : 0U - count;
      const std::uint32_t now = first_[first * classes_ + second] += by;
      second_[second * classes_ + first] = now;
      firsts_[first] += by;
      seconds_[second] += by;
    };
    for (const std::uint32_t d : to_.seen()) change(c, d, to_[d]);
    for (const std::uint32_t d : from_.seen()) change(d, c, from_[d]);
    if (self_ > 0) change(c, c, self_);
  }

  std::uint32_t best_class() {
    std::fill(gains_.begin(), gains_.end(), 0.0);
    // N(b, d) for all b is a row of second_, N(d, b) one of first_.
    for (const std::uint32_t d : to_.seen()) add_gains(&second_[d * classes_], to_[d]);
    for (const std::uint32_t d : from_.seen()) add_gains(&first_[d * classes_], from_[d]);
    for (std::size_t b = 0; b < classes_; ++b) {
      const std::uint32_t own = first_[b * classes_ + b];
      // Both sums counted N(b, b), each alone.
      gains_[b] += f_(own + to_[b] + from_[b] + self_) + f_(own) - f_(own + to_[b]) -
                   f_(own + from_[b]) - f_(firsts_[b] + to_.sum() + self_) + f_(firsts_[b]) -
                   f_(seconds_[b] + from_.sum() + self_) + f_(seconds_[b]);
    }
    return static_cast<std::uint32_t>(std::max_element(gains_.begin(), gains_.end()) -
                                      gains_.begin());
  }

  void add_gains(const std::uint32_t* counts, std::uint32_t more) {
    for (std::size_t b = 0; b < classes_; ++b) gains_[b] += f_(counts[b] + more) - f_(counts[b]);
  }

  std::size_t classes_;
  Neighbours behind_;
  Neighbours before_;
  std::vector<std::uint32_t> class_of_;
  std::vector<std::uint32_t> first_;    // N(c, d), a row for each c
  std::vector<std::uint32_t> second_;   // the same, a row for each d
  std::vector<std::uint32_t> firsts_;   // R
  std::vector<std::uint32_t> seconds_;  // L
  ClassCounts to_;
  ClassCounts from_;
  std::uint32_t self_ = 0;
  std::vector<double> gains_;
  EntropyParts f_;
};

}  // namespace

std::vector<std::uint32_t> exchange_classes(std::size_t items, const std::vector<Pair>& pairs,
                                            std::size_t classes, int rounds) {
  Exchange exchange(items, pairs, classes);
  for (std::uint32_t item = 0; item < items; ++item) exchange.place(item);
  for (int round = 0; round < rounds; ++round) {
    std::size_t moves = 0;
    for (std::uint32_t item = 0; item < items; ++item) moves += exchange.move(item) ? 1 : 0;
    if (moves == 0) break;
  }
  return exchange.class_of();
}

double class_likelihood(const std::vector<Pair>& pairs,
                        const std::vector<std::uint32_t>& class_of) {
  std::uint32_t classes = 0;
  for (const std::uint32_t c : class_of) classes = std::max(classes, c + 1);
  std::vector<std::uint64_t> both(std::size_t{classes} * classes);
  std::vector<std::uint64_t> firsts(classes);
  std::vector<std::uint64_t> seconds(classes);
  for (const Pair& pair : pairs) {
    const std::uint32_t c = class_of[pair.first];
    const std::uint32_t d = class_of[pair.second];
    both[std::size_t{c} * classes + d] += pair.count;
    firsts[c] += pair.count;
    seconds[d] += pair.count;
  }
  double sum = 0;
  for (const std::uint64_t count : both) sum += entropy_part(count);
  for (const std::uint64_t count : firsts) sum -= entropy_part(count);
  for (const std::uint64_t count : seconds) sum -= entropy_part(count);
  return sum;
}

}  // namespace twosource::bench

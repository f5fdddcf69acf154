#include "bench/trainers/exchange.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace twosource::bench {
namespace {

// Pairs of a language in which items with the same rest by `kinds` are used alike.
std::vector<Pair> made_up_pairs(std::uint32_t seed, std::uint32_t items, std::uint32_t kinds) {
  std::mt19937 random(seed);
  std::vector<std::uint32_t> counts(std::size_t{items} * items);
  std::uint32_t before = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::uint32_t kind = (before % kinds + 1 + (random() % 10 == 0 ? 1 : 0)) % kinds;
    const auto here = static_cast<std::uint32_t>(random() % (items / kinds)) * kinds + kind;
    ++counts[before * items + here];
    before = here;
  }
  std::vector<Pair> pairs;
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) pairs.push_back({i / items, i % items, counts[i]});
  }
  return pairs;
}

TEST_CASE("items that are used alike get one class") {
  const std::vector<std::uint32_t> class_of = exchange_classes(24, made_up_pairs(1, 24, 4), 4, 20);
  for (std::size_t item = 4; item < 24; ++item) {
    CAPTURE(item);
    CHECK(class_of[item] == class_of[item % 4]);
  }
}

// The slow twin: the likelihood counted from nothing for every class that an item could be in.
TEST_CASE("no item fits better into another class") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const std::vector<Pair> pairs = made_up_pairs(seed, 20, 5);
    const std::uint32_t classes = 2 + seed % 5;
    std::vector<std::uint32_t> class_of = exchange_classes(20, pairs, classes, 100);
    CHECK(*std::max_element(class_of.begin(), class_of.end()) < classes);
    const double found = class_likelihood(pairs, class_of);
    for (std::uint32_t& item : class_of) {
      const std::uint32_t kept = item;
      for (item = 0; item < classes; ++item)
        CHECK(class_likelihood(pairs, class_of) < found + 1e-3);
      item = kept;
    }
  }
}

TEST_CASE("fewer items than classes, and items without neighbours, have a class each") {
  CHECK(exchange_classes(0, {}, 3, 5).empty());
  CHECK(exchange_classes(2, {{0, 1, 4}}, 3, 5).size() == 2);
  CHECK(exchange_classes(5, {{0, 0, 2}}, 2, 5).size() == 5);
}

}  // namespace
}  // namespace twosource::bench

#include "twosource/claim/candidates.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

using Pairs = std::vector<CandidatePair>;

Pairs pairs_of(const std::vector<FactKeys>& items, const CandidateLimits& limits = {}) {
  return find_candidates(items, limits, Jobs{1}).pairs;
}

}  // namespace

TEST_CASE("candidates share two keys") {
  CHECK(pairs_of({}).empty());
  CHECK(pairs_of({{1, 2, 3}}).empty());
  CHECK(pairs_of({{1, 2, 3}, {3, 4, 5}}).empty());
  CHECK(pairs_of({{1, 2, 3}, {2, 3, 4}}) == Pairs{{0, 1}});
  CHECK(pairs_of({{1, 2, 3}, {2, 3, 4}, {}}) == Pairs{{0, 1}});
}

TEST_CASE("candidates share a good part of the lighter one") {
  // The same two keys in common; the first time the rest of both is long.
  FactKeys one = {1, 2};
  FactKeys other = {1, 2};
  for (std::uint64_t key = 10; key < 40; ++key) one.push_back(key);
  for (std::uint64_t key = 50; key < 80; ++key) other.push_back(key);
  CHECK(pairs_of({one, other}).empty());
  CHECK(pairs_of({one, {1, 2, 50}}) == Pairs{{0, 1}});
}

TEST_CASE("a key that too many have tells nothing") {
  const std::vector<FactKeys> items = {{1, 2, 3}, {1, 2, 4}, {1, 5, 6}};
  CHECK(pairs_of(items) == Pairs{{0, 1}});
  CHECK(pairs_of(items, {.most_holders = 2}).empty());
}

TEST_CASE("of many partners the best are taken, and the cut is counted") {
  // 0 shares three keys with 2, two with 1 and 3.
  const std::vector<FactKeys> items = {{1, 2, 3, 4}, {1, 2}, {1, 2, 3}, {3, 4}};
  const Candidates cut = find_candidates(items, {.most_partners = 1}, Jobs{1});
  CHECK(cut.pairs == Pairs{{0, 1}, {0, 2}, {0, 3}});
  CHECK(cut.cut == 3);
  CHECK(find_candidates(items, {}, Jobs{1}).cut == 0);
}

}  // namespace twosource

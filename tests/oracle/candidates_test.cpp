// The slow twin of find_candidates: all pairs, each by itself.
#include "twosource/claim/candidates.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <random>
#include <set>

namespace twosource {
namespace {

std::map<std::uint64_t, double> slow_weights(const std::vector<FactKeys>& items,
                                             const CandidateLimits& limits) {
  std::map<std::uint64_t, std::size_t> holders;
  for (const FactKeys& keys : items) {
    for (const std::uint64_t key : keys) ++holders[key];
  }
  std::map<std::uint64_t, double> weights;
  for (const auto& [key, count] : holders) {
    if (count > limits.most_holders) continue;
    weights[key] = std::log1p(static_cast<double>(items.size()) / static_cast<double>(count));
  }
  return weights;
}

std::vector<CandidatePair> slow_candidates(const std::vector<FactKeys>& items,
                                           const CandidateLimits& limits) {
  const std::map<std::uint64_t, double> weights = slow_weights(items, limits);
  const auto weigh = [&](const FactKeys& keys) {
    double sum = 0.0;
    for (const std::uint64_t key : keys) {
      if (weights.contains(key)) sum += weights.at(key);
    }
    return sum;
  };
  std::set<CandidatePair> pairs;
  for (std::uint32_t a = 0; a < items.size(); ++a) {
    std::vector<std::pair<double, std::uint32_t>> partners;  // weights negative: best first
    for (std::uint32_t b = 0; b < items.size(); ++b) {
      if (a == b) continue;
      FactKeys shared;
      std::ranges::set_intersection(items[a], items[b], std::back_inserter(shared));
      std::erase_if(shared, [&](std::uint64_t key) { return !weights.contains(key); });
      const double weight = weigh(shared);
      const double lighter = std::min(weigh(items[a]), weigh(items[b]));
      if (shared.size() >= 2 && weight >= limits.least_share * lighter)
        partners.emplace_back(-weight, b);
    }
    std::ranges::sort(partners);
    if (partners.size() > limits.most_partners) partners.resize(limits.most_partners);
    for (const auto& [weight, b] : partners) pairs.insert({std::min(a, b), std::max(a, b)});
  }
  return {pairs.begin(), pairs.end()};
}

}  // namespace

TEST_CASE("candidates: all pairs, slowly, give the same") {
  for (unsigned seed = 1; seed <= 500; ++seed) {
    INFO("seed ", seed);
    std::mt19937 random(seed);
    std::vector<FactKeys> items(random() % 30);
    for (FactKeys& keys : items) {
      std::set<std::uint64_t> drawn;
      for (auto i = random() % 12; i > 0; --i) drawn.insert(random() % 25 * (random() % 25));
      keys.assign(drawn.begin(), drawn.end());
    }
    const CandidateLimits limits{.most_holders = 3 + random() % 30,
                                 .most_partners = 1 + random() % 10,
                                 .least_share = 0.05 * static_cast<double>(random() % 10)};
    const std::vector<CandidatePair> fast = find_candidates(items, limits, Jobs{2}).pairs;
    CHECK(fast == slow_candidates(items, limits));
  }
}

}  // namespace twosource

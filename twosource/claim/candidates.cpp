// Which wordings are worth comparing?
//
// A story of five hundred articles has ten thousand wordings and fifty million pairs of them, and
// nearly all of them have nothing to do with each other. What speaks of the same fact names the
// same people, places, numbers and deeds, or most of them.
//
// Idea: an inverted index from keys to the wordings that have them. The rarer a key is in this
// story, the more it tells: "Pompeo" stands in half of the sentences, "tarmac" in three. Each
// wording adds up what it shares with others and keeps its best partners; a pair is compared if
// either of the two wants it.
#include "twosource/claim/candidates.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>

namespace twosource {
namespace {

constexpr std::uint32_t least_shared = 2;

struct Posting {
  std::vector<std::uint32_t> holders;  // ascending; none if there are too many
  double weight = 0.0;
};

struct Index {
  boost::unordered_flat_map<std::uint64_t, Posting> postings;
  std::vector<double> weights;  // by item: of all its keys
};

Index index_of(std::span<const FactKeys> items, const CandidateLimits& limits) {
  Index index;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    for (const std::uint64_t key : items[i]) index.postings[key].holders.push_back(i);
  }
  for (auto& [key, posting] : index.postings) {
    if (posting.holders.size() > limits.most_holders) {
      posting.holders.clear();
    } else {
      posting.weight = std::log1p(static_cast<double>(items.size()) /
                                  static_cast<double>(posting.holders.size()));
    }
  }
  for (const FactKeys& keys : items) {
    double& weight = index.weights.emplace_back();
    for (const std::uint64_t key : keys) weight += index.postings.find(key)->second.weight;
  }
  return index;
}

struct Partner {
  std::uint32_t item = 0;
  std::uint32_t shared = 0;
  double weight = 0.0;
};

/// Best first; whom a limit leaves out must not depend on the order in which they were found.
bool is_better(const Partner& a, const Partner& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.item < b.item;
}

std::vector<Partner> partners_of(std::uint32_t item, const FactKeys& keys, const Index& index,
                                 const CandidateLimits& limits) {
  boost::unordered_flat_map<std::uint32_t, Partner> found;
  for (const std::uint64_t key : keys) {
    const Posting& posting = index.postings.find(key)->second;
    for (const std::uint32_t holder : posting.holders) {
      if (holder == item) continue;
      Partner& partner = found[holder];
      partner.item = holder;
      ++partner.shared;
      partner.weight += posting.weight;
    }
  }
  std::vector<Partner> partners;
  for (const auto& [holder, partner] : found) {
    const double lighter = std::min(index.weights[item], index.weights[holder]);
    if (partner.shared >= least_shared && partner.weight >= limits.least_share * lighter)
      partners.push_back(partner);
  }
  std::ranges::sort(partners, is_better);
  return partners;
}

}  // namespace

Candidates find_candidates(std::span<const FactKeys> items, const CandidateLimits& limits,
                           Jobs jobs) {
  const Index index = index_of(items, limits);
  std::vector<std::vector<CandidatePair>> wanted(items.size());
  std::vector<char> cut(items.size());
  parallel_for(jobs, items.size(), [&](std::size_t at) {
    const auto item = static_cast<std::uint32_t>(at);
    std::vector<Partner> partners = partners_of(item, items[item], index, limits);
    if (partners.size() > limits.most_partners) {
      partners.resize(limits.most_partners);
      cut[item] = 1;
    }
    for (const Partner& partner : partners)
      wanted[item].push_back({std::min(item, partner.item), std::max(item, partner.item)});
  });
  Candidates candidates;
  for (const auto& pairs : wanted)
    candidates.pairs.insert(candidates.pairs.end(), pairs.begin(), pairs.end());
  std::ranges::sort(candidates.pairs);
  candidates.pairs.erase(std::unique(candidates.pairs.begin(), candidates.pairs.end()),
                         candidates.pairs.end());
  candidates.cut = static_cast<std::uint32_t>(std::ranges::count(cut, 1));
  return candidates;
}

}  // namespace twosource

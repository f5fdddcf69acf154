#include "twosource/reuse/gram_index.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <numeric>

namespace twosource {
namespace {

constexpr std::uint32_t not_followed = std::numeric_limits<std::uint32_t>::max();

constexpr std::uint32_t gram_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key >> 32U);
}
constexpr std::uint32_t entry_of(std::uint64_t key) {
  return static_cast<std::uint32_t>(key);
}

// Sorts by the upper half and keeps the order of equal ones: three counting passes over 11, 11
// and 10 bits, whose 2048 counters stay in the first-level cache.
void sort_by_gram(std::vector<std::uint64_t>& keys) {
  constexpr std::array<unsigned, 3> shifts = {32, 43, 54};
  constexpr std::uint64_t mask = 2047;
  std::vector<std::uint64_t> sorted(keys.size());
  for (unsigned shift : shifts) {
    std::array<std::size_t, mask + 1> next{};
    for (std::uint64_t key : keys) ++next[(key >> shift) & mask];
    std::exclusive_scan(next.begin(), next.end(), next.begin(), std::size_t{0});
    for (std::uint64_t key : keys) sorted[next[(key >> shift) & mask]++] = key;
    keys.swap(sorted);
  }
}

}  // namespace

GramIndex::GramIndex(std::span<const std::vector<Fingerprint>> chosen, const PassageRules& rules) {
  std::size_t total = 0;
  for (const std::vector<Fingerprint>& fingerprints : chosen) total += fingerprints.size();
  entries_.reserve(total);
  shared_.reserve(total);
  first_entry_.reserve(chosen.size() + 1);
  for (std::size_t article = 0; article < chosen.size(); ++article) {
    first_entry_.push_back(entries_.size());
    for (const Fingerprint& fingerprint : chosen[article]) {
      shared_.push_back((std::uint64_t{fingerprint.gram} << 32U) | entries_.size());
      entries_.push_back({static_cast<ArticleIndex>(article), fingerprint.word});
    }
  }
  first_entry_.push_back(entries_.size());
  sort_by_gram(shared_);
  keep_shared(rules);
}

// Moves the groups that several articles share to the front and cuts the rest off.
void GramIndex::keep_shared(const PassageRules& rules) {
  place_.assign(entries_.size(), not_followed);
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < shared_.size();) {
    std::size_t end = begin + 1;
    while (end < shared_.size() && gram_of(shared_[end]) == gram_of(shared_[begin])) ++end;
    const ArticleIndex first = entries_[entry_of(shared_[begin])].article;
    const ArticleIndex last = entries_[entry_of(shared_[end - 1])].article;
    if (first != last) {
      kept = keep_group(std::span(shared_).subspan(begin, end - begin), kept, rules);
    }
    begin = end;
  }
  shared_.resize(kept);
  shared_.shrink_to_fit();
}

// `group` holds one gram's entries by article; writes those that stay to shared_[kept...] and
// returns the new end. Reading is never behind writing, for no group grows.
std::size_t GramIndex::keep_group(std::span<const std::uint64_t> group, std::size_t kept,
                                  const PassageRules& rules) {
  const std::size_t begin = kept;
  std::uint32_t articles = 0;
  std::uint32_t repeats = 0;
  ArticleIndex current = std::numeric_limits<ArticleIndex>::max();
  for (std::uint64_t key : group) {
    const std::uint32_t entry = entry_of(key);
    if (entries_[entry].article != current) {
      current = entries_[entry].article;
      ++articles;
      repeats = 0;
    }
    if (++repeats > rules.repeats_followed) {
      ++dropped_repeats_;
      continue;
    }
    place_[entry] = static_cast<std::uint32_t>(kept);
    shared_[kept++] = key;
  }
  if (articles <= rules.articles_all_pairs) return kept;
  ++frequent_grams_;
  std::uint32_t followed = 0;
  current = std::numeric_limits<ArticleIndex>::max();
  for (std::size_t i = begin; i < kept; ++i) {
    const std::uint32_t entry = entry_of(shared_[i]);
    if (entries_[entry].article != current) {
      current = entries_[entry].article;
      ++followed;
    }
    if (followed > rules.articles_followed) place_[entry] = not_followed;
  }
  return kept;
}

std::vector<Hit> GramIndex::hits_of(ArticleIndex a) const {
  std::vector<Hit> hits;
  for (std::size_t entry = first_entry_[a]; entry < first_entry_[a + 1]; ++entry) {
    const std::uint32_t place = place_[entry];
    if (place == not_followed) continue;
    const std::uint32_t gram = gram_of(shared_[place]);
    for (std::size_t i = place + std::size_t{1}; i < shared_.size(); ++i) {
      if (gram_of(shared_[i]) != gram) break;
      const Entry& other = entries_[entry_of(shared_[i])];
      if (other.article != a) hits.push_back({other.article, entries_[entry].word, other.word});
    }
  }
  return hits;
}

}  // namespace twosource

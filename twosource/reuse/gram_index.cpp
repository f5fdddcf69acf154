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
constexpr std::uint32_t ordinal_of(std::uint64_t key) {
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
  std::vector<std::uint64_t> keys;  // gram << 32 | ordinal
  std::vector<ArticleIndex> articles;
  keys.reserve(total);
  articles.reserve(total);
  words_.reserve(total);
  for (std::size_t article = 0; article < chosen.size(); ++article) {
    first_.push_back(words_.size());
    for (const Fingerprint& fingerprint : chosen[article]) {
      keys.push_back((std::uint64_t{fingerprint.gram} << 32U) | words_.size());
      words_.push_back(fingerprint.word);
      articles.push_back(static_cast<ArticleIndex>(article));
    }
  }
  first_.push_back(words_.size());
  sort_by_gram(keys);

  followed_.assign(total, not_followed);
  std::vector<Entry> group;
  for (std::size_t begin = 0; begin < total;) {
    std::size_t end = begin + 1;
    while (end < total && gram_of(keys[end]) == gram_of(keys[begin])) ++end;
    if (articles[ordinal_of(keys[begin])] != articles[ordinal_of(keys[end - 1])]) {
      group.clear();
      for (std::size_t i = begin; i < end; ++i) {
        const std::uint32_t ordinal = ordinal_of(keys[i]);
        group.push_back({{articles[ordinal], words_[ordinal]}, ordinal});
      }
      add_group(group, rules);
    }
    begin = end;
  }
}

// `group` holds the entries of one gram by article and place, of two articles at least.
void GramIndex::add_group(std::span<const Entry> group, const PassageRules& rules) {
  const std::size_t begin = shared_.size();
  std::uint32_t articles = 0;
  std::uint32_t repeats = 0;
  std::size_t followed_end = begin;
  for (const Entry& entry : group) {
    if (shared_.size() == begin || shared_.back().article != entry.place.article) {
      ++articles;
      repeats = 0;
    }
    if (++repeats > rules.repeats_followed) {
      ++dropped_repeats_;
      continue;
    }
    followed_[entry.ordinal] = static_cast<std::uint32_t>(shared_.size());
    shared_.push_back(entry.place);
    if (articles <= rules.articles_followed) followed_end = shared_.size();
  }
  group_end_.resize(shared_.size(), static_cast<std::uint32_t>(shared_.size()));
  if (articles <= rules.articles_all_pairs) return;
  ++frequent_grams_;
  for (const Entry& entry : group) {
    if (followed_[entry.ordinal] >= followed_end) followed_[entry.ordinal] = not_followed;
  }
}

std::vector<Hit> GramIndex::hits_of(ArticleIndex a) const {
  std::vector<Hit> hits;
  for (std::size_t i = first_[a]; i < first_[a + 1]; ++i) {
    if (followed_[i] == not_followed) continue;
    const std::uint32_t end = group_end_[followed_[i]];
    for (std::uint32_t place = followed_[i] + 1; place < end; ++place) {
      if (shared_[place].article == a) continue;
      hits.push_back({shared_[place].article, words_[i], shared_[place].word});
    }
  }
  return hits;
}

}  // namespace twosource

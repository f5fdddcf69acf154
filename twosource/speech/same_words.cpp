// Which statements are the same utterance?
//
// Reporters cut quotations differently ("We will stop", he said. / he said they would "stop"), drop
// a word or change one; the words that stay are in the same order. So two utterances are one if the
// longest common sequence of their quoted words covers nearly all of the shorter: a part of a
// quotation is that quotation. What stands without quotation marks is the reporter's wording; two
// reporters agree in it only by copying, so there the longer side must be covered.
//
// No chains: everything is compared with the first of its group.
#include "twosource/speech/same_words.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace twosource {
namespace {

constexpr std::size_t fewest_quoted =
    5;  // words; four in a row are said by two people now and then
constexpr std::size_t fewest_reported = 8;
constexpr double share_in_common = 0.8;
constexpr std::size_t run_length = 3;

using Hashes = std::vector<std::uint64_t>;

// Length of the longest common subsequence: the classic table, one row at a time.
std::size_t common_words(const Hashes& a, const Hashes& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const std::uint64_t word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

bool covers(std::size_t common, std::size_t size) {
  return static_cast<double>(common) >= share_in_common * static_cast<double>(size);
}

void add_words(Span place, const Analysis& analysis, Hashes& hashes) {
  const auto first =
      std::partition_point(analysis.words.begin(), analysis.words.end(),
                           [&](const Word& word) { return word.span.begin < place.begin; });
  for (auto word = first; word != analysis.words.end() && word->span.end <= place.end; ++word)
    hashes.push_back(word->hash);
}

std::uint64_t run_at(const Hashes& words, std::size_t i) {
  std::uint64_t hash = 0;
  for (std::size_t k = 0; k < run_length; ++k)
    hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15U + (hash >> 29U);
  return hash;
}

}  // namespace

Utterance utterance_of(const Statement& statement, const Analysis& analysis) {
  Utterance utterance;
  for (const Span content : statement.content) {
    add_words(content, analysis, utterance.all);
    for (const Quotation& quotation : analysis.quotations) {
      if (!quotation.content.overlaps(content)) continue;
      const Span inside = {std::max(quotation.content.begin, content.begin),
                           std::min(quotation.content.end, content.end)};
      add_words(inside, analysis, utterance.quoted);
    }
  }
  return utterance;
}

bool same_words(const Utterance& a, const Utterance& b) {
  const std::size_t fewer = std::min(a.quoted.size(), b.quoted.size());
  if (fewer >= fewest_quoted && covers(common_words(a.quoted, b.quoted), fewer)) return true;
  const std::size_t more = std::max(a.all.size(), b.all.size());
  if (std::min(a.all.size(), b.all.size()) < fewest_reported) return false;
  return covers(common_words(a.all, b.all), more);
}

std::vector<std::size_t> group_same_words(std::span<const Utterance> utterances) {
  std::vector<std::size_t> first(utterances.size());
  std::iota(first.begin(), first.end(), std::size_t{0});
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> heads_with;  // run -> firsts
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    const Hashes& words = utterances[i].all;
    std::set<std::size_t> candidates;  // ascending: the earliest group wins
    for (std::size_t k = 0; k + run_length <= words.size(); ++k) {
      const auto found = heads_with.find(run_at(words, k));
      if (found != heads_with.end()) candidates.insert(found->second.begin(), found->second.end());
    }
    const auto same = std::find_if(candidates.begin(), candidates.end(), [&](std::size_t head) {
      return same_words(utterances[head], utterances[i]);
    });
    if (same != candidates.end()) {
      first[i] = *same;
      continue;
    }
    for (std::size_t k = 0; k + run_length <= words.size(); ++k) {
      std::vector<std::size_t>& heads = heads_with[run_at(words, k)];
      if (heads.empty() || heads.back() != i) heads.push_back(i);
    }
  }
  return first;
}

}  // namespace twosource

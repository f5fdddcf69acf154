// From copies to sets of words.
//
// Whether one article lies between two others shows only where three are compared: which words do
// B and C have that A lacks? With a bit for each word that is a few operations on whole machine
// words, however long the texts are.
#include "twosource/origin/shared_words.hpp"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

constexpr std::size_t bits = 64;

/// One side of one copy.
struct Side {
  ArticleIndex of = 0;
  ArticleIndex other = 0;
  std::uint32_t copy = 0;
};

void add_span(WordSet& set, std::span<const Word> words, Span span) {
  for (std::size_t i = first_word_at(words, span.begin);
       i < words.size() && words[i].span.end <= span.end; ++i) {
    add_word(set, i);
  }
}

void add_copy(SharedWithOther& entry, const Analysis& analysis, const Copy& copy) {
  const bool is_a = entry.of == copy.a;
  entry.passages.push_back(is_a ? copy.a_span : copy.b_span);
  entry.opposite.push_back(is_a ? copy.b_span : copy.a_span);
  add_span(entry.covered, analysis.words, entry.passages.back());
  if (copy.kind == CopyKind::reworded) {
    add_span(entry.reworded, analysis.words, entry.passages.back());
  }
  for (const AlignedRun& run : copy.runs) {
    add_span(entry.aligned, analysis.words, is_a ? run.a : run.b);
    if (run.equal) add_span(entry.equal, analysis.words, is_a ? run.a : run.b);
  }
}

}  // namespace

WordSet make_word_set(std::size_t words) {
  return WordSet((words + bits - 1) / bits, 0);
}

void add_word(WordSet& set, std::size_t word) {
  set[word / bits] |= std::uint64_t{1} << (word % bits);
}

bool has_word(const WordSet& set, std::size_t word) {
  return (set[word / bits] >> (word % bits) & 1U) != 0;
}

std::size_t count_words(const WordSet& set) {
  std::size_t count = 0;
  for (const std::uint64_t part : set) count += static_cast<std::size_t>(std::popcount(part));
  return count;
}

std::size_t count_common(const WordSet& a, const WordSet& b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    count += static_cast<std::size_t>(std::popcount(a[i] & b[i]));
  }
  return count;
}

std::size_t count_missing(const WordSet& a, const WordSet& b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    count += static_cast<std::size_t>(std::popcount(a[i] & ~b[i]));
  }
  return count;
}

void add_words(WordSet& set, const WordSet& more) {
  for (std::size_t i = 0; i < set.size(); ++i) set[i] |= more[i];
}

SharedWords::SharedWords(std::span<const Analysis> analyses, std::span<const Copy> copies,
                         std::span<const std::uint32_t> which) {
  std::vector<Side> sides;
  for (const std::uint32_t index : which) {
    const Copy& copy = copies[index];
    if (copy.furniture) continue;
    sides.push_back({copy.a, copy.b, index});
    sides.push_back({copy.b, copy.a, index});
  }
  std::ranges::sort(sides, {},
                    [](const Side& side) { return std::tuple(side.of, side.other, side.copy); });
  for (const Side& side : sides) {
    const Analysis& analysis = analyses[side.of];
    if (entries_.empty() || entries_.back().of != side.of || entries_.back().other != side.other) {
      const WordSet none = make_word_set(analysis.words.size());
      entries_.push_back({side.of, side.other, none, none, none, none, {}, {}});
    }
    add_copy(entries_.back(), analysis, copies[side.copy]);
  }
}

const SharedWithOther* SharedWords::find(ArticleIndex of, ArticleIndex other) const {
  const auto key = [](const SharedWithOther& entry) { return std::pair(entry.of, entry.other); };
  const auto found = std::ranges::lower_bound(entries_, std::pair(of, other), {}, key);
  return found != entries_.end() && key(*found) == std::pair(of, other) ? &*found : nullptr;
}

std::span<const SharedWithOther> SharedWords::of(ArticleIndex article) const {
  const auto first =
      std::partition_point(entries_.begin(), entries_.end(),
                           [article](const SharedWithOther& entry) { return entry.of < article; });
  const auto last =
      std::partition_point(first, entries_.end(),
                           [article](const SharedWithOther& entry) { return entry.of == article; });
  return {first, last};
}

bool third_has_more(const SharedWords& shared, ArticleIndex first, ArticleIndex second) {
  const SharedWithOther* with_first = shared.find(second, first);
  if (with_first == nullptr) return false;
  const WordSet& common = with_first->covered;
  std::size_t looked_at = 0;
  for (const SharedWithOther& third : shared.of(second)) {
    if (third.other == first) continue;
    if (++looked_at > max_thirds) break;
    if (count_common(third.covered, common) < min_passage_words) continue;
    if (count_missing(third.covered, common) < min_passage_words) continue;
    const SharedWithOther* of_first = shared.find(third.other, first);
    const SharedWithOther* of_second = shared.find(third.other, second);
    const bool through_second =
        of_first == nullptr ||
        count_missing(of_first->covered, of_second->covered) < min_passage_words;
    if (!through_second) return true;
  }
  return false;
}

std::size_t first_word_at(std::span<const Word> words, std::uint32_t begin) {
  const auto found =
      std::ranges::lower_bound(words, begin, {}, [](const Word& word) { return word.span.begin; });
  return static_cast<std::size_t>(found - words.begin());
}

}  // namespace twosource

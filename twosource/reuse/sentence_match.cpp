// Do two sentences say the same?
//
//     Twelve people were injured when a passenger ferry … struck the outer breakwater
//     A ferry … ran into the harbour's outer mole … and 12 people were hurt
//
// Every content word of one side looks for its partner on the other, the closest meaning first:
// people = people, ferry = ferry, twelve = 12, injured ~ hurt, breakwater ~ mole. What finds none
// is something that only one side says, and weighs against the pair. A number against another
// number, a "not" on one side, "accepted" against "rejected": then the sentences differ, however
// much else is equal.
#include "twosource/reuse/sentence_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <tuple>
#include <vector>

namespace twosource {
namespace {

// How much of a word's weight a partner of each closeness proves; by Closeness.
constexpr std::array<float, 8> proof = {0.0F, 0.0F, 0.5F, 0.7F, 0.8F, 0.9F, 1.0F, 1.0F};

struct Candidate {
  Closeness closeness;
  float distance;  // of the relative places in both
  std::uint32_t a;
  std::uint32_t b;
};

// Equal words, then the nearest place; the rest only makes the order the same from either side.
bool is_better(const Candidate& x, const Candidate& y) {
  if (x.closeness != y.closeness) return x.closeness > y.closeness;
  return std::tuple(x.distance, x.a + x.b, std::min(x.a, x.b), x.a) <
         std::tuple(y.distance, y.a + y.b, std::min(y.a, y.b), y.a);
}

// The words of a group, and which of them have a partner.
class Side {
 public:
  explicit Side(const SentenceGroup& group)
      : words_(std::span(group.content.words)
                   .subspan(group.first_word(), group.last_word() - group.first_word())),
        taken_(words_.size(), false) {}

  [[nodiscard]] const ContentWord& word(std::uint32_t i) const { return words_[i]; }
  [[nodiscard]] bool taken(std::uint32_t i) const { return taken_[i]; }
  void take(std::uint32_t i) { taken_[i] = true; }

  [[nodiscard]] float place(std::uint32_t i) const {
    return static_cast<float>(i) / static_cast<float>(words_.size());
  }
  // Whether there are words of a kind left that found no partner.
  [[nodiscard]] bool any_left(bool ContentWord::*kind) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!taken_[i] && words_[i].*kind) return true;
    }
    return false;
  }

 private:
  std::span<const ContentWord> words_;
  std::vector<bool> taken_;
};

}  // namespace

float SentenceGroup::weight() const {
  float sum = 0.0F;
  for (std::uint32_t i = 0; i < size; ++i) sum += content.sentences[first + i].weight;
  return sum;
}

bool SentenceGroup::negated() const {
  for (std::uint32_t i = 0; i < size; ++i) {
    if (content.sentences[first + i].negated) return true;
  }
  return false;
}

SentenceMatch match_sentences(const SentenceGroup& a, const SentenceGroup& b) {
  CloseWordFinder finder(a.content);
  std::vector<CloseWords> close;
  for (std::uint32_t i = a.first; i < a.first + a.size; ++i) {
    for (std::uint32_t j = b.first; j < b.first + b.size; ++j) {
      finder.add(i, b.content, j, close);
    }
  }
  return match_sentences(a, b, close);
}

SentenceMatch match_sentences(const SentenceGroup& group_a, const SentenceGroup& group_b,
                              std::span<const CloseWords> close) {
  Side a(group_a);
  Side b(group_b);
  std::vector<Candidate> candidates;
  candidates.reserve(close.size());
  bool any_opposites = false;
  for (const CloseWords& words : close) {
    const std::uint32_t i = words.a - group_a.first_word();
    const std::uint32_t j = words.b - group_b.first_word();
    any_opposites = any_opposites || words.closeness == Closeness::opposite;
    if (words.closeness <= Closeness::opposite) continue;
    candidates.push_back({words.closeness, std::abs(a.place(i) - b.place(j)), i, j});
  }
  std::sort(candidates.begin(), candidates.end(), is_better);

  SentenceMatch match;
  match.a_weight = group_a.weight();
  match.b_weight = group_b.weight();
  for (const Candidate& candidate : candidates) {
    if (a.taken(candidate.a) || b.taken(candidate.b)) continue;
    a.take(candidate.a);
    b.take(candidate.b);
    const float proven = proof[static_cast<std::size_t>(candidate.closeness)];
    const ContentWord& left = a.word(candidate.a);
    const ContentWord& right = b.word(candidate.b);
    match.a_matched += proven * left.weight;
    match.b_matched += proven * right.weight;
    match.pairs.push_back({left.word, right.word, candidate.closeness});
  }
  std::sort(match.pairs.begin(), match.pairs.end());

  const bool a_number = a.any_left(&ContentWord::number);
  const bool b_number = b.any_left(&ContentWord::number);
  match.numbers_lost = a_number || b_number;
  match.names_differ = a.any_left(&ContentWord::name) && b.any_left(&ContentWord::name);
  match.contradicts =
      (a_number && b_number) || group_a.negated() != group_b.negated() ||
      (any_opposites && std::any_of(close.begin(), close.end(), [&](const CloseWords& words) {
         return words.closeness == Closeness::opposite &&
                !a.taken(words.a - group_a.first_word()) &&
                !b.taken(words.b - group_b.first_word());
       }));
  return match;
}

}  // namespace twosource

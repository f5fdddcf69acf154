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
#include <tuple>

namespace twosource {
namespace {

// How much of a word's weight a partner of each closeness proves; by Closeness.
constexpr std::array<float, 8> proof = {0.0F, 0.0F, 0.5F, 0.7F, 0.8F, 0.9F, 1.0F, 1.0F};

struct Side {
  std::vector<ContentWord> words;
  std::vector<bool> taken;
  float weight = 0.0F;
  bool negated = false;
};

Side side_of(const SentenceGroup& group) {
  Side side;
  for (std::uint32_t i = 0; i < group.size; ++i) {
    const SentenceContent& sentence = group.content.sentences[group.first + i];
    const auto words = group.content.words_of(sentence);
    side.words.insert(side.words.end(), words.begin(), words.end());
    side.weight += sentence.weight;
    side.negated = side.negated || sentence.negated;
  }
  side.taken.assign(side.words.size(), false);
  return side;
}

Closeness closeness_of(const Synonyms& synonyms, const ContentWord& a, const ContentWord& b) {
  if (a.hash == b.hash) return Closeness::equal;
  if (a.lemma == b.lemma) return Closeness::lemma;
  if (a.number || b.number || (a.name && b.name)) return Closeness::none;
  return synonyms.compare(a.meanings, b.meanings);
}

struct Candidate {
  Closeness closeness;
  float distance;  // of the relative places in both
  std::uint32_t a;
  std::uint32_t b;
};

// All pairs that mean the same, best first, and whether any are opposites.
std::vector<Candidate> find_candidates(
    const Side& a, const Side& b, const Synonyms& synonyms,
    std::vector<std::pair<std::uint32_t, std::uint32_t>>& opposites) {
  std::vector<Candidate> candidates;
  const auto place = [](std::size_t i, const Side& side) {
    return static_cast<float>(i) / static_cast<float>(side.words.size());
  };
  for (std::uint32_t i = 0; i < a.words.size(); ++i) {
    for (std::uint32_t j = 0; j < b.words.size(); ++j) {
      const Closeness found = closeness_of(synonyms, a.words[i], b.words[j]);
      if (found == Closeness::opposite) opposites.emplace_back(i, j);
      if (found <= Closeness::opposite) continue;
      candidates.push_back({found, std::abs(place(i, a) - place(j, b)), i, j});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
    return std::tuple(y.closeness, x.distance, x.a + x.b, std::min(x.a, x.b), x.a) <
           std::tuple(x.closeness, y.distance, y.a + y.b, std::min(y.a, y.b), y.a);
  });
  return candidates;
}

// Whether the side has words of a kind left that found no partner.
template <class Kind>
bool any_left(const Side& side, const Kind& kind) {
  for (std::size_t i = 0; i < side.words.size(); ++i) {
    if (!side.taken[i] && kind(side.words[i])) return true;
  }
  return false;
}

}  // namespace

SentenceMatch match_sentences(const SentenceGroup& group_a, const SentenceGroup& group_b) {
  Side a = side_of(group_a);
  Side b = side_of(group_b);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> opposites;
  SentenceMatch match;
  match.a_weight = a.weight;
  match.b_weight = b.weight;
  for (const Candidate& candidate : find_candidates(a, b, group_a.content.synonyms, opposites)) {
    if (a.taken[candidate.a] || b.taken[candidate.b]) continue;
    a.taken[candidate.a] = true;
    b.taken[candidate.b] = true;
    const float proven = proof[static_cast<std::size_t>(candidate.closeness)];
    const ContentWord& left = a.words[candidate.a];
    const ContentWord& right = b.words[candidate.b];
    match.a_matched += proven * left.weight;
    match.b_matched += proven * right.weight;
    match.pairs.push_back({left.word, right.word, candidate.closeness});
  }
  std::sort(match.pairs.begin(), match.pairs.end());

  const auto number = [](const ContentWord& word) { return word.number; };
  const auto name = [](const ContentWord& word) { return word.name; };
  const bool a_number = any_left(a, number);
  const bool b_number = any_left(b, number);
  match.numbers_lost = a_number || b_number;
  match.names_differ = any_left(a, name) && any_left(b, name);
  match.contradicts = (a_number && b_number) || a.negated != b.negated ||
                      std::any_of(opposites.begin(), opposites.end(), [&](const auto& pair) {
                        return !a.taken[pair.first] && !b.taken[pair.second];
                      });
  return match;
}

}  // namespace twosource

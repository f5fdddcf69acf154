// Which word of one unit is which word of the other?
//
//     Twelve people  were injured  when a ferry  struck  the outer breakwater
//     A dozen were   hurt          as the ship   hit     a breakwater
//
// Of a dozen words here and a dozen there hardly any two have to do with one another. So the units
// come with ascending lists of keys (meanings, forms, beginnings, classes); two words that have no
// key in common cannot be close, and a merge of the lists finds the others. These are compared, and
// taken greedily: the closest first, of equally close ones those whose places, each in its unit,
// are most alike.
//
// The idea to align by meaning before judging likeness: Sultan, Bethard and Sumner, "Back to
// Basics for Monolingual Alignment", TACL 2014.
#include "twosource/claim/word_alignment.hpp"

#include <algorithm>
#include <cstdlib>

namespace twosource {
namespace {

// How much of a word's meaning is in another one. Chosen by hand; the trained weights stand above
// sums of these.
float strength_of(Closeness closeness) {
  switch (closeness) {
    case Closeness::equal:
      return 1.0F;
    case Closeness::lemma:
      return 0.98F;
    case Closeness::synonym:
      return 0.85F;
    case Closeness::family:
      return 0.8F;
    case Closeness::rare:
      return 0.5F;
    case Closeness::broader:
      return 0.6F;
    case Closeness::opposite:
    case Closeness::none:
      return 0.0F;
  }
  return 0.0F;
}

constexpr float same_prefix = 0.6F;  // "Selne", "Selneans"
constexpr float same_class = 0.15F;

struct Candidate {
  AlignedWords words;
  std::uint64_t apart = 0;  // how different the places are, in a common measure
};

// Opposites are held together before words that are only used alike.
float rank_of(const AlignedWords& words) {
  return words.closeness == Closeness::opposite ? 0.5F : words.strength;
}

// From here on symmetric in a and b: two candidates that are equal in all of it share no word.
bool better(const Candidate& x, const Candidate& y) {
  if (rank_of(x.words) != rank_of(y.words)) return rank_of(x.words) > rank_of(y.words);
  if (x.words.closeness != y.words.closeness) return x.words.closeness > y.words.closeness;
  if (x.apart != y.apart) return x.apart < y.apart;
  return x.words.a + x.words.b < y.words.a + y.words.b;
}

}  // namespace

AlignedWords compare_words(const ComparedWord& a, const ComparedWord& b) {
  AlignedWords words;
  if (a.role == WordRole::function || b.role == WordRole::function) return words;
  const bool fixed = a.role == WordRole::number || b.role == WordRole::number ||
                     a.role == WordRole::date || b.role == WordRole::date;
  if (a.hash == b.hash) {
    words.closeness = Closeness::equal;
  } else if (a.lemma == b.lemma) {
    words.closeness = Closeness::lemma;
  } else if (!fixed && (a.role != WordRole::name || b.role != WordRole::name)) {
    static const Synonyms synonyms = Synonyms::of("en");
    words.closeness = synonyms.compare(a.meanings, b.meanings);
  }
  words.strength = strength_of(words.closeness);
  if (fixed || words.closeness == Closeness::opposite) return words;
  if (a.prefix != 0 && a.prefix == b.prefix) words.strength = std::max(words.strength, same_prefix);
  const bool alike = a.fine != 0 && a.fine == b.fine && a.role == b.role;
  if (alike && a.role != WordRole::name) words.strength = std::max(words.strength, same_class);
  return words;
}

// NOLINTNEXTLINE(readability-function-cognitive-complexity): one merge of two sorted lists
std::vector<AlignedWords> align_words(const ComparedUnit& a, const ComparedUnit& b) {
  std::vector<std::uint64_t> met;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.keys.size() && j < b.keys.size()) {
    const std::uint32_t key = a.keys[i].key;
    if (key != b.keys[j].key) {
      ++(key < b.keys[j].key ? i : j);
      continue;
    }
    for (std::size_t k = j; k < b.keys.size() && b.keys[k].key == key; ++k)
      met.push_back(std::uint64_t{a.keys[i].word} << 32U | b.keys[k].word);
    ++i;
  }
  std::sort(met.begin(), met.end());
  met.erase(std::unique(met.begin(), met.end()), met.end());
  std::vector<Candidate> candidates;
  candidates.reserve(met.size());
  for (const std::uint64_t pair : met) {
    const auto x = static_cast<std::uint32_t>(pair >> 32U);
    const auto y = static_cast<std::uint32_t>(pair);
    Candidate candidate{compare_words(a.words[x], b.words[y]), 0};
    if (candidate.words.strength == 0.0F && candidate.words.closeness == Closeness::none) continue;
    candidate.words.a = x;
    candidate.words.b = y;
    const std::uint64_t left = std::uint64_t{x} * b.words.size();
    const std::uint64_t right = std::uint64_t{y} * a.words.size();
    candidate.apart = std::max(left, right) - std::min(left, right);
    candidates.push_back(candidate);
  }
  std::sort(candidates.begin(), candidates.end(), better);
  std::vector<bool> taken_a(a.words.size());
  std::vector<bool> taken_b(b.words.size());
  std::vector<AlignedWords> aligned;
  for (const Candidate& candidate : candidates) {
    if (taken_a[candidate.words.a] || taken_b[candidate.words.b]) continue;
    taken_a[candidate.words.a] = true;
    taken_b[candidate.words.b] = true;
    aligned.push_back(candidate.words);
  }
  std::sort(aligned.begin(), aligned.end(),
            [](const AlignedWords& x, const AlignedWords& y) { return x.a < y.a; });
  return aligned;
}

}  // namespace twosource

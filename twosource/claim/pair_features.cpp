// What two units share, and what each has alone, as numbers.
//
// From the alignment of their words (word_alignment.hpp): how much of each unit's weight is found
// again in the other; the smaller of both shares says whether they tell the same, the greater
// whether one is a part of the other. The same for names, numbers, verbs, nouns and the rest alone,
// because a name or a number that both have otherwise makes two facts of one sentence. Then what is
// left over on both sides, and what runs of words and of letters tell beyond the alignment.
//
// A share of nothing (no number in either) is 1: there is nothing that they could disagree on. One
// side's nothing against the other's something is 0 for the smaller and 1 for the greater share.
#include "twosource/claim/pair_features.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "twosource/claim/word_alignment.hpp"

namespace twosource {
namespace {

constexpr std::array<std::string_view, pair_feature_count> feature_names = {
    "constant",
    "soft_least",  // weight that is found again, by closeness
    "soft_most",
    "soft_mean",   // harmonic
    "hard_least",  // by the same words and their inflections only
    "hard_most",
    "hard_mean",
    "soft_least_squared",
    "soft_mean_squared",
    "forms",  // Dice of all words, runs of two, of three, of letters
    "pairs",
    "triples",
    "spellings",
    "pairs_most",    // of the shorter unit
    "in_order",      // neighbours in one that stand in the same order in the other
    "sizes",         // smaller weight by greater
    "least_weight",  // log of the weight of the smaller unit
    "most_weight",
    "shared_weight",  // log of what is shared
    "alone_least",    // log of the weight that only one of them has
    "alone_most",
    "rarest_least",  // the weight of the rarest word that only one of them has
    "rarest_most",
    "names_least",
    "names_most",
    "names_apart",  // both have names that the other has not
    "names_added",  // one has
    "no_names",
    "numbers_least",
    "numbers_most",
    "numbers_apart",
    "numbers_added",
    "dates_apart",
    "dates_added",
    "verbs_least",
    "verbs_most",
    "nouns_least",
    "nouns_most",
    "describers_least",
    "describers_most",
    "describers_added",
    "negation",  // one denies
    "opposites",
    "openness",    // one is a plan, a possibility or a question
    "used_alike",  // weight that is aligned only because the words are used alike
    "subject",     // the first name or noun of each is the same
    "last",        // the last telling word
    "identical",
    "numbers_swapped",  // numbers_apart, names_apart, negation, opposites where the rest is shared
    "names_swapped",
    "negation_alone",
    "opposites_alone",
    "action_least",  // nouns, verbs and describers together: what is told of those named
    "action_most",
    "only_names",     // weight that is shared is that of names and dates
    "no_action",      // nothing is told of those named that both have
    "little_shared",  // as if by chance: two common words, or one rare one
    "least_shared",
    "little_action",
    "words_swapped",  // one or two words are alone in each unit
};

// What an alignment makes of one unit.
struct Side {
  double soft = 0.0;
  double hard = 0.0;
  double alike = 0.0;
  double rarest = 0.0;
  std::array<double, 7> whole{};  // weight by WordRole
  std::array<double, 7> found{};
  std::array<double, 7> alone{};  // words by WordRole
};

bool has(const std::vector<std::uint64_t>& ascending, std::uint64_t value) {
  return std::binary_search(ascending.begin(), ascending.end(), value);
}

Side side_of(const ComparedUnit& unit, const ComparedUnit& other,
             const std::vector<const AlignedWords*>& aligned) {
  Side side;
  for (std::size_t i = 0; i < unit.words.size(); ++i) {
    const ComparedWord& word = unit.words[i];
    if (word.role == WordRole::function) continue;
    const auto role = static_cast<std::size_t>(word.role);
    const double weight = word.weight;
    const AlignedWords* match = aligned[i];
    double strength = match == nullptr ? 0.0 : match->strength;
    const bool exact = match != nullptr && match->closeness >= Closeness::lemma;
    // "Mira" of "Mira Orlo", where the other has "Orlo".
    const bool known = word.name != 0 && has(other.names, word.name);
    if (known) strength = 1.0;
    side.soft += weight * strength;
    if (exact || known) side.hard += weight;
    if (match != nullptr && match->closeness == Closeness::none) side.alike += weight * strength;
    side.whole[role] += weight;
    side.found[role] += weight * strength;
    if (strength < 0.5) {
      side.rarest = std::max(side.rarest, weight);
      side.alone[role] += 1.0;
    }
  }
  return side;
}

template <class T>
std::size_t shared_count(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t shared = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) {
      ++shared;
      ++i;
      ++j;
    } else {
      ++(a[i] < b[j] ? i : j);
    }
  }
  return shared;
}

double ratio(double part, double whole) {
  return whole > 0.0 ? part / whole : 0.0;
}

template <class T>
double dice(const std::vector<T>& a, const std::vector<T>& b) {
  return ratio(2.0 * static_cast<double>(shared_count(a, b)),
               static_cast<double>(a.size() + b.size()));
}

double harmonic(double x, double y) {
  return x + y > 0.0 ? 2.0 * x * y / (x + y) : 0.0;
}

// Of two aligned words, how often the one that comes first in one unit does so in the other.
double in_order(const std::vector<AlignedWords>& aligned) {
  if (aligned.size() < 2) return 1.0;
  std::size_t right = 0;
  for (std::size_t i = 0; i < aligned.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) right += aligned[j].b < aligned[i].b ? 1 : 0;
  }
  const std::size_t all = aligned.size() * (aligned.size() - 1) / 2;
  return static_cast<double>(right) / static_cast<double>(all);
}

std::size_t first_thing(const ComparedUnit& unit) {
  for (std::size_t i = 0; i < unit.words.size(); ++i) {
    const WordRole role = unit.words[i].role;
    if (role == WordRole::noun || role == WordRole::name) return i;
  }
  return unit.words.size();
}

std::size_t last_word(const ComparedUnit& unit) {
  for (std::size_t i = unit.words.size(); i-- > 0;) {
    if (unit.words[i].role != WordRole::function) return i;
  }
  return unit.words.size();
}

// Fills the array in the order of the names.
class Filler {
 public:
  explicit Filler(PairFeatures& features) : features_(features) {}
  void add(double value) { features_.at(next_++) = value; }
  void add_both(double x, double y) {
    add(std::min(x, y));
    add(std::max(x, y));
  }

 private:
  PairFeatures& features_;
  std::size_t next_ = 0;
};

// The shares of a role's weight that are found again.
std::pair<double, double> shares(const Side& a, const Side& b, WordRole role) {
  const auto r = static_cast<std::size_t>(role);
  const bool none_a = a.whole[r] == 0.0;
  const bool none_b = b.whole[r] == 0.0;
  if (none_a && none_b) return {1.0, 1.0};
  if (none_a || none_b) return {0.0, 1.0};
  const double x = a.found[r] / a.whole[r];
  const double y = b.found[r] / b.whole[r];
  return {std::min(x, y), std::max(x, y)};
}

void add_role(Filler& fill, const Side& a, const Side& b, WordRole role) {
  const auto [least, most] = shares(a, b, role);
  fill.add(least);
  fill.add(most);
}

// How many words of a role are left over on both sides; and how many more on one side.
double apart(const Side& a, const Side& b, WordRole role) {
  const auto r = static_cast<std::size_t>(role);
  return std::min(std::min(a.alone[r], b.alone[r]), 3.0);
}
double added(const Side& a, const Side& b, WordRole role) {
  const auto r = static_cast<std::size_t>(role);
  return std::min(std::abs(a.alone[r] - b.alone[r]), 3.0);
}

void add_roles(Filler& fill, const Side& a, const Side& b) {
  add_role(fill, a, b, WordRole::name);
  fill.add(apart(a, b, WordRole::name));
  fill.add(added(a, b, WordRole::name));
  const auto name = static_cast<std::size_t>(WordRole::name);
  fill.add(a.whole[name] + b.whole[name] == 0.0 ? 1.0 : 0.0);
  add_role(fill, a, b, WordRole::number);
  fill.add(apart(a, b, WordRole::number));
  fill.add(added(a, b, WordRole::number));
  fill.add(apart(a, b, WordRole::date));
  fill.add(added(a, b, WordRole::date));
  add_role(fill, a, b, WordRole::verb);
  add_role(fill, a, b, WordRole::noun);
  add_role(fill, a, b, WordRole::describer);
  fill.add(added(a, b, WordRole::describer));
}

// What is told of those named: of each unit, the share that is found again; and how little of what
// both share it is.
void add_actions(Filler& fill, const Side& a, const Side& b) {
  const auto sum = [](const std::array<double, 7>& by_role) {
    return by_role[static_cast<std::size_t>(WordRole::noun)] +
           by_role[static_cast<std::size_t>(WordRole::verb)] +
           by_role[static_cast<std::size_t>(WordRole::describer)];
  };
  const bool named_alone = sum(a.whole) + sum(b.whole) == 0.0;
  const double share_a = named_alone ? 1.0 : ratio(sum(a.found), sum(a.whole));
  const double share_b = named_alone ? 1.0 : ratio(sum(b.found), sum(b.whole));
  fill.add_both(share_a, share_b);
  fill.add(named_alone ? 0.0 : 1.0 - ratio(sum(a.found) + sum(b.found), a.soft + b.soft));
  fill.add(std::max(share_a, share_b) < 0.25 ? 1.0 : 0.0);
  const double shared = (a.soft + b.soft) / 2.0;
  fill.add(std::max(0.0, 1.0 - shared / 16.0));
  fill.add(std::max(0.0, 1.0 - shared / 8.0));
  const double action = (sum(a.found) + sum(b.found)) / 2.0;
  fill.add(named_alone ? 0.0 : std::max(0.0, 1.0 - action / 10.0));
}

void add_runs(Filler& fill, const ComparedUnit& a, const ComparedUnit& b) {
  fill.add(dice(a.forms, b.forms));
  fill.add(dice(a.pairs, b.pairs));
  fill.add(dice(a.triples, b.triples));
  fill.add(dice(a.spellings, b.spellings));
  fill.add(ratio(static_cast<double>(shared_count(a.pairs, b.pairs)),
                 static_cast<double>(std::min(a.pairs.size(), b.pairs.size()))));
}

}  // namespace

const std::array<std::string_view, pair_feature_count>& pair_feature_names() {
  return feature_names;
}

PairFeatures pair_features(const ComparedUnit& a, const ComparedUnit& b) {
  PairFeatures features{};
  if (a.weight <= 0.0 || b.weight <= 0.0) return features;
  const std::vector<AlignedWords> aligned = align_words(a, b);
  std::vector<const AlignedWords*> of_a(a.words.size());
  std::vector<const AlignedWords*> of_b(b.words.size());
  double opposites = 0.0;
  for (const AlignedWords& words : aligned) {
    of_a[words.a] = &words;
    of_b[words.b] = &words;
    if (words.closeness == Closeness::opposite) opposites += 1.0;
  }
  const Side left = side_of(a, b, of_a);
  const Side right = side_of(b, a, of_b);
  const double soft_a = left.soft / a.weight;
  const double soft_b = right.soft / b.weight;
  const double hard_a = left.hard / a.weight;
  const double hard_b = right.hard / b.weight;

  Filler fill(features);
  fill.add(1.0);
  fill.add_both(soft_a, soft_b);
  fill.add(harmonic(soft_a, soft_b));
  fill.add_both(hard_a, hard_b);
  fill.add(harmonic(hard_a, hard_b));
  fill.add(std::min(soft_a, soft_b) * std::min(soft_a, soft_b));
  fill.add(harmonic(soft_a, soft_b) * harmonic(soft_a, soft_b));
  add_runs(fill, a, b);
  fill.add(in_order(aligned));
  fill.add(std::min(a.weight, b.weight) / std::max(a.weight, b.weight));
  fill.add_both(std::log1p(a.weight), std::log1p(b.weight));
  fill.add(std::log1p((left.soft + right.soft) / 2.0));
  fill.add_both(std::log1p(a.weight - left.soft), std::log1p(b.weight - right.soft));
  fill.add_both(left.rarest / 8.0, right.rarest / 8.0);
  add_roles(fill, left, right);
  fill.add((a.negations + b.negations) % 2 == 1 ? 1.0 : 0.0);
  fill.add(std::min(opposites, 2.0));
  fill.add(a.open != b.open ? 1.0 : 0.0);
  fill.add(ratio(left.alike + right.alike, a.weight + b.weight));
  const auto held = [&](std::size_t x, std::size_t y) {
    const bool both = x < a.words.size() && y < b.words.size();
    return both && of_a[x] != nullptr && of_a[x]->b == y && of_a[x]->strength > 0.5F ? 1.0 : 0.0;
  };
  fill.add(held(first_thing(a), first_thing(b)));
  fill.add(held(last_word(a), last_word(b)));
  fill.add(a.forms == b.forms ? 1.0 : 0.0);
  const double rest = std::min(soft_a, soft_b);
  fill.add(apart(left, right, WordRole::number) * rest);
  fill.add(apart(left, right, WordRole::name) * rest);
  fill.add((a.negations + b.negations) % 2 == 1 ? rest : 0.0);
  fill.add(std::min(opposites, 2.0) * rest);
  add_actions(fill, left, right);
  const double alone_a = std::accumulate(left.alone.begin(), left.alone.end(), 0.0);
  const double alone_b = std::accumulate(right.alone.begin(), right.alone.end(), 0.0);
  const bool few = std::min(alone_a, alone_b) >= 1.0 && std::max(alone_a, alone_b) <= 2.0;
  fill.add(few ? rest : 0.0);
  return features;
}

}  // namespace twosource

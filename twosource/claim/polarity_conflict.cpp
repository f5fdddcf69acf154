// Polarity: it was so, it was not so.
//
// One unit denies what the other says: the same action of the same subject, negated on one side
// only
// ("denied that", "failed to" and their like are negations already when units are made); or actions
// that are opposites ("accepted", "rejected"), not negated or both. Opposites that follow one
// another in time are no conflict: who arrived has left later.
#include <algorithm>
#include <array>
#include <string_view>

#include "twosource/claim/conflict_kinds.hpp"
#include "twosource/claim/unit_words.hpp"
#include "twosource/text/word_relations.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// What the negated side adds narrows what it denies: "did not meet him on Friday".
constexpr double least_share = 0.75;
constexpr std::size_t least_common = 2;
// Of the words of the side that says it was so.
constexpr double least_share_of_denied = 0.4;
constexpr double least_share_of_opposites = 0.75;

// One follows the other, or both happen by turns.
bool passes(std::uint64_t verb) {
  static constexpr std::array<std::string_view, 34> words = {
      "arrive", "leave",  "depart",   "come",     "go",      "enter",    "exit",
      "start",  "begin",  "end",      "finish",   "stop",    "open",     "close",
      "rise",   "fall",   "climb",    "drop",     "win",     "lose",     "buy",
      "sell",   "give",   "take",     "send",     "receive", "push",     "pull",
      "ask",    "answer", "increase", "decrease", "appear",  "disappear"};
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return hash_folded(word) == verb; });
}

bool are_opposites(std::uint64_t a, std::uint64_t b) {
  if (a == 0 || b == 0 || passes(a) || passes(b)) return false;
  const WordRelations table = WordRelations::english();
  return table.compare(table.find({&a, 1}), table.find({&b, 1})).relation == WordRelation::opposite;
}

// "Has not provided any information about it": what about, nobody knows.
bool is_open(const Unit& unit) {
  return std::any_of(unit.participants.begin(), unit.participants.end(), [](const Participant& p) {
    return p.pronoun && !p.entity && p.role == Participant::Role::other;
  });
}

// Share of a side's words that the other has too, without the verb group.
double shared_of(const UnitSide& side, Span without) {
  std::size_t all = 0;
  std::size_t shared = 0;
  for (const SlotWord& word : side.words) {
    if (without.overlaps(word.span)) continue;
    ++all;
    shared += word.shared ? 1 : 0;
  }
  return all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
}

bool has_negative_word(const UnitSide& side) {
  for (std::uint32_t i = side.unit.token_begin; i < side.unit.token_end; ++i) {
    const std::uint64_t lemma = side.lemma_at(i);
    if (is_word(lemma, UnitWord::negative) || is_word(lemma, UnitWord::none)) return true;
  }
  return false;
}

// "Will hold no seats", "will not hold a seat": what one denies the other denies as well.
bool both_deny(const UnitSide& a, const UnitSide& b) {
  return (a.unit.negated || has_negative_word(a)) && (b.unit.negated || has_negative_word(b));
}

// The verb with what denies it: "denied" for what a speaker denies, where the unit has no "not".
Span action_of(const Report& report, const UnitSide& side) {
  const Unit& unit = side.unit;
  if (!unit.negated || !unit.statement || has_negative_word(side)) return side.verb_group();
  const Span cue = report.statements[*unit.statement].cue;
  return cue.empty() ? side.verb_group() : cue;
}

bool has(const UnitPair& pair, Participant::Role role, SlotMatch match) {
  return pair.participants(role) == match;
}

}  // namespace

void find_polarity_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  using Role = Participant::Role;
  if (!pair.fits() || pair.numbers() == SlotMatch::differs) return;
  const Span a = action_of(pair.report(), pair.a);
  const Span b = action_of(pair.report(), pair.b);
  const UnitPair::Rest rest = pair.rest_without(a, b);
  const bool negated = pair.a.unit.negated != pair.b.unit.negated;
  bool conflict = false;
  if (negated) {
    const double share_of_a = shared_of(pair.a, a);
    const double share_of_b = shared_of(pair.b, b);
    const double denial = pair.a.unit.negated ? share_of_a : share_of_b;
    const double denied = pair.a.unit.negated ? share_of_b : share_of_a;
    conflict = pair.action() == SlotMatch::same && rest.common >= least_common &&
               denial >= least_share && denied >= least_share_of_denied &&
               has(pair, Role::subject, SlotMatch::same) && !is_open(pair.a.unit) &&
               !is_open(pair.b.unit) && !both_deny(pair.a, pair.b);
  } else if (are_opposites(pair.a.unit.verb, pair.b.unit.verb)) {
    conflict = has(pair, Role::subject, SlotMatch::same) && rest.common >= least_common &&
               rest.share >= least_share_of_opposites;
  }
  if (conflict) found.push_back(make_conflict(pair, ConflictKind::polarity, a, b));
}

}  // namespace twosource

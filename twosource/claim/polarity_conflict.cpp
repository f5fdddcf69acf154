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
#include "twosource/text/word_relations.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr double least_share = 0.6;
constexpr std::size_t least_common = 2;
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

bool has(const UnitPair& pair, Participant::Role role, SlotMatch match) {
  return pair.participants(role) == match;
}

}  // namespace

void find_polarity_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  using Role = Participant::Role;
  if (!pair.fits() || pair.numbers() == SlotMatch::differs) return;
  const Span a = pair.a.verb_group();
  const Span b = pair.b.verb_group();
  const UnitPair::Rest rest = pair.rest_without(a, b);
  const bool negated = pair.a.unit.negated != pair.b.unit.negated;
  bool conflict = false;
  if (negated) {
    conflict =
        pair.action() == SlotMatch::same && rest.common >= least_common &&
        rest.share >= least_share &&
        (has(pair, Role::subject, SlotMatch::same) || has(pair, Role::object, SlotMatch::same));
  } else if (are_opposites(pair.a.unit.verb, pair.b.unit.verb)) {
    conflict = has(pair, Role::subject, SlotMatch::same) && rest.common >= least_common &&
               rest.share >= least_share_of_opposites;
  }
  if (conflict) found.push_back(make_conflict(pair, ConflictKind::polarity, a, b));
}

}  // namespace twosource

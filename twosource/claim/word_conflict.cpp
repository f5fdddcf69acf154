// Where all but a word is equal: does the other word make it another thing?
//
// "The French minister signed the treaty", "the German minister signed the treaty". What is left
// over on both sides must be one word, or one term of several words, of the same kind; the two must
// be opposites or members of a set of which one thing is only one (text/word_relations).
#include <optional>
#include <vector>

#include "twosource/claim/conflict_kinds.hpp"
#include "twosource/text/word_relations.hpp"

namespace twosource {
namespace {

constexpr double least_share = 0.99;
constexpr std::size_t least_common = 3;

struct Leftover {
  Span span;
  std::vector<std::uint64_t> words;
  PartOfSpeech part = PartOfSpeech::other;  // of the last
};

// The words that only this side has, if they are neighbours and no more than a term has. A blank or
// a hyphen is between neighbours.
std::optional<Leftover> leftover_of(const UnitSide& side) {
  Leftover left;
  bool apart = false;
  for (const SlotWord& word : side.words) {
    if (word.shared) {
      apart = !left.words.empty();
      continue;
    }
    if (apart || left.words.size() == WordRelations::longest_term) return std::nullopt;
    if (!left.words.empty() && word.span.begin > left.span.end + 1) return std::nullopt;
    if (left.words.empty()) left.span.begin = word.span.begin;
    left.span.end = word.span.end;
    left.words.push_back(word.lemma);
    left.part = word.part;
  }
  return left.words.empty() ? std::nullopt : std::optional(left);
}

bool same_kind(PartOfSpeech a, PartOfSpeech b) {
  return (is_noun(a) && is_noun(b)) || (is_adjective(a) && is_adjective(b)) ||
         (is_adverb(a) && is_adverb(b)) || (is_proper_noun(a) && is_adjective(b)) ||
         (is_adjective(a) && is_proper_noun(b));
}

std::optional<ConflictKind> kind_of(const TermRelation& relation) {
  if (relation.relation == WordRelation::opposite) return ConflictKind::polarity;
  if (relation.relation != WordRelation::contrast) return std::nullopt;
  switch (relation.kind) {
    case ContrastKind::place:
      return ConflictKind::place;
    case ContrastKind::name:
      return ConflictKind::name;
    case ContrastKind::date:
      return ConflictKind::date;
    case ContrastKind::number:
      return ConflictKind::number;
  }
  return std::nullopt;
}

// A name is no word of the dictionary: "Rook" is no bird. Those of nations and places are.
bool is_meant(const Leftover& left, ConflictKind kind) {
  if (!is_proper_noun(left.part)) return true;
  if (kind == ConflictKind::place || kind == ConflictKind::date) return true;
  const WordRelations table = WordRelations::english();
  return kind == ConflictKind::name && table.country_of(table.find(left.words)).has_value();
}

}  // namespace

void find_word_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  if (pair.a.unit.negated != pair.b.unit.negated || !pair.fits()) return;
  if (pair.numbers() == SlotMatch::differs) return;
  const auto a = leftover_of(pair.a);
  const auto b = leftover_of(pair.b);
  if (!a || !b || !same_kind(a->part, b->part)) return;
  const UnitPair::Rest rest = pair.rest_without(a->span, b->span);
  if (rest.common < least_common || rest.share < least_share) return;
  const auto kind = kind_of(compare_terms(a->words, b->words));
  if (kind && is_meant(*a, *kind) && is_meant(*b, *kind))
    found.push_back(make_conflict(pair, *kind, a->span, b->span));
}

}  // namespace twosource

// Names and places: the same is told of two persons, or of two places.
//
// "Orlo opened the bridge", "Marn opened the bridge" - but many can do the same, and both can be
// right where they met somebody or spoke. So all the rest must be equal, nearly word by word, and
// both units must name one person only in that role, and neither sentence the other person: "Orlo,
// whom Marn appointed". Whether two forms of a name are two persons is
// what entity resolution says, and the names must not look alike either. A place is none where an
// article names one of the two within the other ("Orvik, Selne", "Orvik in Selne"), nor where it is
// not known that the two lie apart.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "twosource/claim/conflict_kinds.hpp"
#include "twosource/speech/person_name.hpp"
#include "twosource/text/name_lists.hpp"
#include "twosource/text/word_relations.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr double least_share = 0.75;
constexpr std::size_t least_common = 3;
// Far below `likely_same_name`: who may be one person is no conflict.
constexpr double most_name_likeness = 0.5;
// Bytes that a title or an article may add to a name: "Mayor", "the".
constexpr std::uint32_t most_beside = 24;
// Bytes between "Orvik" and "Selne" in "Orvik in Selne".
constexpr std::uint32_t most_between = 8;

const Participant* only_of(const Unit& unit, Participant::Role role) {
  const Participant* found = nullptr;
  for (const Participant& each : unit.participants) {
    if (each.role != role) continue;
    if (found != nullptr) return nullptr;
    found = &each;
  }
  const bool named =
      found != nullptr && found->entity && !found->pronoun && unit.span.contains(found->span);
  return named ? found : nullptr;
}

// "next US" is no name, whatever the models take it for.
bool is_capitalised(std::string_view words) {
  bool begins = true;
  std::size_t small = 0;
  for (const char c : words) {
    if (begins && c >= 'a' && c <= 'z') return false;
    small += c >= 'a' && c <= 'z' ? 1 : 0;
    begins = c == ' ';
  }
  return small > 0;
}

// Is the phrase the name, and not something in which a name stands?
bool is_name(const UnitSide& side, const Participant& participant, const Entity& entity) {
  const std::string_view phrase = side.words_at(participant.span);
  if (!is_capitalised(entity.name) || !is_capitalised(phrase.substr(phrase.rfind(' ') + 1)))
    return false;
  return std::any_of(entity.variants.begin(), entity.variants.end(), [&](const NameVariant& each) {
    return participant.span.size() <= each.name.size() + most_beside;
  });
}

bool names(const Report& report, const Unit& unit, const Entity& entity) {
  const Span sentence = report.analyses[unit.article].sentences[unit.sentence];
  const std::string_view words = slice(report.articles[unit.article].text, sentence);
  return std::any_of(entity.variants.begin(), entity.variants.end(), [&](const NameVariant& each) {
    const std::string_view name = each.name;
    return words.find(name.substr(name.rfind(' ') + 1)) != std::string_view::npos;
  });
}

bool alike(const Entity& a, const Entity& b) {
  return std::any_of(a.variants.begin(), a.variants.end(), [&](const NameVariant& x) {
    return std::any_of(b.variants.begin(), b.variants.end(), [&](const NameVariant& y) {
      return name_likeness(x.name, y.name) > most_name_likeness;
    });
  });
}

bool other_slots_agree(const UnitPair& pair, Participant::Role role) {
  const auto other =
      role == Participant::Role::subject ? Participant::Role::object : Participant::Role::subject;
  return pair.participants(other) != SlotMatch::differs && pair.time() != SlotMatch::differs &&
         pair.numbers() != SlotMatch::differs;
}

bool has_role(const Unit& unit, Participant::Role role) {
  return std::any_of(unit.participants.begin(), unit.participants.end(),
                     [&](const Participant& each) { return each.role == role; });
}

// "Orlo signed the treaty", "once Marn signs": what is signed must be told, if it is told.
bool other_role_agrees(const UnitPair& pair, Participant::Role role) {
  const auto other =
      role == Participant::Role::subject ? Participant::Role::object : Participant::Role::subject;
  if (!has_role(pair.a.unit, other) && !has_role(pair.b.unit, other)) return true;
  return pair.participants(other) == SlotMatch::same;
}

bool rest_agrees(const UnitPair& pair, Span a, Span b) {
  if (pair.action() == SlotMatch::differs || pair.a.unit.negated != pair.b.unit.negated)
    return false;
  const UnitPair::Rest rest = pair.rest_without(a, b);
  return rest.common >= least_common && rest.share >= least_share;
}

void find_persons(const UnitPair& pair, Participant::Role role, std::vector<SlotConflict>& found) {
  const Participant* const a = only_of(pair.a.unit, role);
  const Participant* const b = only_of(pair.b.unit, role);
  if (a == nullptr || b == nullptr || a->entity == b->entity) return;
  const Entity& x = pair.report().entities[*a->entity];
  const Entity& y = pair.report().entities[*b->entity];
  // In a title all words are capitals, and names come out longer than they are.
  if (pair.a.unit.sentence == 0 || pair.b.unit.sentence == 0) return;
  if (pair.action() != SlotMatch::same) return;
  if (x.kind != NameKind::person || y.kind != NameKind::person || alike(x, y)) return;
  if (!is_name(pair.a, *a, x) || !is_name(pair.b, *b, y)) return;
  if (names(pair.report(), pair.a.unit, y) || names(pair.report(), pair.b.unit, x)) return;
  if (!other_role_agrees(pair, role)) return;
  if (!other_slots_agree(pair, role) || pair.place() == SlotMatch::differs) return;
  if (rest_agrees(pair, a->span, b->span))
    found.push_back(make_conflict(pair, ConflictKind::name, a->span, b->span));
}

// Does an article have one place right behind the other: "Orvik, Selne"?
bool named_together(const Entity& a, const Entity& b) {
  const auto close = [](const ArticleSpan& first, const ArticleSpan& second) {
    return first.article == second.article && first.span.end <= second.span.begin &&
           second.span.begin - first.span.end <= most_between;
  };
  return std::any_of(a.mentions.begin(), a.mentions.end(), [&](const ArticleSpan& x) {
    return std::any_of(b.mentions.begin(), b.mentions.end(),
                       [&](const ArticleSpan& y) { return close(x, y) || close(y, x); });
  });
}

std::vector<std::uint64_t> words_of(std::string_view name) {
  std::vector<std::uint64_t> words;
  for (const Word& word : find_words(name)) words.push_back(word.hash);
  return words;
}

bool is_town(const std::vector<std::uint64_t>& words) {
  std::uint64_t key = words.front();
  for (std::size_t i = 1; i < words.size(); ++i) key = extend_name(key, words[i]);
  const NameListSet lists = NameLists::world().of(key);
  const auto in = [&](NameList list) { return (lists >> static_cast<unsigned>(list) & 1U) != 0; };
  return in(NameList::town) && !in(NameList::territory);
}

// Two countries, two towns: who is in one of them is not in the other. Nothing is known of other
// places: the Middle East has Gaza in it.
bool exclude_each_other(std::string_view a, std::string_view b) {
  const std::vector<std::uint64_t> x = words_of(a);
  const std::vector<std::uint64_t> y = words_of(b);
  if (x.empty() || y.empty()) return false;
  const WordRelations table = WordRelations::english();
  const TermRelation known = table.compare(table.find(x), table.find(y));
  if (known.relation != WordRelation::none)
    return known.relation == WordRelation::contrast && known.kind == ContrastKind::place;
  return is_town(x) && is_town(y);
}

// The word in front of a noun phrase: its preposition.
std::uint64_t preposition_of(const UnitSide& side, const Participant& place) {
  const std::uint32_t at = side.token_behind(place.span.begin);
  return at > side.unit.token_begin ? side.lemma_at(at - 1) : 0;
}

std::vector<const Participant*> places_of(const Report& report, const Unit& unit) {
  std::vector<const Participant*> places;
  for (const Participant& each : unit.participants) {
    if (each.role == Participant::Role::other && each.entity &&
        report.entities[*each.entity].kind == NameKind::place)
      places.push_back(&each);
  }
  return places;
}

void find_places(const UnitPair& pair, std::vector<SlotConflict>& found) {
  if (pair.place() != SlotMatch::differs) return;
  const auto in_a = places_of(pair.report(), pair.a.unit);
  const auto in_b = places_of(pair.report(), pair.b.unit);
  if (in_a.size() != 1 || in_b.size() != 1) return;
  const Participant& a = *in_a.front();
  const Participant& b = *in_b.front();
  const std::uint64_t preposition = preposition_of(pair.a, a);
  if (preposition == 0 || preposition != preposition_of(pair.b, b)) return;
  const Entity& x = pair.report().entities[*a.entity];
  const Entity& y = pair.report().entities[*b.entity];
  if (named_together(x, y) || alike(x, y) || !is_name(pair.a, a, x) || !is_name(pair.b, b, y))
    return;
  if (pair.participants(Participant::Role::subject) != SlotMatch::same) return;
  if (!exclude_each_other(x.name, y.name)) return;
  if (!other_slots_agree(pair, Participant::Role::subject) ||
      !other_slots_agree(pair, Participant::Role::object))
    return;
  if (rest_agrees(pair, a.span, b.span))
    found.push_back(make_conflict(pair, ConflictKind::place, a.span, b.span));
}

}  // namespace

void find_name_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  find_persons(pair, Participant::Role::subject, found);
  find_persons(pair, Participant::Role::object, found);
  find_places(pair, found);
}

}  // namespace twosource

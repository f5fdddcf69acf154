// Two units, slot by slot: which words both have, and whether who, what, where and when agree.
//
// A conflict in one slot is a conflict only where the other slots agree: two tolls of one fire, but
// not the tolls of two fires. So everything that looks for conflicts asks here first.
#include "twosource/claim/unit_pair.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/unit_words.hpp"
#include "twosource/model/time_intervals.hpp"
#include "twosource/text/governments.hpp"
#include "twosource/text/synonyms.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

const Synonyms& synonyms() {
  static const Synonyms table = Synonyms::of("en");
  return table;
}

bool is_content(PartOfSpeech part, std::uint64_t lemma) {
  if (is_verb(part)) return !is_word(lemma, UnitWord::auxiliary);
  return (is_noun(part) || is_adjective(part) || is_adverb(part) || part == fw) &&
         !is_word(lemma, UnitWord::light);
}

bool is_slot(const Report& report, const Unit& unit, Span span) {
  return std::any_of(unit.times.begin(), unit.times.end(),
                     [&](TimeIndex time) { return report.times[time].span.overlaps(span); }) ||
         std::any_of(unit.quantities.begin(), unit.quantities.end(),
                     [&](const Quantity& quantity) { return quantity.number.overlaps(span); });
}

// Hides the words of participants for whom the other unit has one of the same entity.
void share_participants(UnitSide& side, const Unit& other) {
  for (const Participant& own : side.unit.participants) {
    const bool both =
        own.entity && std::any_of(other.participants.begin(), other.participants.end(),
                                  [&](const Participant& p) { return p.entity == own.entity; });
    for (SlotWord& word : side.words) word.shared |= both && own.span.contains(word.span);
  }
}

// "12 people": a number is a slot of its own.
bool is_counted(const Unit& unit, const Participant& participant) {
  return std::any_of(unit.quantities.begin(), unit.quantities.end(), [&](const Quantity& quantity) {
    return quantity.span.overlaps(participant.span);
  });
}

bool is_place(const Report& report, const Participant& participant) {
  return participant.entity && report.entities[*participant.entity].kind == NameKind::place;
}

std::vector<EntityIndex> places_of(const Report& report, const Unit& unit) {
  std::vector<EntityIndex> places;
  for (const Participant& each : unit.participants) {
    if (each.role == Participant::Role::other && is_place(report, each))
      places.push_back(*each.entity);
  }
  return places;
}

constexpr std::int64_t long_before = std::int64_t{45} * 24 * 3600;

// "In 2029 a ship sank and 40 people were hurt": a clause without a time has that of the clause
// before it in its sentence. Not what somebody said: the time is that of saying it.
std::vector<TimeInterval> times_before(const Report& report, const Unit& unit) {
  std::vector<TimeInterval> times;
  if (unit.statement) return times;
  const Span sentence = report.analyses[unit.article].sentences[unit.sentence];
  const auto place = [](const TimeExpression& t) { return std::tuple(t.article, t.span.begin); };
  auto time =
      std::ranges::lower_bound(report.times, std::tuple(unit.article, sentence.begin), {}, place);
  for (; time != report.times.end() && place(*time) < std::tuple(unit.article, unit.span.begin);
       ++time) {
    if (time->interval) times.push_back(*time->interval);
  }
  return times;
}

std::vector<TimeInterval> intervals_of(const Report& report, const Unit& unit) {
  std::vector<TimeInterval> times;
  for (const TimeIndex index : unit.times) {
    if (report.times[index].interval) times.push_back(*report.times[index].interval);
  }
  return unit.times.empty() ? times_before(report, unit) : times;
}

// What a report dates long before its own day is not its news.
bool is_long_before(const Article& article, const std::vector<TimeInterval>& times) {
  return article.published && !times.empty() &&
         std::ranges::all_of(times, [&](const TimeInterval& time) {
           return time.end < article.published->unix_seconds - long_before;
         });
}

// "His plan", "the Danish plan": the words that tell whose it is. Order does not matter.
std::vector<std::uint64_t> owner_of(const UnitSide& side, const Participant& participant) {
  std::vector<std::uint64_t> owner;
  const std::uint32_t begin = side.token_behind(participant.span.begin);
  for (std::uint32_t i = begin; i < side.tagged.tokens.size(); ++i) {
    const Token& token = side.token(i);
    if (token.span.begin >= participant.span.end) break;
    const bool tells = token.part == prps || is_proper_noun(token.part);
    const std::uint64_t lemma = side.lemma_at(i);
    if (tells && lemma != participant.head) owner.push_back(lemma);
  }
  std::sort(owner.begin(), owner.end());
  return owner;
}

// "The plan" may be his; his and hers are two.
bool have_other_owners(const UnitSide& a, const Participant& in_a, const UnitSide& b,
                       const Participant& in_b) {
  const auto owner_a = owner_of(a, in_a);
  const auto owner_b = owner_of(b, in_b);
  return !owner_a.empty() && !owner_b.empty() && owner_a != owner_b;
}

}  // namespace

bool same_meaning(std::uint64_t lemma_a, std::uint64_t lemma_b) {
  if (lemma_a == lemma_b) return lemma_a != 0;
  return synonyms().compare(lemma_a, lemma_b) >= Closeness::rare;
}

SlotMatch compare_participants(const Participant& a, const Participant& b) {
  if (a.entity && b.entity) return a.entity == b.entity ? SlotMatch::same : SlotMatch::differs;
  if (a.entity || b.entity || a.pronoun || b.pronoun) return SlotMatch::open;
  const bool same = a.head == b.head || synonyms().compare(a.head, b.head) >= Closeness::family;
  return same ? SlotMatch::same : SlotMatch::open;
}

// --- one side -----------------------------------------------------------------------------------

UnitSide::UnitSide(const Report& report, std::span<const TaggedText> tagged_texts,
                   const Unit& which)
    : unit(which), article(report.articles[which.article]), tagged(tagged_texts[which.article]) {
  for (std::uint32_t i = unit.token_begin; i < unit.token_end; ++i) {
    const Token& each = token(i);
    if (is_slot(report, unit, each.span)) continue;
    const std::uint64_t lemma = lemma_at(i);
    if (is_content(each.part, lemma)) words.push_back({each.span, lemma, each.part, false});
  }
}

std::string_view UnitSide::words_at(Span span) const {
  return slice(article.text, span);
}

const Token& UnitSide::token(std::uint32_t i) const {
  return tagged.tokens[i];
}

std::uint64_t UnitSide::lemma_at(std::uint32_t i) const {
  return lemma_hash(words_at(token(i).span), token(i).part);
}

std::uint32_t UnitSide::token_behind(std::uint32_t byte) const {
  return static_cast<std::uint32_t>(
      std::partition_point(tagged.tokens.begin(), tagged.tokens.end(),
                           [&](const Token& t) { return t.span.end <= byte; }) -
      tagged.tokens.begin());
}

Span UnitSide::verb_group() const {
  if (unit.action.empty()) return unit.span;
  std::uint32_t i = token_behind(unit.action.begin);
  while (i > unit.token_begin) {
    const PartOfSpeech part = token(i - 1).part;
    const bool group = is_verb(part) || part == md || part == rb || part == to;
    if (!group) break;
    --i;
  }
  return {token(i).span.begin, unit.action.end};
}

// --- two sides ----------------------------------------------------------------------------------

UnitPair::UnitPair(const Report& report, std::span<const TaggedText> tagged, const Unit& left,
                   const Unit& right)
    : a(report, tagged, left), b(report, tagged, right), report_(report) {
  share_entities();
  share_words();
  action_ = compare_actions();
  place_ = compare_places();
  time_ = compare_times();
}

void UnitPair::share_entities() {
  share_participants(a, b.unit);
  share_participants(b, a.unit);
}

// Equal words first, so that a synonym takes no word away that the other side has itself.
void UnitPair::share_words() {
  for (const bool equal : {true, false}) {
    for (SlotWord& x : a.words) {
      for (SlotWord& y : b.words) {
        if (x.shared || y.shared) continue;
        x.shared = y.shared = equal ? x.lemma == y.lemma : same_meaning(x.lemma, y.lemma);
      }
    }
  }
}

UnitPair::Rest UnitPair::rest_without(Span in_a, Span in_b) const {
  const auto count = [](const UnitSide& side, Span without) {
    std::pair<std::size_t, std::size_t> counts;  // all, shared
    for (const SlotWord& word : side.words) {
      if (without.overlaps(word.span)) continue;
      ++counts.first;
      counts.second += word.shared ? 1 : 0;
    }
    return counts;
  };
  const auto [all_a, shared_a] = count(a, in_a);
  const auto [all_b, shared_b] = count(b, in_b);
  Rest rest;
  rest.common = std::min(shared_a, shared_b);
  const std::size_t shorter = std::min(all_a, all_b);
  if (shorter > 0) rest.share = static_cast<double>(rest.common) / static_cast<double>(shorter);
  return rest;
}

SlotMatch UnitPair::compare_actions() const {
  if (a.unit.verb == 0 || b.unit.verb == 0) return SlotMatch::open;
  const Closeness closeness = synonyms().compare(a.unit.verb, b.unit.verb);
  return closeness >= Closeness::family ? SlotMatch::same : SlotMatch::differs;
}

SlotMatch UnitPair::compare(const Participant& x, const Participant& y) const {
  if (is_counted(a.unit, x) || is_counted(b.unit, y)) return SlotMatch::open;
  const SlotMatch match = compare_participants(x, y);
  const bool nouns = !x.entity && !y.entity;
  const bool owned = nouns && match == SlotMatch::same && have_other_owners(a, x, b, y);
  return owned ? SlotMatch::open : match;
}

SlotMatch UnitPair::participants(Participant::Role role) const {
  SlotMatch found = SlotMatch::open;
  for (const Participant& x : a.unit.participants) {
    for (const Participant& y : b.unit.participants) {
      if (x.role != role || y.role != role) continue;
      const SlotMatch match = compare(x, y);
      if (match == SlotMatch::same) return match;
      if (match == SlotMatch::differs) found = match;
    }
  }
  return found;
}

SlotMatch UnitPair::compare_places() const {
  SlotMatch found = SlotMatch::open;
  for (const EntityIndex x : places_of(report_, a.unit)) {
    for (const EntityIndex y : places_of(report_, b.unit)) {
      if (x == y) return SlotMatch::same;
      const std::string seat_x = country_of_seat(place_key(report_.entities[x].name));
      const std::string seat_y = country_of_seat(place_key(report_.entities[y].name));
      if (!seat_x.empty() && seat_x == place_key(report_.entities[y].name)) return SlotMatch::same;
      if (!seat_y.empty() && seat_y == place_key(report_.entities[x].name)) return SlotMatch::same;
      found = SlotMatch::differs;
    }
  }
  return found;
}

SlotMatch UnitPair::compare_times() const {
  SlotMatch found = SlotMatch::open;
  const std::vector<TimeInterval> in_a = intervals_of(report_, a.unit);
  const std::vector<TimeInterval> in_b = intervals_of(report_, b.unit);
  if ((in_a.empty() && is_long_before(b.article, in_b)) ||
      (in_b.empty() && is_long_before(a.article, in_a))) {
    return SlotMatch::differs;
  }
  for (const TimeInterval& x : in_a) {
    for (const TimeInterval& y : in_b) {
      if (overlap(x, y)) return SlotMatch::same;
      found = SlotMatch::differs;
    }
  }
  return found;
}

SlotMatch UnitPair::numbers() const {
  SlotMatch found = SlotMatch::open;
  for (const Quantity& x : a.unit.quantities) {
    for (const Quantity& y : b.unit.quantities) {
      if (x.unit != y.unit || (x.counted != y.counted && !same_meaning(x.counted, y.counted)))
        continue;
      if (can_both_be_true(x, y)) return SlotMatch::same;
      found = SlotMatch::differs;
    }
  }
  return found;
}

bool UnitPair::fits() const {
  return std::ranges::none_of(std::array{participants(Participant::Role::subject),
                                         participants(Participant::Role::object), place_, time_},
                              [](SlotMatch slot) { return slot == SlotMatch::differs; });
}

}  // namespace twosource

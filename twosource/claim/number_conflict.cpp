// Numbers: both count the same, and no value is what both allow.
//
// "12 people were injured", "17 people were injured". No conflict: what rounding and hedges leave
// open ("about 15", "at least 12"), a part of the other ("3 of them", "5 other people", "6 injured
// policemen" against "12 injured"), a second number that does agree. Where the later article has
// the larger number of what only grows (the toll of an accident), or says itself that it grew,
// things went on: an update.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "twosource/claim/conflict_kinds.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

constexpr double least_share = 0.5;
// A measure says less than a count about what is measured, so that more must agree.
constexpr double least_share_of_measure = 0.6;
constexpr std::size_t least_common_of_measure = 2;
constexpr double most_times = 5.0;
constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = 24 * hour;

template <std::size_t Size>
bool is_one_of(std::uint64_t lemma, const std::array<std::string_view, Size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return hash_folded(word) == lemma; });
}

// Words next to a number that make it a part of another one, or a number of each.
bool makes_part(std::uint64_t lemma) {
  static constexpr std::array<std::string_view, 14> words = {
      "another", "other",   "more",  "additional", "further", "remaining", "extra",
      "each",    "include", "among", "every",      "per",     "of",        "first"};
  return is_one_of(lemma, words);
}

bool is_part(const UnitSide& side, const Quantity& quantity) {
  const std::uint32_t first = side.token_behind(quantity.span.begin);
  const std::uint32_t behind = side.token_behind(quantity.number.end);
  const auto at = [&](std::uint32_t i) {
    return i < side.tagged.tokens.size() && makes_part(side.lemma_at(i));
  };
  return (first > 0 && at(first - 1)) || at(behind);
}

// What is counted, where the noun is missing: "12 injured".
std::uint64_t counted_by(const UnitSide& side, const Quantity& quantity) {
  if (quantity.counted != 0 || !quantity.unit.empty()) return quantity.counted;
  const std::uint32_t behind = side.token_behind(quantity.number.end);
  return behind < side.unit.token_end ? side.lemma_at(behind) : 0;
}

// Words between the number and what is counted that the other side does not have: of "12 young
// sailors" one is alone, if the other has "17 sailors".
std::size_t describers_alone(const UnitSide& side, const Quantity& quantity,
                             const UnitSide& other) {
  return static_cast<std::size_t>(
      std::count_if(side.words.begin(), side.words.end(), [&](const SlotWord& word) {
        if (!quantity.span.contains(word.span) || word.lemma == quantity.counted) return false;
        return std::none_of(other.words.begin(), other.words.end(), [&](const SlotWord& each) {
          return same_meaning(each.lemma, word.lemma);
        });
      }));
}

bool count_the_same(const UnitPair& pair, const Quantity& a, const Quantity& b) {
  if (a.unit != b.unit) return false;
  const std::uint64_t x = counted_by(pair.a, a);
  const std::uint64_t y = counted_by(pair.b, b);
  if (x == 0 && y == 0) return !a.unit.empty();
  return same_meaning(x, y);
}

bool agree_elsewhere(const UnitPair& pair, const Quantity& a, const Quantity& b) {
  const auto& in_a = pair.a.unit.quantities;
  const auto& in_b = pair.b.unit.quantities;
  return std::any_of(in_b.begin(), in_b.end(),
                     [&](const Quantity& y) {
                       return count_the_same(pair, a, y) && can_both_be_true(a, y);
                     }) ||
         std::any_of(in_a.begin(), in_a.end(), [&](const Quantity& x) {
           return count_the_same(pair, x, b) && can_both_be_true(x, b);
         });
}

bool is_same(const UnitPair& pair, Participant::Role role) {
  return pair.participants(role) == SlotMatch::same;
}

// Does anything but the verb and what is counted show that both speak of one event?
bool event_agrees(const UnitPair& pair, const Quantity& a, const Quantity& b) {
  if (is_same(pair, Participant::Role::subject) || is_same(pair, Participant::Role::object) ||
      pair.place() == SlotMatch::same)
    return true;
  return std::any_of(pair.a.words.begin(), pair.a.words.end(), [&](const SlotWord& word) {
    return word.shared && is_noun(word.part) && !a.span.overlaps(word.span) &&
           word.lemma != b.counted;
  });
}

// A measure without its time is another one than a measure with it.
bool times_agree(const UnitPair& pair) {
  return pair.time() == SlotMatch::same || (pair.a.unit.times.empty() && pair.b.unit.times.empty());
}

// "138 this month", "269": the count of a longer time is another one.
bool counts_longer(const UnitPair& pair) {
  if (pair.a.unit.times.empty() == pair.b.unit.times.empty()) return false;
  const Unit& timed = pair.a.unit.times.empty() ? pair.b.unit : pair.a.unit;
  return std::any_of(timed.times.begin(), timed.times.end(), [&](TimeIndex index) {
    const auto& interval = pair.report().times[index].interval;
    return interval && interval->end - interval->begin > 2 * day;
  });
}

bool facts_agree(const UnitPair& pair, const Quantity& a, const Quantity& b) {
  const UnitPair::Rest rest = pair.rest_without(a.span, b.span);
  if (pair.action() == SlotMatch::differs || !event_agrees(pair, a, b)) return false;
  if (counts_longer(pair)) return false;
  if (a.unit.empty()) return rest.common >= 1 && rest.share >= least_share;
  return rest.common >= least_common_of_measure && rest.share >= least_share_of_measure &&
         times_agree(pair) &&
         (is_same(pair, Participant::Role::subject) || is_same(pair, Participant::Role::object));
}

// Four thousand are not another count of six.
bool are_near(const Quantity& a, const Quantity& b) {
  return std::max(a.value, b.value) <= most_times * std::min(a.value, b.value);
}

// Actions of which the count only grows while an event goes on.
bool only_grows(const UnitSide& side) {
  static constexpr std::array<std::string_view, 20> words = {
      "kill",     "die",  "dead",    "injure",   "injured", "hurt",   "wound",
      "wounded",  "miss", "missing", "arrest",   "detain",  "infect", "displace",
      "evacuate", "toll", "rescue",  "casualty", "victim",  "death"};
  return std::any_of(side.words.begin(), side.words.end(),
                     [](const SlotWord& word) { return is_one_of(word.lemma, words); }) ||
         std::any_of(side.unit.quantities.begin(), side.unit.quantities.end(),
                     [](const Quantity& q) { return is_one_of(q.counted, words); });
}

bool says_it_grew(const UnitSide& side) {
  static constexpr std::array<std::string_view, 7> words = {"rise",     "climb",     "grow", "now",
                                                            "increase", "increased", "reach"};
  for (std::uint32_t i = side.unit.token_begin; i < side.unit.token_end; ++i) {
    if (is_one_of(side.lemma_at(i), words)) return true;
  }
  return false;
}

// Positive: the first article is later; 0: cannot be told.
int compare_publication(const Article& a, const Article& b) {
  if (!a.published || !b.published) return 0;
  const bool days =
      a.published->precision == DatePrecision::day || b.published->precision == DatePrecision::day;
  const std::int64_t between = a.published->unix_seconds - b.published->unix_seconds;
  const std::int64_t least = days ? day : hour;
  if (between >= least) return 1;
  return between <= -least ? -1 : 0;
}

}  // namespace

bool is_later_toll(const UnitPair& pair, const Quantity& a, const Quantity& b) {
  if (!a.unit.empty()) return false;
  const bool a_larger = a.value > b.value;
  const UnitSide& larger = a_larger ? pair.a : pair.b;
  const UnitSide& smaller = a_larger ? pair.b : pair.a;
  const int later = compare_publication(larger.article, smaller.article);
  if (later < 0) return false;
  return says_it_grew(larger) || (later > 0 && only_grows(larger) && only_grows(smaller));
}

void find_number_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  if (pair.a.unit.negated || pair.b.unit.negated) return;
  for (const Quantity& a : pair.a.unit.quantities) {
    for (const Quantity& b : pair.b.unit.quantities) {
      // "30 cities", "more than 30 cities": a choice of words.
      if (a.value == b.value || !are_near(a, b) || !count_the_same(pair, a, b) ||
          agree_elsewhere(pair, a, b))
        continue;
      if (is_part(pair.a, a) != is_part(pair.b, b) || !facts_agree(pair, a, b)) continue;
      if (describers_alone(pair.a, a, pair.b) + describers_alone(pair.b, b, pair.a) > 0) continue;
      const bool update = is_later_toll(pair, a, b);
      if (!pair.fits() && !(update && pair.time() == SlotMatch::differs)) continue;
      SlotConflict conflict = make_conflict(pair, ConflictKind::number, a.span, b.span);
      conflict.update = update;
      found.push_back(std::move(conflict));
    }
  }
}

}  // namespace twosource

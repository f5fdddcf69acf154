// Dates: the same happened at two times that have no moment in common.
//
// Both units must name exactly one time, both resolutions must be free of doubt, and the units must
// say the same otherwise: people meet on Friday and on Saturday, so "met" alone is not enough.
// Equal words are no conflict, whatever dates they came to: "next week" in a text that is printed
// again a week later is still the first one, and "November" is "this November". Nor are a day and
// another year: who names a year tells of something longer.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "twosource/claim/conflict_kinds.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr double least_share = 0.75;
constexpr std::size_t least_common = 3;
// How many times longer one of the two may be.
constexpr std::int64_t most_longer = 4;

std::optional<TimeIndex> only_time(const Report& report, const Unit& unit) {
  if (unit.times.size() != 1) return std::nullopt;
  const TimeExpression& time = report.times[unit.times.front()];
  const bool sure = time.interval && time.doubt == TimeDoubt::none;
  return sure ? std::optional(unit.times.front()) : std::nullopt;
}

// "Since October", "until Monday": a border, not when it happened.
bool is_border(const UnitSide& side, Span time) {
  static constexpr std::array<std::string_view, 8> words = {"since",  "until", "till", "by",
                                                            "before", "after", "from", "to"};
  const std::uint32_t at = side.token_behind(time.begin);
  return at > 0 && std::any_of(words.begin(), words.end(), [&](std::string_view word) {
           return hash_folded(word) == side.lemma_at(at - 1);
         });
}

std::int64_t length_of(const TimeExpression& time) {
  return time.interval->end - time.interval->begin;
}

// Without what leaves the time as it is: "this November", "the 4th".
std::string_view bare_words(const UnitSide& side, Span time) {
  std::string_view words = side.words_at(time);
  for (const std::string_view light : {"this ", "the ", "This ", "The "}) {
    if (words.starts_with(light)) words.remove_prefix(light.size());
  }
  return words;
}

bool alike(const UnitPair& pair, const TimeExpression& a, const TimeExpression& b) {
  if (is_border(pair.a, a.span) || is_border(pair.b, b.span)) return false;
  const auto [shorter, longer] = std::minmax({length_of(a), length_of(b)});
  return longer <= most_longer * shorter &&
         bare_words(pair.a, a.span) != bare_words(pair.b, b.span);
}

}  // namespace

void find_date_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  const auto a = only_time(pair.report(), pair.a.unit);
  const auto b = only_time(pair.report(), pair.b.unit);
  if (!a || !b || pair.time() != SlotMatch::differs) return;
  if (!alike(pair, pair.report().times[*a], pair.report().times[*b])) return;
  if (pair.a.unit.negated != pair.b.unit.negated) return;
  if (pair.action() != SlotMatch::same || pair.place() == SlotMatch::differs) return;
  if (pair.numbers() == SlotMatch::differs) return;
  const SlotMatch subject = pair.participants(Participant::Role::subject);
  const SlotMatch object = pair.participants(Participant::Role::object);
  if (subject == SlotMatch::differs || object == SlotMatch::differs) return;
  if (subject != SlotMatch::same && object != SlotMatch::same) return;
  const UnitPair::Rest rest = pair.rest_without({}, {});
  if (rest.common < least_common || rest.share < least_share) return;
  found.push_back(make_conflict(pair, ConflictKind::date, pair.report().times[*a].span,
                                pair.report().times[*b].span));
}

}  // namespace twosource

// Dates: the same happened at two times that have no moment in common.
//
// Both units must name exactly one time, both resolutions must be free of doubt, and the units must
// say the same otherwise: people meet on Friday and on Saturday, so "met" alone is not enough.
#include <optional>

#include "twosource/claim/conflict_kinds.hpp"

namespace twosource {
namespace {

constexpr double least_share = 0.6;
constexpr std::size_t least_common = 3;

std::optional<TimeIndex> only_time(const Report& report, const Unit& unit) {
  if (unit.times.size() != 1) return std::nullopt;
  const TimeExpression& time = report.times[unit.times.front()];
  const bool sure = time.interval && time.doubt == TimeDoubt::none;
  return sure ? std::optional(unit.times.front()) : std::nullopt;
}

}  // namespace

void find_date_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  const auto a = only_time(pair.report(), pair.a.unit);
  const auto b = only_time(pair.report(), pair.b.unit);
  if (!a || !b || pair.time() != SlotMatch::differs) return;
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

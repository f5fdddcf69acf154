#pragma once

#include <cstdint>
#include <optional>

#include "twosource/time/calendar.hpp"
#include "twosource/time/grammar.hpp"
#include "twosource/time/nearest.hpp"
#include "twosource/time/value.hpp"

namespace twosource {

/// From where a time counts.
struct TimeAnchors {
  std::optional<TimePoint> published;             ///< day of publication
  std::optional<std::int64_t> published_seconds;  ///< where the hour is known
  std::optional<TimePoint> told;     ///< the last time of the running text, of grain day or less
  bool told_here = false;            ///< `told` stands in the same sentence
  std::optional<TimePoint> period;   ///< the last one longer than a day
  std::optional<TimePoint> quarter;  ///< the last quarter named
};

/// What an expression says.
struct ResolvedTime {
  TimeKind kind = TimeKind::date;
  TimeValue value;
  TimeDoubt doubt = TimeDoubt::none;
};

/// The value of the words that a rule fits; none where they name no time after all (a fortieth
/// quarter). News looks back: a weekday or a month without a year is the last one, its own day
/// counted, unless `direction` says that it lies ahead.
std::optional<ResolvedTime> resolve_time(const TimeMatch& match, const TimeAnchors& anchors,
                                         TimeDirection direction);

}  // namespace twosource

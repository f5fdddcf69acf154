#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// Position of a time expression in the report's list.
using TimeIndex = std::uint32_t;

/// The types of TIMEX3 (ISO-TimeML).
enum class TimeKind : std::uint8_t {
  date,      ///< a day or something longer on the calendar: "Sunday", "1950-53", "last summer"
  time,      ///< a part of a day: "9:15 p.m.", "Friday night"
  duration,  ///< how long: "three hours"
  set,       ///< how often: "every Monday"
};

/// Why a resolution may be wrong.
enum class TimeDoubt : std::uint8_t {
  none,
  no_anchor,  ///< the article has no date: parts of the value stay "X"
  direction,  ///< the words before or the tense do not tell past from future
  narrative,  ///< it counts from another time of the text, which is not sure itself: "the night
              ///< before"
  vague,      ///< the words name no exact time: "recently", "in the past"
};

/// A stretch of time, half-open, in seconds since 1970-01-01 00:00 of the clock that the text goes
/// by (its own wall clock, no time zone applied).
struct TimeInterval {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  auto operator<=>(const TimeInterval&) const = default;
};

/// Words of an article that name a time, and which one.
struct TimeExpression {
  std::string id;
  ArticleIndex article = 0;
  Span span;
  TimeKind kind = TimeKind::date;
  /// TIMEX3 value: "2018-07-08", "2018-07-07TNI", "P3D", "XXXX-XX-XX"; of a range "1950/1953".
  std::string value;
  /// Where on the calendar; none for durations and sets, and where the value has an "X" or is
  /// "PAST_REF", "PRESENT_REF", "FUTURE_REF".
  std::optional<TimeInterval> interval;
  TimeDoubt doubt = TimeDoubt::none;
};

const char* name_of(TimeKind kind);
/// "" for none.
const char* name_of(TimeDoubt doubt);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <optional>

#include "twosource/time/calendar.hpp"
#include "twosource/time/value.hpp"

namespace twosource {

/// Where the sentence says that a time lies.
enum class TimeDirection : std::uint8_t {
  unknown,
  told,  ///< somebody spoke: "said on Sunday", but also "said that in May"
  behind,
  ahead,
  past,  ///< of messages: before the day of telling, in any case
};

/// Which of the many Sundays, Mays and summers a text of `published` (of grain day) means. Without
/// a date of publication what is not told stays unknown.
///
/// The day itself where it is a `weekday`, else the last one, or the next if it lies ahead.
TimePoint nearest_weekday(const std::optional<TimePoint>& published, int weekday,
                          TimeDirection direction);

/// "last May" (`shift` below 0): the latest one before the month of publication; "next May": the
/// first one behind it; "this May": of the same year.
TimePoint nearest_month(const std::optional<TimePoint>& published, int month, std::int64_t shift);

/// The same with seasons; without `shift` the latest that has begun, or the next to end if it lies
/// ahead.
TimePoint nearest_season(const std::optional<TimePoint>& published, int season,
                         std::optional<std::int64_t> shift, TimeDirection direction);

/// A day or month with its year.
struct NearestDay {
  TimePoint point;
  bool sure = true;  ///< false: only because it is nearer
};

/// The year of a day or a month of which the year is not told: the nearest one, unless the sentence
/// looks back or ahead.
NearestDay nearest_of_year(const std::optional<TimePoint>& published, TimePoint point,
                           TimeDirection direction);

/// The nth unit (from 1; below 0: the last) of a size in a longer one: the first week of May. A
/// week belongs to where its Thursday lies. None where there is no such.
std::optional<TimePoint> nth_unit_in(const TimePoint& whole, Grain grain, std::int64_t n);
/// "the first Monday of May".
std::optional<TimePoint> nth_weekday_in(const TimePoint& month, int weekday, std::int64_t n);

/// True if a clock of the day of publication shows that minute only after the publication: an hour
/// told without a day may then be that of the day before.
bool is_after(int minute_of_day, std::optional<std::int64_t> published_seconds);

/// `from` moved by all of an amount, the largest units first: "two weeks and two days". Sign: -1 is
/// back.
TimePoint moved_by(TimePoint from, const TimeAmount& amount, int sign);

}  // namespace twosource

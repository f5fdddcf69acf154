#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "twosource/model/time.hpp"
#include "twosource/time/value.hpp"

namespace twosource {

/// A day of the (proleptic) Gregorian calendar.
using Day = std::chrono::sys_days;

/// The calendar reaches from the first day of year 1 to the last of 9999. All functions here are
/// total: what would lie outside is moved to the nearer end. Constant time each.
constexpr Day first_calendar_day{std::chrono::year{1} / 1 / 1};
constexpr Day last_calendar_day{std::chrono::year{9999} / 12 / 31};

/// The day of a time of publication, and the second of it.
Day day_at(std::int64_t unix_seconds);

/// `day` as a TIMEX3 point of grain day.
TimePoint point_of(Day day);

/// The unit of some size that holds the moment `unix_seconds`, read as wall-clock time. A part of
/// the day is morning, afternoon or evening, and before 6 o'clock the night of the day before.
TimePoint point_at(std::int64_t unix_seconds, Grain grain);

/// The unit of some size in which `point` begins: 2018-07-08 is in 2018-07, in 2018-W27, in
/// 2018-Q3. A point with unknown parts gives what is known: 2018-XX-XX is in 2018, its month is
/// 2018-XX.
TimePoint enclosing(const TimePoint& point, Grain grain);

/// `point` moved by so many units (less than 0: back), at its own grain: 2018-07 moved by 2 years
/// is 2020-07. Months are counted by the calendar, and a day that the target month does not have
/// becomes its last: 2018-03-31 moved by -1 month is 2018-02-28. Part of the day and time of day
/// are kept where whole days and more are moved. A point with unknown parts stays as it is.
TimePoint moved(const TimePoint& point, std::int64_t count, Grain grain);

/// Where on the calendar a value lies; none for amounts, for PAST_REF and its like, for ranges that
/// end before they begin, and where a part is unknown or out of its bounds.
std::optional<TimeInterval> interval_of(const TimeValue& value);
std::optional<TimeInterval> interval_of(const TimePoint& point);

/// First and last day on which the point lies; none with unknown parts.
std::optional<Day> first_day(const TimePoint& point);
std::optional<Day> last_day(const TimePoint& point);

/// Monday 1 .. Sunday 7.
int weekday_of(Day day);
/// The nearest day with that weekday strictly after or before `day`, or in the same ISO week.
Day weekday_after(Day day, int weekday);
Day weekday_before(Day day, int weekday);
Day weekday_in_week_of(Day day, int weekday);

/// The nth (1..5) such weekday of a month, or the last ones counted from the end (-1..-5); none
/// where the month has fewer, or an argument is out of its bounds.
std::optional<Day> nth_weekday(int year, int month, int weekday, int n);

/// The day; none where the calendar has no such.
std::optional<Day> day_of(int year, int month, int day);
int days_in_month(int year, int month);

/// Easter Sunday of the western churches, years 1..9999 by the Gregorian rule.
Day easter(int year);

/// Number of the ISO week and the year it counts for.
struct IsoWeek {
  int year;
  int week;
};
IsoWeek iso_week_of(Day day);
int iso_weeks_in(int year);
/// The Monday; none where the year has no such week.
std::optional<Day> monday_of(IsoWeek week);

}  // namespace twosource

// Counting on the calendar, on top of the calendar types of the standard library.
//
// One idea carries all of it: a point of any size is a stretch of seconds. To move it, its
// beginning is moved, and the unit of the same size is taken in which the new beginning lies. What
// differs is only how the beginning moves: by seconds, by days, or by months, which are not equally
// long.
//
// The calendar ends at the years 1 and 9999, which four digits can write; all that would go farther
// stays at the end. So no function here fails and none can overflow, whatever a text says
// ("three billion years ago").
#include "twosource/time/calendar.hpp"

#include <algorithm>
#include <array>

namespace twosource {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t day_seconds = 86400;
// More than the calendar has of any unit: a count beyond moves to its end in any case.
constexpr std::int64_t most_seconds = 10000LL * 366 * day_seconds;
constexpr std::int64_t most_days = 10000LL * 366;

std::int64_t begin_seconds(Day day) {
  return day_seconds * std::int64_t{day.time_since_epoch().count()};
}

Day clamped(Day day) {
  return std::clamp(day, first_calendar_day, last_calendar_day);
}

std::int64_t clamped(std::int64_t seconds) {
  return std::clamp(seconds, begin_seconds(first_calendar_day),
                    begin_seconds(last_calendar_day) + day_seconds - 1);
}

Day plus_days(Day day, std::int64_t count) {
  return clamped(day + days(std::clamp(count, -most_days, most_days)));
}

Day day_of_parts(int year, int month, int day) {
  return sys_days(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                  std::chrono::day(static_cast<unsigned>(day)));
}

struct Date {
  int year;
  int month;
  int day;
};
Date date_of(Day day) {
  const year_month_day date(day);
  return {int{date.year()}, static_cast<int>(unsigned{date.month()}),
          static_cast<int>(unsigned{date.day()})};
}

// How many months a unit has; 0 for those that are counted in days or less.
int months_in(Grain grain) {
  switch (grain) {
    case Grain::month:
      return 1;
    case Grain::quarter:
    case Grain::season:
      return 3;
    case Grain::half:
      return 6;
    case Grain::year:
      return 12;
    case Grain::decade:
      return 120;
    case Grain::century:
      return 1200;
    case Grain::millennium:
      return 12000;
    default:
      return 0;
  }
}

std::int64_t seconds_in(Grain grain) {
  if (grain == Grain::hour) return 3600;
  return grain == Grain::minute ? 60 : 1;
}

bool in_bounds(int part, int least, int most) {
  return part >= least && part <= most;
}

// The month in which a unit of whole months begins, counted from the year 0.
std::optional<int> first_month(const TimePoint& point) {
  if (!in_bounds(point.year, point.grain > Grain::year ? 0 : 1, 9999)) return std::nullopt;
  const int january = 12 * point.year;
  switch (point.grain) {
    case Grain::month:
      if (!in_bounds(point.month, 1, 12)) return std::nullopt;
      return january + point.month - 1;
    case Grain::quarter:
      if (!in_bounds(point.part, 1, 4)) return std::nullopt;
      return january + 3 * (point.part - 1);
    case Grain::season:
      if (!in_bounds(point.part, 1, 4)) return std::nullopt;
      return january + 3 * point.part - 1;
    case Grain::half:
      if (!in_bounds(point.part, 1, 2)) return std::nullopt;
      return january + 6 * (point.part - 1);
    default:
      return january;
  }
}

// Not clamped: the winter of 9999 ends in 10000.
Day begin_of_month(int month) {
  return day_of_parts(month / 12, month % 12 + 1, 1);
}

// The day of a point of grain day or less.
std::optional<Day> own_day(const TimePoint& point) {
  if (point.weekday == unknown_part) return day_of(point.year, point.month, point.day);
  if (!in_bounds(point.weekday, 1, 7)) return std::nullopt;
  const std::optional<Day> monday = monday_of({point.year, point.week});
  return monday ? std::optional(*monday + days(point.weekday - 1)) : std::nullopt;
}

TimeInterval hours_of(DayPart part) {
  switch (part) {
    case DayPart::morning:
      return {6, 12};
    case DayPart::midday:
      return {11, 14};
    case DayPart::afternoon:
      return {12, 18};
    case DayPart::evening:
      return {18, 24};
    case DayPart::night:
      return {20, 30};
    case DayPart::daytime:
      return {6, 18};
    case DayPart::none:
      break;
  }
  return {0, 0};
}

std::optional<TimeInterval> interval_of_clock(const TimePoint& point, std::int64_t midnight) {
  if (point.grain == Grain::day_part) {
    const TimeInterval hours = hours_of(point.day_part);
    if (hours.end == 0) return std::nullopt;
    return TimeInterval{midnight + 3600 * hours.begin, midnight + 3600 * hours.end};
  }
  const int minute = point.grain <= Grain::minute ? point.minute : 0;
  const int second = point.grain == Grain::second ? point.second : 0;
  if (!in_bounds(point.hour, 0, 24) || !in_bounds(minute, 0, 59) || !in_bounds(second, 0, 59))
    return std::nullopt;
  const std::int64_t begin = midnight + 3600LL * point.hour + 60LL * minute + second;
  return TimeInterval{begin, begin + seconds_in(point.grain)};
}

std::optional<TimeInterval> interval_of_days(Day first, Day behind) {
  return TimeInterval{begin_seconds(first), begin_seconds(behind)};
}

void set_day(TimePoint& point, Day day) {
  const Date date = date_of(day);
  point.year = date.year;
  point.month = date.month;
  point.day = date.day;
  point.week = unknown_part;
  point.weekday = unknown_part;
}

Day plus_months(Day day, std::int64_t count, int months) {
  const Date from = date_of(day);
  // 10000 years of months: beyond them the end is reached in any case.
  constexpr std::int64_t most = 12LL * 10000;
  const std::int64_t moved_by = std::clamp(count, -most, most) * months;
  const std::int64_t month = 12LL * from.year + from.month - 1 + moved_by;
  if (month < 12) return first_calendar_day;
  if (month >= 12LL * 10000) return last_calendar_day;
  const int year = static_cast<int>(month / 12);
  const int month_of_year = static_cast<int>(month % 12) + 1;
  return day_of_parts(year, month_of_year, std::min(from.day, days_in_month(year, month_of_year)));
}

Day plus_units(Day day, std::int64_t count, Grain grain) {
  if (const int months = months_in(grain); months > 0) return plus_months(day, count, months);
  const bool weeks = grain == Grain::week || grain == Grain::weekend;
  return plus_days(day, std::clamp(count, -most_days, most_days) * (weeks ? 7 : 1));
}

void set_clock(TimePoint& point, int second_of_day) {
  point.hour = second_of_day / 3600;
  if (point.grain <= Grain::minute) point.minute = second_of_day / 60 % 60;
  if (point.grain == Grain::second) point.second = second_of_day % 60;
}

// Which of the months' units of the year is it? Winter belongs to the year in which it begins.
void set_months(TimePoint& point, Day day) {
  const Date date = date_of(day);
  point.year = date.year;
  if (point.grain == Grain::month) point.month = date.month;
  if (point.grain == Grain::quarter) point.part = (date.month - 1) / 3 + 1;
  if (point.grain == Grain::half) point.part = (date.month - 1) / 6 + 1;
  if (point.grain == Grain::season) {
    point.part = date.month < 3 ? 4 : date.month / 3;
    if (date.month < 3) point.year = std::max(date.year - 1, 1);
  }
  if (point.grain > Grain::year) {
    const int years = months_in(point.grain) / 12;
    point.year = date.year / years * years;
  }
}

TimePoint day_part_at(Day day, int second_of_day) {
  const int hour = second_of_day / 3600;
  TimePoint point = point_of(hour < 6 ? plus_days(day, -1) : day);
  point.grain = Grain::day_part;
  if (hour < 6) {
    point.day_part = DayPart::night;
  } else if (hour < 12) {
    point.day_part = DayPart::morning;
  } else {
    point.day_part = hour < 18 ? DayPart::afternoon : DayPart::evening;
  }
  return point;
}

// The unit around a point of which some parts are unknown, from those that are known.
TimePoint enclosing_known(const TimePoint& point, Grain grain) {
  TimePoint around;
  around.grain = grain;
  around.year = point.year;
  if (grain == Grain::month) around.month = point.month;
  if (grain == Grain::week || grain == Grain::weekend) around.week = point.week;
  if (grain == Grain::day) {
    around.month = point.month;
    around.day = point.day;
    around.week = point.week;
    around.weekday = point.weekday;
  }
  if (grain > Grain::year && point.year >= 0) {
    const int years = months_in(grain) / 12;
    around.year = point.year / years * years;
  }
  return around;
}

}  // namespace

Day day_at(std::int64_t unix_seconds) {
  return floor<days>(std::chrono::sys_seconds(std::chrono::seconds(clamped(unix_seconds))));
}

TimePoint point_of(Day day) {
  TimePoint point;
  set_day(point, clamped(day));
  return point;
}

TimePoint point_at(std::int64_t unix_seconds, Grain grain) {
  const Day day = day_at(unix_seconds);
  const int second_of_day = static_cast<int>(clamped(unix_seconds) - begin_seconds(day));
  if (grain == Grain::day_part) return day_part_at(day, second_of_day);
  TimePoint point;
  point.grain = grain;
  if (grain <= Grain::day) {
    set_day(point, day);
    if (grain < Grain::day) set_clock(point, second_of_day);
  } else if (months_in(grain) > 0) {
    set_months(point, day);
  } else {
    const IsoWeek week = iso_week_of(day);
    point.year = week.year;
    point.week = week.week;
  }
  return point;
}

TimePoint enclosing(const TimePoint& point, Grain grain) {
  if (point.grain == grain) return point;
  const std::optional<TimeInterval> interval = interval_of(point);
  return interval ? point_at(interval->begin, grain) : enclosing_known(point, grain);
}

TimePoint moved(const TimePoint& point, std::int64_t count, Grain grain) {
  const std::optional<TimeInterval> interval = interval_of(point);
  if (!interval) return point;
  if (grain < Grain::day_part) {
    const std::int64_t by = std::clamp(count, -most_seconds, most_seconds) * seconds_in(grain);
    return point_at(clamped(interval->begin) + by, point.grain);
  }
  if (point.grain > Grain::day)
    return point_at(begin_seconds(plus_units(day_at(interval->begin), count, grain)), point.grain);
  const std::optional<Day> day = first_day(point);
  if (!day) return point;
  TimePoint result = point;
  set_day(result, plus_units(*day, count, grain));
  return result;
}

std::optional<TimeInterval> interval_of(const TimePoint& point) {
  if (const int months = months_in(point.grain); months > 0) {
    const std::optional<int> month = first_month(point);
    if (!month) return std::nullopt;
    // The first decade, century and millennium begin with the year 1, as the calendar does.
    return interval_of_days(clamped(begin_of_month(*month)), begin_of_month(*month + months));
  }
  if (point.grain == Grain::week || point.grain == Grain::weekend) {
    const std::optional<Day> monday = monday_of({point.year, point.week});
    if (!monday) return std::nullopt;
    return interval_of_days(*monday + days(point.grain == Grain::week ? 0 : 5), *monday + days(7));
  }
  const std::optional<Day> day = own_day(point);
  if (!day) return std::nullopt;
  if (point.grain == Grain::day) return interval_of_days(*day, *day + days(1));
  return interval_of_clock(point, begin_seconds(*day));
}

std::optional<TimeInterval> interval_of(const TimeValue& value) {
  if (value.form == TimeValue::Form::point) return interval_of(value.point);
  if (value.form != TimeValue::Form::range) return std::nullopt;
  const std::optional<TimeInterval> first = interval_of(value.point);
  const std::optional<TimeInterval> last = interval_of(value.last);
  if (!first || !last || last->end <= first->begin) return std::nullopt;
  return TimeInterval{first->begin, last->end};
}

std::optional<Day> first_day(const TimePoint& point) {
  if (point.grain < Grain::day) {
    const std::optional<Day> day = own_day(point);
    return day ? std::optional(clamped(*day)) : std::nullopt;
  }
  const std::optional<TimeInterval> interval = interval_of(point);
  return interval ? std::optional(day_at(interval->begin)) : std::nullopt;
}

std::optional<Day> last_day(const TimePoint& point) {
  const std::optional<TimeInterval> interval = interval_of(point);
  return interval ? std::optional(day_at(interval->end - 1)) : std::nullopt;
}

int weekday_of(Day day) {
  return static_cast<int>(std::chrono::weekday(day).iso_encoding());
}

Day weekday_after(Day day, int weekday) {
  const int steps = ((weekday - weekday_of(day)) % 7 + 7) % 7;
  return plus_days(day, steps == 0 ? 7 : steps);
}

Day weekday_before(Day day, int weekday) {
  const int steps = ((weekday_of(day) - weekday) % 7 + 7) % 7;
  return plus_days(day, steps == 0 ? -7 : -steps);
}

Day weekday_in_week_of(Day day, int weekday) {
  return plus_days(day, std::clamp(weekday, 1, 7) - weekday_of(day));
}

std::optional<Day> nth_weekday(int year, int month, int weekday, int n) {
  const std::optional<Day> first = day_of(year, month, 1);
  if (!first || !in_bounds(weekday, 1, 7) || n == 0 || !in_bounds(n, -5, 5)) return std::nullopt;
  const Day last = *first + days(days_in_month(year, month) - 1);
  const Day day = n > 0 ? *first + days((weekday - weekday_of(*first) + 7) % 7 + 7 * (n - 1))
                        : last - days((weekday_of(last) - weekday + 7) % 7 + 7 * (-n - 1));
  return day < *first || day > last ? std::nullopt : std::optional(day);
}

std::optional<Day> day_of(int year, int month, int day) {
  if (!in_bounds(year, 1, 9999) || !in_bounds(month, 1, 12) ||
      !in_bounds(day, 1, days_in_month(year, month)))
    return std::nullopt;
  return day_of_parts(year, month, day);
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int length = lengths[static_cast<std::size_t>(std::clamp(month, 1, 12) - 1)];
  return month == 2 && std::chrono::year(std::clamp(year, 1, 9999)).is_leap() ? 29 : length;
}

// The method printed anonymously in Nature 14 (1876), here with the letters of Meeus,
// "Astronomical Algorithms", chapter 8.
Day easter(int year) {
  year = std::clamp(year, 1, 9999);
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int f = (b + 8) / 25;
  const int g = (b - f + 1) / 3;
  const int h = (19 * a + b - b / 4 - g + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of_parts(year, n / 31, n % 31 + 1);
}

IsoWeek iso_week_of(Day day) {
  // A week belongs to the year of its Thursday.
  const Day thursday = clamped(day) + days(4 - weekday_of(clamped(day)));
  const int year = date_of(thursday).year;
  return {year, static_cast<int>((thursday - day_of_parts(year, 1, 1)).count() / 7) + 1};
}

int iso_weeks_in(int year) {
  year = std::clamp(year, 1, 9999);
  return iso_week_of(day_of_parts(year, 12, 28)).week;  // always in the last week
}

std::optional<Day> monday_of(IsoWeek week) {
  if (!in_bounds(week.year, 1, 9999) || !in_bounds(week.week, 1, iso_weeks_in(week.year)))
    return std::nullopt;
  const Day fourth = day_of_parts(week.year, 1, 4);  // always in week 1
  return fourth + days(1 - weekday_of(fourth) + 7 * (week.week - 1));
}

}  // namespace twosource

// Calendar arithmetic against a slow twin that knows nothing but how long
// months are, and counts days one by one.
#include "twosource/time/calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace twosource {
namespace {

struct Date {
  int year = 1;
  int month = 1;
  int day = 1;
  int weekday = 1;  // 1 January of year 1 was a Monday
  bool operator==(const Date&) const = default;
};

int length_of(int year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Date next(Date date) {
  date.weekday = date.weekday % 7 + 1;
  if (++date.day <= length_of(date.year, date.month)) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  date.month = 1;
  ++date.year;
  return date;
}

// All days from `first_year` to `last_year`, by counting from year 1.
std::vector<Date> days_between(int first_year, int last_year) {
  std::vector<Date> all;
  for (Date date; date.year <= last_year; date = next(date)) {
    if (date.year >= first_year) all.push_back(date);
  }
  return all;
}

TimePoint as_point(const Date& date) {
  TimePoint point;
  point.year = date.year;
  point.month = date.month;
  point.day = date.day;
  return point;
}

// Does a day lie in a unit? Said by its parts alone; ISO weeks by their Thursday.
bool lies_in(const std::vector<Date>& days, std::size_t at, const TimePoint& unit) {
  const Date& date = days[at];
  switch (unit.grain) {
    case Grain::month:
      return date.year == unit.year && date.month == unit.month;
    case Grain::quarter:
      return date.year == unit.year && (date.month + 2) / 3 == unit.part;
    case Grain::half:
      return date.year == unit.year && (date.month + 5) / 6 == unit.part;
    case Grain::year:
      return date.year == unit.year;
    case Grain::decade:
      return date.year / 10 == unit.year / 10;
    case Grain::century:
      return date.year / 100 == unit.year / 100;
    case Grain::season: {
      const int season = date.month % 12 / 3;  // winter 0
      const int year = date.month < 3 ? date.year - 1 : date.year;
      return year == unit.year && (season == 0 ? 4 : season) == unit.part;
    }
    default:
      return as_point(date) == unit;
  }
}

TEST_CASE("days, weekdays and weeks are those of counting") {
  const std::vector<Date> days = days_between(1995, 2030);
  Day day = *day_of(1995, 1, 1);
  int week = 0;
  for (std::size_t i = 0; i < days.size(); ++i, day += std::chrono::days(1)) {
    REQUIRE(point_of(day) == as_point(days[i]));
    REQUIRE(weekday_of(day) == days[i].weekday);
    // The week number grows on Mondays and starts again where its Thursday is in a new year.
    if (days[i].weekday != 1 || i + 3 >= days.size()) continue;
    const Date& thursday = days[i + 3];
    const bool is_first = thursday.month == 1 && thursday.day <= 7;
    week = is_first ? 1 : week + 1;
    if (i < 400) continue;  // the first weeks were not counted from a new year on
    REQUIRE(iso_week_of(day).week == week);
    REQUIRE(iso_week_of(day).year == thursday.year);
    REQUIRE(monday_of({thursday.year, week}) == day);
  }
}

TEST_CASE("a unit is the days that lie in it") {
  const std::vector<Date> days = days_between(1988, 2012);
  for (std::size_t i = 1200; i < 7000; i += 13) {
    for (const Grain grain :
         {Grain::month, Grain::quarter, Grain::half, Grain::year, Grain::season, Grain::decade}) {
      const TimePoint unit = enclosing(as_point(days[i]), grain);
      if (grain == Grain::decade && unit.year != 1990) continue;  // the others are cut off
      REQUIRE(lies_in(days, i, unit));
      std::size_t begin = i;
      while (begin > 0 && lies_in(days, begin - 1, unit)) --begin;
      std::size_t end = i;
      while (end < days.size() && lies_in(days, end, unit)) ++end;
      REQUIRE(first_day(unit) == first_day(as_point(days[begin])));
      REQUIRE(last_day(unit) == first_day(as_point(days[end - 1])));
    }
  }
}

TEST_CASE("moving by days and weeks is counting, by months is turning pages") {
  const std::vector<Date> days = days_between(1996, 2008);
  std::mt19937 random(1);
  for (int tries = 0; tries < 4000; ++tries) {
    const std::size_t from = random() % days.size();
    const std::size_t to = random() % days.size();
    const std::int64_t count = static_cast<std::int64_t>(to) - static_cast<std::int64_t>(from);
    REQUIRE(moved(as_point(days[from]), count, Grain::day) == as_point(days[to]));
    REQUIRE(moved(as_point(days[from]), count / 7, Grain::week) ==
            moved(as_point(days[from]), count / 7 * 7, Grain::day));
    Date page = days[from];
    const int months = static_cast<int>(random() % 60);
    for (int i = 0; i < months; ++i) {
      page.year += page.month / 12;
      page.month = page.month % 12 + 1;
    }
    page.day = std::min(page.day, length_of(page.year, page.month));
    REQUIRE(moved(as_point(days[from]), months, Grain::month) == as_point(page));
  }
}

TEST_CASE("nth weekdays and the nearest ones are found by looking at every day") {
  const std::vector<Date> days = days_between(2015, 2020);
  for (int month = 1; month <= 12; ++month) {
    for (int weekday = 1; weekday <= 7; ++weekday) {
      std::vector<Date> all;
      for (const Date& date : days) {
        if (date.year == 2018 && date.month == month && date.weekday == weekday)
          all.push_back(date);
      }
      for (int n = 1; n <= 5; ++n) {
        const auto size = static_cast<int>(all.size());
        const auto found = nth_weekday(2018, month, weekday, n);
        const auto from_end = nth_weekday(2018, month, weekday, -n);
        REQUIRE(found.has_value() == (n <= size));
        REQUIRE(from_end.has_value() == (n <= size));
        if (n > size) continue;
        REQUIRE(point_of(*found) == as_point(all[static_cast<std::size_t>(n - 1)]));
        REQUIRE(point_of(*from_end) == as_point(all[static_cast<std::size_t>(size - n)]));
      }
    }
  }
  for (std::size_t i = 10; i + 10 < days.size(); ++i) {
    const Day day = *first_day(as_point(days[i]));
    for (int weekday = 1; weekday <= 7; ++weekday) {
      std::size_t after = i + 1;
      while (days[after].weekday != weekday) ++after;
      std::size_t before = i - 1;
      while (days[before].weekday != weekday) --before;
      REQUIRE(point_of(weekday_after(day, weekday)) == as_point(days[after]));
      REQUIRE(point_of(weekday_before(day, weekday)) == as_point(days[before]));
    }
  }
}

}  // namespace
}  // namespace twosource

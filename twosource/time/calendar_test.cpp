#include "twosource/time/calendar.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <string_view>

namespace twosource {
namespace {

TimePoint point(std::string_view text) {
  const std::optional<TimeValue> value = read_time_value(text);
  REQUIRE(value);
  REQUIRE(value->form == TimeValue::Form::point);
  return value->point;
}

std::string written(const TimePoint& point) {
  return write_time_value(value_of(point));
}

// "2018-07-08T00:00:00/2018-07-09T00:00:00", or "none".
std::string written(std::optional<TimeInterval> interval) {
  if (!interval) return "none";
  return written(point_at(interval->begin, Grain::second)) + '/' +
         written(point_at(interval->end, Grain::second));
}

std::string days_of(std::string_view text) {
  const std::optional<TimeInterval> interval = interval_of(*read_time_value(text));
  if (!interval) return "none";
  return written(point_at(interval->begin, Grain::day)) + '/' +
         written(point_at(interval->end - 1, Grain::day));
}

TEST_CASE("a value lies somewhere on the calendar") {
  CHECK(days_of("2018-07-08") == "2018-07-08/2018-07-08");
  CHECK(days_of("2018-W27-7") == "2018-07-08/2018-07-08");
  CHECK(days_of("2018-W01") == "2018-01-01/2018-01-07");
  CHECK(days_of("2020-W53") == "2020-12-28/2021-01-03");
  CHECK(days_of("2018-W27-WE") == "2018-07-07/2018-07-08");
  CHECK(days_of("2020-02") == "2020-02-01/2020-02-29");
  CHECK(days_of("2018-Q3") == "2018-07-01/2018-09-30");
  CHECK(days_of("2018-H2") == "2018-07-01/2018-12-31");
  CHECK(days_of("2018-SP") == "2018-03-01/2018-05-31");
  CHECK(days_of("2018-WI") == "2018-12-01/2019-02-28");
  CHECK(days_of("195") == "1950-01-01/1959-12-31");
  CHECK(days_of("19") == "1900-01-01/1999-12-31");
  CHECK(days_of("0") == "0001-01-01/0999-12-31");
  CHECK(days_of("1950/1953") == "1950-01-01/1953-12-31");
  for (const char* const open : {"XXXX", "2018-XX", "XXXX-07-08", "2018-QX", "PAST_REF", "P3D",
                                 "1953/1950", "1950/XXXX", "2018-07-08TXX"}) {
    CAPTURE(open);
    CHECK(days_of(open) == "none");
  }
}

TEST_CASE("a time of day lasts as long as it is exact") {
  CHECK(written(interval_of(point("2018-07-08T21"))) == "2018-07-08T21:00:00/2018-07-08T22:00:00");
  CHECK(written(interval_of(point("2018-07-08T21:15"))) ==
        "2018-07-08T21:15:00/2018-07-08T21:16:00");
  CHECK(written(interval_of(point("2018-07-08T24:00"))) ==
        "2018-07-09T00:00:00/2018-07-09T00:01:00");
  CHECK(written(interval_of(point("2018-07-08TNI"))) == "2018-07-08T20:00:00/2018-07-09T06:00:00");
}

TEST_CASE("points are moved by units of any size") {
  const auto check = [](std::string_view from, std::int64_t count, Grain grain,
                        std::string_view to) {
    CAPTURE(from);
    CHECK(written(moved(point(from), count, grain)) == to);
  };
  check("2018-07-08", -1, Grain::day, "2018-07-07");
  check("2018-07-08", -2, Grain::week, "2018-06-24");
  check("2018-03-31", -1, Grain::month, "2018-02-28");
  check("2020-02-29", 1, Grain::year, "2021-02-28");
  check("2018-07", -3, Grain::quarter, "2017-10");
  check("2018-Q1", -1, Grain::quarter, "2017-Q4");
  check("2018-WI", 1, Grain::season, "2019-SP");
  check("2018-SU", -1, Grain::year, "2017-SU");
  check("2018-W01", -1, Grain::week, "2017-W52");
  check("2018-W27-WE", 1, Grain::week, "2018-W28-WE");
  check("195", -1, Grain::decade, "194");
  check("20", -1, Grain::century, "19");
  check("2018-07-07TNI", -1, Grain::day, "2018-07-06TNI");
  check("2018-07-08T21:15", 1, Grain::week, "2018-07-15T21:15");
  check("2018-07-08T21:15", 3, Grain::hour, "2018-07-09T00:15");
  check("2018-07-08T21:15", -90, Grain::minute, "2018-07-08T19:45");
  check("2018-XX-XX", 3, Grain::day, "2018-XX-XX");
  check("0001-01-01", -1, Grain::day, "0001-01-01");
  check("9999", 5, Grain::millennium, "9999");
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
  for (std::size_t i = 0; i < grain_count; ++i) {
    const auto grain = static_cast<Grain>(i);
    check("2018-07-08", most, grain, "9999-12-31");
    check("2018-07-08", least, grain, "0001-01-01");
  }
}

TEST_CASE("a point lies in larger units") {
  const TimePoint sunday = point("2018-07-08");
  CHECK(written(enclosing(sunday, Grain::week)) == "2018-W27");
  CHECK(written(enclosing(sunday, Grain::quarter)) == "2018-Q3");
  CHECK(written(enclosing(sunday, Grain::season)) == "2018-SU");
  CHECK(written(enclosing(point("2018-01-31"), Grain::season)) == "2017-WI");
  CHECK(written(enclosing(sunday, Grain::decade)) == "201");
  CHECK(written(enclosing(point("2018-XX-XX"), Grain::year)) == "2018");
  CHECK(written(enclosing(point("2018-XX-XX"), Grain::month)) == "2018-XX");
  CHECK(written(enclosing(point("XXXX-07-08"), Grain::month)) == "XXXX-07");
  CHECK(written(point_at(interval_of(sunday)->begin - 3600, Grain::day_part)) == "2018-07-07TEV");
}

TEST_CASE("weekdays are found around a day") {
  const Day sunday = *day_of(2018, 7, 8);
  CHECK(weekday_of(sunday) == 7);
  CHECK(weekday_before(sunday, 5) == *day_of(2018, 7, 6));
  CHECK(weekday_before(sunday, 7) == *day_of(2018, 7, 1));
  CHECK(weekday_after(sunday, 7) == *day_of(2018, 7, 15));
  CHECK(weekday_after(sunday, 1) == *day_of(2018, 7, 9));
  CHECK(weekday_in_week_of(sunday, 1) == *day_of(2018, 7, 2));
  CHECK(nth_weekday(2018, 11, 4, 4) == day_of(2018, 11, 22));
  CHECK(nth_weekday(2018, 5, 1, -1) == day_of(2018, 5, 28));
  CHECK_FALSE(nth_weekday(2018, 2, 1, 5));
  CHECK_FALSE(nth_weekday(2018, 2, 1, 0));
  CHECK_FALSE(nth_weekday(2018, 13, 1, 1));
}

TEST_CASE("Easter falls on the Sundays of the almanac") {
  CHECK(easter(2018) == *day_of(2018, 4, 1));
  CHECK(easter(2019) == *day_of(2019, 4, 21));
  CHECK(easter(1818) == *day_of(1818, 3, 22));
  CHECK(easter(1943) == *day_of(1943, 4, 25));
  CHECK(easter(2000) == *day_of(2000, 4, 23));
}

}  // namespace
}  // namespace twosource

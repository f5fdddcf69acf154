#include "twosource/time/holidays.hpp"

#include <doctest/doctest.h>

#include <string>

namespace twosource {
namespace {

std::string day_in(std::string_view name, int year) {
  const Holiday* const holiday = find_holiday(name);
  if (holiday == nullptr) return "unknown";
  const std::optional<Day> day = holiday_in(*holiday, year);
  return day ? write_time_value(value_of(point_of(*day))) : "none";
}

TEST_CASE("days with a name are found in a year") {
  CHECK(day_in("christmas eve", 2018) == "2018-12-24");
  CHECK(day_in("thanksgiving", 2018) == "2018-11-22");
  CHECK(day_in("cyber monday", 2015) == "2015-11-30");
  CHECK(day_in("memorial day", 2018) == "2018-05-28");
  CHECK(day_in("victoria day", 2018) == "2018-05-21");
  CHECK(day_in("victoria day", 2023) == "2023-05-22");
  CHECK(day_in("election day", 2016) == "2016-11-08");
  CHECK(day_in("good friday", 2018) == "2018-03-30");
  CHECK(day_in("whit monday", 2019) == "2019-06-10");
  CHECK(day_in("mardi gras", 2018) == "2018-02-13");
  CHECK(day_in("eid al-fitr", 2022) == "2022-05-02");
  CHECK(day_in("islamic new year", 2018) == "2018-09-11");
  CHECK(day_in("some day", 2018) == "unknown");
  CHECK(day_in("christmas", 0) == "none");
  CHECK(day_in("christmas", 10000) == "none");
  CHECK(day_in("eid al-fitr", 600) == "none");
}

TEST_CASE("every line of the table names a day of every year of our time") {
  REQUIRE(holidays().size() > 80);
  for (const Holiday& holiday : holidays()) {
    CAPTURE(holiday.name);
    for (int year = 1900; year < 2100; ++year) REQUIRE(holiday_in(holiday, year));
  }
}

TEST_CASE("the Islamic calendar's table is the almanac's") {
  CHECK(islamic_day(1, 1, 1) == *day_of(622, 7, 18));
  CHECK(islamic_day(1400, 1, 1) == *day_of(1979, 11, 20));
  CHECK(islamic_day(1443, 10, 1) == *day_of(2022, 5, 2));
  CHECK(islamic_day(1, 12, 29) + std::chrono::days(1) == islamic_day(2, 1, 1));
  CHECK(islamic_day(2, 12, 30) + std::chrono::days(1) == islamic_day(3, 1, 1));  // a leap year
}

}  // namespace
}  // namespace twosource

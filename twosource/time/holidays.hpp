#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "twosource/time/calendar.hpp"

namespace twosource {

/// A name of a day ("christmas eve"), lower case, its words apart by one space, and how to find the
/// day. Several names may have the same rule.
struct Holiday {
  enum class Rule : std::uint8_t { date, nth_weekday, easter, islamic };
  std::string_view name;
  Rule rule = Rule::date;
  int day = 0;      ///< of the month; of nth_weekday the n; of easter unused
  int weekday = 0;  ///< Monday 1 .. Sunday 7
  int month = 0;    ///< 1..12
  int shift = 0;    ///< days later, or earlier
};

/// All of tables/holidays.tsv, by name. Made once.
std::span<const Holiday> holidays();

/// The holiday with that name, as it is written in the table; null for none. Logarithmic.
const Holiday* find_holiday(std::string_view name);

/// The day in a year; none where the year does not have it, and outside 1..9999. Where the Islamic
/// calendar has it twice in a year, the first.
std::optional<Day> holiday_in(const Holiday& holiday, int year);

/// A day of the Islamic calendar by its table: leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and
/// 29 of 30, counted from 15 July 622 (Julian), the one of the two epochs in use that is nearer to
/// the sky. Month 1..12, day 1..30.
Day islamic_day(int year, int month, int day);

}  // namespace twosource

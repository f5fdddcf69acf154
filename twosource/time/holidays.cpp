// Days with a name: the table says where in the year they lie, in a notation that people can check.
//
// The Islamic calendar is counted by its arithmetical table, as Reingold and Dershowitz,
// "Calendrical Calculations", describe it: years of 354 days, 11 of 30 with one more. Communities
// that watch for the moon may keep the feast a day earlier or later.
#include "twosource/time/holidays.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <vector>

#include "twosource/base/embedded.hpp"

TWOSOURCE_EMBEDDED(holidays_en)

namespace twosource {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

// Takes what stands before the next `separator` off `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::string_view field = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), field.size() + 1));
  return field;
}

// "+3", "-2", "25".
int to_number(std::string_view digits) {
  if (digits.starts_with('+')) digits.remove_prefix(1);
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// The place in the list, from 1 on; 0 for none.
template <std::size_t size>
int place_in(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

Holiday read_rule(std::string_view rule) {
  Holiday holiday;
  std::string_view word = take(rule, ' ');
  if (word == "Easter") {
    holiday.rule = Holiday::Rule::easter;
  } else if (word == "Islamic") {
    holiday.rule = Holiday::Rule::islamic;
    holiday.day = to_number(take(rule, ' '));
    holiday.month = to_number(take(rule, ' '));
  } else {
    holiday.day = to_number(word);
    word = take(rule, ' ');
    holiday.weekday = place_in(weekdays, word);
    if (holiday.weekday != 0) {
      holiday.rule = Holiday::Rule::nth_weekday;
      word = take(rule, ' ');
    }
    holiday.month = place_in(months, word);
  }
  holiday.shift = to_number(rule);
  return holiday;
}

std::vector<Holiday> read_table(std::string_view rest) {
  std::vector<Holiday> all;
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (line.starts_with('#')) continue;
    std::string_view names = take(line, '\t');
    Holiday holiday = read_rule(line);
    while (!names.empty()) {
      holiday.name = take(names, '|');
      all.push_back(holiday);
    }
  }
  std::sort(all.begin(), all.end(),
            [](const Holiday& a, const Holiday& b) { return a.name < b.name; });
  return all;
}

int year_of(Day day) {
  return int{std::chrono::year_month_day(day).year()};
}

// A year of the Islamic calendar is 11 days shorter: one that begins in `year` or just before it.
std::optional<Day> islamic_in(const Holiday& holiday, int year) {
  const int about = (year - 622) * 33 / 32;
  for (int islamic = about - 1; islamic <= about + 2; ++islamic) {
    if (islamic < 1) continue;
    const Day day = islamic_day(islamic, holiday.month, holiday.day);
    if (year_of(day) == year) return day;
  }
  return std::nullopt;
}

std::optional<Day> unshifted(const Holiday& holiday, int year) {
  switch (holiday.rule) {
    case Holiday::Rule::date:
      return day_of(year, holiday.month, holiday.day);
    case Holiday::Rule::nth_weekday:
      return nth_weekday(year, holiday.month, holiday.weekday, holiday.day);
    case Holiday::Rule::easter:
      return easter(year);
    case Holiday::Rule::islamic:
      break;
  }
  return islamic_in(holiday, year);
}

}  // namespace

std::span<const Holiday> holidays() {
  static const std::vector<Holiday> all = read_table(holidays_en());
  return all;
}

const Holiday* find_holiday(std::string_view name) {
  const std::span<const Holiday> all = holidays();
  const auto found = std::lower_bound(
      all.begin(), all.end(), name,
      [](const Holiday& holiday, std::string_view wanted) { return holiday.name < wanted; });
  return found != all.end() && found->name == name ? &*found : nullptr;
}

std::optional<Day> holiday_in(const Holiday& holiday, int year) {
  if (year < 1 || year > 9999) return std::nullopt;
  const std::optional<Day> day = unshifted(holiday, year);
  return day ? std::optional(*day + std::chrono::days(holiday.shift)) : std::nullopt;
}

Day islamic_day(int year, int month, int day) {
  const std::int64_t years = std::clamp(year, 1, 10000) - 1;
  const int months_before = std::clamp(month, 1, 12) - 1;
  // Months have 30 and 29 days in turn; leap days of the years before.
  const std::int64_t before = 354 * years + (3 + 11 * (years + 1)) / 30 +
                              (59 * months_before + 1) / 2 + std::clamp(day, 1, 30) - 1;
  constexpr Day epoch{std::chrono::year{622} / 7 / 18};  // 15 July 622 of the Julian calendar
  return std::clamp(epoch + std::chrono::days(before), first_calendar_day, last_calendar_day);
}

}  // namespace twosource

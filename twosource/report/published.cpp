#include "twosource/report/published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace twosource {
namespace {

struct Clock {
  std::string day;
  std::chrono::hh_mm_ss<std::chrono::seconds> time;
};

Clock split(std::int64_t unix_seconds) {
  using std::chrono::days;
  const std::chrono::sys_seconds moment{std::chrono::seconds(unix_seconds)};
  const std::chrono::sys_days day = std::chrono::floor<days>(moment);
  const std::chrono::year_month_day date(day);
  return {fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())),
          std::chrono::hh_mm_ss<std::chrono::seconds>(moment - day)};
}

struct Word {
  std::string_view code;
  std::string_view word;
};

constexpr std::array parts_of_day = {
    Word{"MO", "morning"}, Word{"MI", "midday"}, Word{"AF", "afternoon"},
    Word{"EV", "evening"}, Word{"NI", "night"},  Word{"DT", "daytime"},
};
constexpr std::array parts_of_year = {
    Word{"SP", "spring"},           Word{"SU", "summer"},
    Word{"FA", "autumn"},           Word{"WI", "winter"},
    Word{"H1", "first half of"},    Word{"H2", "second half of"},
    Word{"Q1", "first quarter of"}, Word{"Q2", "second quarter of"},
    Word{"Q3", "third quarter of"}, Word{"Q4", "fourth quarter of"},
};

template <std::size_t N>
std::string_view word_of(const std::array<Word, N>& words, std::string_view code) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const Word& each) { return each.code == code; });
  return found == words.end() ? std::string_view() : found->word;
}

// "21st century" of the digits "20".
std::string century_of(std::string_view digits) {
  const int number = (digits[0] - '0') * 10 + (digits[1] - '0') + 1;
  const bool teen = number / 10 == 1;
  const char* ending = teen               ? "th"
                       : number % 10 == 1 ? "st"
                       : number % 10 == 2 ? "nd"
                       : number % 10 == 3 ? "rd"
                                          : "th";
  return fmt::format("{}{} century", number, ending);
}

constexpr std::int64_t first_second = -62167219200;  // 0000-01-01T00:00:00
constexpr std::int64_t last_second = 253402300799;   // 9999-12-31T23:59:59

}  // namespace

std::string rfc3339(const Published& published) {
  const Clock clock = split(published.unix_seconds);
  if (published.precision == DatePrecision::day) return clock.day;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", clock.day, clock.time.hours().count(),
                     clock.time.minutes().count(), clock.time.seconds().count());
}

std::string readable_time(const Published& published) {
  const Clock clock = split(published.unix_seconds);
  if (published.precision == DatePrecision::day) return clock.day;
  return fmt::format("{} {:02}:{:02}", clock.day, clock.time.hours().count(),
                     clock.time.minutes().count());
}

std::string readable_value(std::string_view value) {
  if (const std::size_t slash = value.find('/'); slash != std::string_view::npos) {
    return fmt::format("{} to {}", readable_value(value.substr(0, slash)),
                       readable_value(value.substr(slash + 1)));
  }
  if (const std::size_t clock = value.find('T'); clock == 10) {
    const std::string_view word = word_of(parts_of_day, value.substr(clock + 1));
    return fmt::format("{} {}", value.substr(0, clock),
                       word.empty() ? value.substr(clock + 1) : word);
  }
  constexpr std::size_t year = 4;
  if (std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; })) {
    if (value.size() == 2) return century_of(value);
    if (value.size() == 3) return fmt::format("{}0s", value);
  }
  if (value.size() < year + 3 || value[year] != '-') return std::string(value);
  const std::string_view rest = value.substr(year + 1);
  if (rest.size() == 3 && rest.front() == 'W')
    return fmt::format("week {} of {}", rest.substr(1), value.substr(0, year));
  const std::string_view word = word_of(parts_of_year, rest);
  return word.empty() ? std::string(value) : fmt::format("{} {}", word, value.substr(0, year));
}

std::string wall_clock(std::int64_t seconds) {
  const Clock clock = split(std::clamp(seconds, first_second, last_second));
  return fmt::format("{}T{:02}:{:02}:{:02}", clock.day, clock.time.hours().count(),
                     clock.time.minutes().count(), clock.time.seconds().count());
}

}  // namespace twosource

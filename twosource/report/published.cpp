#include "twosource/report/published.hpp"

#include <fmt/format.h>

#include <chrono>

namespace twosource {
namespace {

struct Clock {
  std::string day;
  std::chrono::hh_mm_ss<std::chrono::seconds> time;
};

Clock split(const Published& published) {
  using std::chrono::days;
  const std::chrono::sys_seconds moment{std::chrono::seconds(published.unix_seconds)};
  const std::chrono::sys_days day = std::chrono::floor<days>(moment);
  const std::chrono::year_month_day date(day);
  return {fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())),
          std::chrono::hh_mm_ss<std::chrono::seconds>(moment - day)};
}

}  // namespace

std::string rfc3339(const Published& published) {
  const Clock clock = split(published);
  if (published.precision == DatePrecision::day) return clock.day;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", clock.day, clock.time.hours().count(),
                     clock.time.minutes().count(), clock.time.seconds().count());
}

std::string readable_time(const Published& published) {
  const Clock clock = split(published);
  if (published.precision == DatePrecision::day) return clock.day;
  return fmt::format("{} {:02}:{:02}", clock.day, clock.time.hours().count(),
                     clock.time.minutes().count());
}

}  // namespace twosource

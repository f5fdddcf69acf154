#include "twosource/time/nearest.hpp"

namespace twosource {
namespace {

constexpr std::int64_t half_year = 183;  // days
// A day that is so near ahead would be told with its year, were it the one before.
constexpr std::int64_t near_ahead = 60;
constexpr std::int64_t near_month = 31;
// A day that has just passed is not told of as the one next year without saying so.
constexpr std::int64_t near_behind = 14;

// Years to move a day by that lies so many days ahead in the year of publication.
int years_from_ahead(std::int64_t days, Grain grain, TimeDirection direction) {
  if (direction == TimeDirection::past) return -1;
  if (direction == TimeDirection::behind &&
      days > (grain == Grain::month ? near_month : near_ahead))
    return -1;
  return direction <= TimeDirection::told && days > half_year ? -1 : 0;
}

int years_from_behind(std::int64_t days, TimeDirection direction) {
  if (direction == TimeDirection::ahead && days > near_behind) return 1;
  return direction <= TimeDirection::told && days > half_year ? 1 : 0;
}

constexpr int minutes_of_hour = 60;

}  // namespace

bool is_after(int minute_of_day, std::optional<std::int64_t> published_seconds) {
  if (!published_seconds) return false;
  const TimePoint now = point_at(*published_seconds, Grain::minute);
  return minute_of_day > now.hour * minutes_of_hour + now.minute;
}

TimePoint nearest_weekday(const std::optional<TimePoint>& published, int weekday,
                          TimeDirection direction) {
  if (!published) {
    TimePoint open;
    open.weekday = weekday;
    return open;
  }
  const Day here = first_day(*published).value_or(first_calendar_day);
  if (weekday_of(here) == weekday && direction != TimeDirection::past) return *published;
  const bool ahead = direction == TimeDirection::ahead;
  return point_of(ahead ? weekday_after(here, weekday) : weekday_before(here, weekday));
}

TimePoint nearest_month(const std::optional<TimePoint>& published, int month, std::int64_t shift) {
  TimePoint point;
  point.grain = Grain::month;
  point.month = month;
  if (!published) return point;
  point.year = published->year;
  if (shift < 0 && month >= published->month) --point.year;
  if (shift > 0 && month <= published->month) ++point.year;
  return point;
}

TimePoint nearest_season(const std::optional<TimePoint>& published, int season,
                         std::optional<std::int64_t> shift, TimeDirection direction) {
  TimePoint point;
  point.grain = Grain::season;
  point.part = season;
  if (!published) return point;
  point.year = published->year;
  const auto here = first_day(*published);
  const auto begin = first_day(point);
  const auto end = last_day(point);
  if (!here || !begin || !end) return point;
  const bool ahead = direction == TimeDirection::ahead;
  if (shift == -1 && *end >= *here) --point.year;
  if (shift == 1 && *begin <= *here) ++point.year;
  if (!shift && *begin > *here && !ahead) --point.year;
  if (!shift && *end < *here && ahead) ++point.year;
  return point;
}

NearestDay nearest_of_year(const std::optional<TimePoint>& published, TimePoint point,
                           TimeDirection direction) {
  if (!published) return {point, true};
  point.year = published->year;
  const auto here = first_day(*published);
  const auto there = first_day(point);
  if (!here || !there) return {point, true};
  if (point.grain == Grain::month && point.month == published->month) return {point, true};
  const std::int64_t days = (*there - *here).count();
  const int years = days > 0 ? years_from_ahead(days, point.grain, direction)
                             : years_from_behind(-days, direction);
  point.year += years;
  const bool looks_ahead = days > 0 ? years == 0 : years > 0;
  return {point, direction != TimeDirection::unknown || !looks_ahead};
}

std::optional<TimePoint> nth_unit_in(const TimePoint& whole, Grain grain, std::int64_t n) {
  const auto first = first_day(whole);
  const auto last = last_day(whole);
  if (!first || !last || n == 0 || grain >= whole.grain) return std::nullopt;
  const Day begin = grain == Grain::week ? *first + std::chrono::days(3) : *first;
  const TimePoint found = n > 0 ? moved(enclosing(point_of(begin), grain), n - 1, grain)
                                : enclosing(point_of(*last), grain);
  const auto found_day = first_day(found);
  if (!found_day || *found_day > *last) return std::nullopt;
  return found;
}

std::optional<TimePoint> nth_weekday_in(const TimePoint& month, int weekday, std::int64_t n) {
  if (month.grain != Grain::month || n < -5 || n > 5) return std::nullopt;
  const auto day = nth_weekday(month.year, month.month, weekday, static_cast<int>(n));
  return day ? std::optional(point_of(*day)) : std::nullopt;
}

TimePoint moved_by(TimePoint from, const TimeAmount& amount, int sign) {
  for (std::size_t i = grain_count; i-- > 0;) {
    const auto grain = static_cast<Grain>(i);
    if (grain >= Grain::day && amount[grain] > 0)
      from = moved(from, sign * (amount[grain] / TimeAmount::one), grain);
  }
  return from;
}

}  // namespace twosource

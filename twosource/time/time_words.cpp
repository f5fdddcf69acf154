#include "twosource/time/time_words.hpp"

#include <algorithm>
#include <array>

namespace twosource {
namespace {

constexpr std::int64_t one = TimeAmount::one;
constexpr int minutes_of_hour = 60;

// The grain in which amounts of a unit are told: a weekend is two days.
TimeAmount amount_in(TimeUnit unit, std::int64_t number) {
  if (number == TimeAmount::unknown)
    return amount_of(unit.grain == Grain::weekend ? Grain::day : unit.grain, number);
  number *= unit.count;
  if (unit.grain == Grain::weekend) return amount_of(Grain::day, 2 * number);
  // "two and a half hours" are written in hours and minutes.
  const bool splits = unit.grain == Grain::hour || unit.grain == Grain::minute;
  if (splits && number % one != 0) {
    const Grain smaller = unit.grain == Grain::hour ? Grain::minute : Grain::second;
    TimeAmount amount = amount_of(smaller, number % one * 60 / one * one);
    amount[unit.grain] = number / one * one;
    return amount;
  }
  return amount_of(unit.grain, number);
}

}  // namespace

DayPart part_of_day(std::int64_t value) {
  constexpr std::array<DayPart, 5> parts = {DayPart::none, DayPart::morning, DayPart::afternoon,
                                            DayPart::evening, DayPart::night};
  return parts[static_cast<std::size_t>(value)];
}

TimeUnit time_unit(std::int64_t value) {
  constexpr std::array<TimeUnit, 14> units = {
      TimeUnit{},    {Grain::second}, {Grain::minute},  {Grain::hour},   {Grain::day},
      {Grain::day},  {Grain::week},   {Grain::week, 2}, {Grain::month},  {Grain::quarter},
      {Grain::year}, {Grain::decade}, {Grain::century}, {Grain::weekend}};
  return units[static_cast<std::size_t>(value)];
}

std::optional<std::int64_t> TimeWords::get(std::initializer_list<Symbol> symbols,
                                           std::size_t nth) const {
  for (const TimeReading& reading : match_->readings) {
    if (std::find(symbols.begin(), symbols.end(), reading.symbol) == symbols.end()) continue;
    if (nth == 0) return reading.value;
    --nth;
  }
  return std::nullopt;
}

std::optional<std::int64_t> TimeWords::month() const {
  return get({Symbol::month, Symbol::ambiguous_month, Symbol::short_month, Symbol::month_no});
}

std::optional<std::int64_t> TimeWords::shift() const {
  return get({Symbol::last, Symbol::current_one, Symbol::next, Symbol::past1, Symbol::coming,
              Symbol::previous, Symbol::following, Symbol::same});
}

std::optional<std::int64_t> TimeWords::unit() const {
  return get({Symbol::unit, Symbol::units, Symbol::calendar});
}

std::int64_t TimeWords::count() const {
  const std::int64_t half = get({Symbol::half}).value_or(0);
  if (const auto number = get({Symbol::number})) return *number + half;
  if (get({Symbol::few})) return TimeAmount::unknown;
  const auto units = get({Symbol::units});
  // "half an hour", "an hour and a half"
  if (half > 0) return match_->readings.back().symbol == Symbol::half ? one + half : half;
  return units ? TimeAmount::unknown : one;
}

TimeAmount TimeWords::amount() const {
  const auto is_unit = [](const TimeReading& r) {
    return r.symbol == Symbol::unit || r.symbol == Symbol::units || r.symbol == Symbol::calendar;
  };
  const auto units = std::count_if(match_->readings.begin(), match_->readings.end(), is_unit);
  if (units <= 1) return amount_in(time_unit(unit().value_or(4)), count());
  TimeAmount sum;
  std::int64_t number = one;
  for (const TimeReading& reading : match_->readings) {
    if (reading.symbol == Symbol::number) number = reading.value;
    if (!is_unit(reading)) continue;
    const TimeAmount part = amount_in(time_unit(reading.value), number);
    for (std::size_t i = 0; i < grain_count; ++i) sum.thousandths[i] += part.thousandths[i];
  }
  return sum;
}

std::optional<int> TimeWords::minute_of_day() const {
  if (const auto clock = get({Symbol::clock})) {
    return static_cast<int>(*clock + get({Symbol::minute}).value_or(0));
  }
  if (const auto noon = get({Symbol::noon})) return static_cast<int>(*noon);
  if (const auto hhmm = get({Symbol::hhmm}))
    return static_cast<int>(*hhmm / 100 * minutes_of_hour + *hhmm % 100);
  if (const auto t_hour = get({Symbol::t_hour}))
    return static_cast<int>(*t_hour % 100 * minutes_of_hour + get({Symbol::minute}).value_or(0));
  auto hour = get({Symbol::hour});
  if (!hour && get({Symbol::clock_word})) hour = get({Symbol::number}).value_or(0) / one;
  if (!hour) return std::nullopt;
  std::int64_t of_day = *hour;
  if (const auto half = get({Symbol::meridiem})) {
    of_day = of_day % 12 + *half;
  } else if (const auto part = get({Symbol::part, Symbol::tonight});
             part && *part > 1 && of_day < 12) {
    of_day += 12;
  }
  return static_cast<int>(of_day * minutes_of_hour + get({Symbol::minute}).value_or(0));
}

TimePoint TimeWords::with_time_of_day(TimePoint day) const {
  if (const auto minute = minute_of_day()) {
    day.grain = Grain::minute;  // "9 p.m." is T21:00 in TIMEX3
    day.minute = *minute % minutes_of_hour;
    day.hour = *minute / minutes_of_hour;
    return day;
  }
  if (const auto part = get({Symbol::part, Symbol::tonight, Symbol::overnight})) {
    day.grain = Grain::day_part;
    day.day_part = part_of_day(*part);
  }
  return day;
}

std::optional<TimeValue> range_of_years(const TimeWords& words) {
  TimePoint first;
  first.grain = Grain::year;
  first.year = static_cast<int>(*words.get({Symbol::year}));
  TimePoint last = first;
  if (const auto year = words.get({Symbol::year}, 1)) last.year = static_cast<int>(*year);
  if (const auto year = words.get({Symbol::short_year}))
    last.year = first.year / 100 * 100 + static_cast<int>(*year);
  if (last.year > first.year) return value_of(first, last);
  // "2015-12" is a month.
  const auto digits = words.get({Symbol::short_year});
  if (!digits || *digits < 1 || *digits > 12) return std::nullopt;
  first.grain = Grain::month;
  first.month = static_cast<int>(*digits);
  return value_of(first);
}

TimePoint decade_of(const TimeWords& words) {
  TimePoint point;
  point.grain = Grain::decade;
  const auto decade = words.get({Symbol::decade});
  const auto digits = words.get({Symbol::short_decade, Symbol::decade_word});
  if (decade) point.year = static_cast<int>(*decade);
  if (!decade && digits) point.year = 1900 + static_cast<int>(*digits);
  if (!decade && digits && *digits < 20) point.year += 100;
  return point;
}

TimeValue set_of(const TimeWords& words) {
  if (const auto name = words.get({Symbol::weekday})) {
    TimePoint open;
    open.weekday = static_cast<int>(*name);
    return value_of(open);
  }
  if (const auto part = words.get({Symbol::part})) {
    TimePoint open;
    open.grain = Grain::day_part;
    open.day_part = part_of_day(*part);
    return value_of(open);
  }
  if (const auto month = words.month()) {
    TimePoint open;
    open.grain = Grain::month;
    open.month = static_cast<int>(*month);
    return value_of(open);
  }
  if (const auto season = words.get({Symbol::season})) {
    TimePoint open;
    open.grain = Grain::season;
    open.part = static_cast<int>(*season);
    return value_of(open);
  }
  const auto each = words.get({Symbol::each});
  const auto unit = words.unit();
  if (!each && !unit) return value_of(amount_of(Grain::day, one));
  const TimeUnit what = time_unit(each.value_or(unit.value_or(4)));
  std::int64_t count = what.count * one;
  if (words.get({Symbol::units})) count = words.count();
  return value_of(amount_of(what.grain == Grain::weekend ? Grain::week : what.grain, count));
}

}  // namespace twosource

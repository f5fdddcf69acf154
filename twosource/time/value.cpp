// A TIMEX3 value is a string that packs a calendar date, a part of one, a time of day or a length
// into one notation (ISO-TimeML, after ISO 8601): "2018-W27", "2018-SU", "201", "XXXX-10-31",
// "2018-07-07TNI", "P3D", "PT1H30M". Rules that count with such values need the parts, not the
// string. So the string exists only at the border: it is written at the end and read by tests,
// evaluations and users. Both directions stand here, side by side, so that they agree.
//
// The letters of decades, centuries and millennia in lengths (E, C, L) are those of TimeBank.
#include "twosource/time/value.hpp"

#include <algorithm>
#include <limits>
#include <span>

#include <fmt/format.h>

#include "twosource/time/calendar.hpp"

namespace twosource {
namespace {

struct NamedPart {
  std::string_view name;
  DayPart part;
};
constexpr std::array<NamedPart, 6> day_parts = {{{"MO", DayPart::morning},
                                                 {"MI", DayPart::midday},
                                                 {"AF", DayPart::afternoon},
                                                 {"EV", DayPart::evening},
                                                 {"NI", DayPart::night},
                                                 {"DT", DayPart::daytime}}};
constexpr std::array<std::string_view, 4> seasons = {"SP", "SU", "FA", "WI"};

struct NamedUnit {
  std::string_view letters;
  Grain grain;
  std::int64_t seconds;
};
// In the order in which they are written.
constexpr std::int64_t day_seconds = 86400;
constexpr std::array<NamedUnit, 9> date_units = {{{"L", Grain::millennium, 365000 * day_seconds},
                                                  {"C", Grain::century, 36500 * day_seconds},
                                                  {"E", Grain::decade, 3650 * day_seconds},
                                                  {"Y", Grain::year, 365 * day_seconds},
                                                  {"Q", Grain::quarter, 90 * day_seconds},
                                                  {"M", Grain::month, 30 * day_seconds},
                                                  {"WE", Grain::weekend, 2 * day_seconds},
                                                  {"W", Grain::week, 7 * day_seconds},
                                                  {"D", Grain::day, day_seconds}}};
constexpr std::array<NamedUnit, 3> clock_units = {
    {{"H", Grain::hour, 3600}, {"M", Grain::minute, 60}, {"S", Grain::second, 1}}};

std::string digits(int number, int width) {
  return number < 0 ? std::string(static_cast<std::size_t>(width), 'X')
                    : fmt::format("{:0{}}", number, width);
}

std::string write_day(const TimePoint& point) {
  if (point.weekday != unknown_part)
    return fmt::format("{}-W{}-{}", digits(point.year, 4), digits(point.week, 2), point.weekday);
  return fmt::format("{}-{}-{}", digits(point.year, 4), digits(point.month, 2),
                     digits(point.day, 2));
}

std::string write_clock(const TimePoint& point) {
  if (point.grain == Grain::day_part) {
    const auto* const found =
        std::find_if(day_parts.begin(), day_parts.end(),
                     [&](const NamedPart& p) { return p.part == point.day_part; });
    return found == day_parts.end() ? "XX" : std::string(found->name);
  }
  std::string clock = digits(point.hour, 2);
  if (point.grain <= Grain::minute) clock += ':' + digits(point.minute, 2);
  if (point.grain == Grain::second) clock += ':' + digits(point.second, 2);
  return clock;
}

std::string write_leading_digits(int year, int years, int width) {
  return digits(year < 0 ? year : year / years, width);
}

std::string write_point(const TimePoint& point) {
  switch (point.grain) {
    case Grain::millennium:
      return write_leading_digits(point.year, 1000, 1);
    case Grain::century:
      return write_leading_digits(point.year, 100, 2);
    case Grain::decade:
      return write_leading_digits(point.year, 10, 3);
    case Grain::year:
      return digits(point.year, 4);
    case Grain::half:
      return fmt::format("{}-H{}", digits(point.year, 4), digits(point.part, 1));
    case Grain::quarter:
      return fmt::format("{}-Q{}", digits(point.year, 4), digits(point.part, 1));
    case Grain::season: {
      const auto season = static_cast<std::size_t>(std::clamp(point.part, 1, 4) - 1);
      return fmt::format("{}-{}", digits(point.year, 4), seasons[season]);
    }
    case Grain::month:
      return fmt::format("{}-{}", digits(point.year, 4), digits(point.month, 2));
    case Grain::week:
      return fmt::format("{}-W{}", digits(point.year, 4), digits(point.week, 2));
    case Grain::weekend:
      return fmt::format("{}-W{}-WE", digits(point.year, 4), digits(point.week, 2));
    case Grain::day:
      return write_day(point);
    default:
      return fmt::format("{}T{}", write_day(point), write_clock(point));
  }
}

void write_units(std::string& text, const TimeAmount& amount, std::span<const NamedUnit> units) {
  for (const NamedUnit& unit : units) {
    const std::int64_t count = amount[unit.grain];
    if (count == 0) continue;
    if (count < 0) {
      text += 'X';
    } else {
      text += fmt::format("{}", count / TimeAmount::one);
      std::string fraction = fmt::format("{:03}", count % TimeAmount::one);
      fraction.erase(fraction.find_last_not_of('0') + 1);
      if (!fraction.empty()) text += '.' + fraction;
    }
    text += unit.letters;
  }
}

std::string write_amount(const TimeAmount& amount) {
  std::string text = "P";
  write_units(text, amount, date_units);
  std::string clock;
  write_units(clock, amount, clock_units);
  if (!clock.empty()) text += 'T' + clock;
  return text.size() == 1 ? "P0D" : text;
}

// Reads a value from left to right. Each `take` moves on only if it succeeds.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  // Exactly `width` digits, or as many X; bounded.
  bool take_part(int& part, std::size_t width, int least, int most) {
    const std::string_view field = rest_.substr(0, width);
    if (field.size() < width) return false;
    if (field.find_first_not_of('X') == std::string_view::npos) {
      part = unknown_part;
    } else {
      if (field.find_first_not_of("0123456789") != std::string_view::npos) return false;
      int number = 0;
      for (const char c : field) number = 10 * number + (c - '0');
      if (number < least || number > most) return false;
      part = number;
    }
    rest_.remove_prefix(width);
    return true;
  }

  // "X", "3", "2.5"; in thousandths. At most 15 digits and three behind the point.
  bool take_count(std::int64_t& thousandths) {
    if (take("X")) {
      thousandths = TimeAmount::unknown;
      return true;
    }
    std::int64_t number = 0;
    const std::size_t whole = take_digits(number, 15);
    if (whole == 0) return false;
    std::size_t behind = 0;
    if (take(".")) {
      behind = take_digits(number, 3);
      if (behind == 0) return false;
    }
    for (; behind < 3; ++behind) number *= 10;
    thousandths = number;
    return true;
  }

  // How many of the next characters can belong to the digits of a year.
  [[nodiscard]] std::size_t year_width() const {
    return std::min(rest_.find_first_not_of("0123456789X"), rest_.size());
  }

 private:
  std::size_t take_digits(std::int64_t& number, std::size_t most) {
    std::size_t taken = 0;
    while (taken < most && taken < rest_.size() && rest_[taken] >= '0' && rest_[taken] <= '9')
      number = 10 * number + (rest_[taken++] - '0');
    rest_.remove_prefix(taken);
    return taken;
  }

  std::string_view rest_;
};

bool read_leading_digits(Reader& reader, TimePoint& point, std::size_t width) {
  constexpr std::array<Grain, 4> grains = {Grain::millennium, Grain::century, Grain::decade,
                                           Grain::year};
  constexpr std::array<int, 4> years = {1000, 100, 10, 1};
  if (width < 1 || width > 4) return false;
  point.grain = grains[width - 1];
  if (!reader.take_part(point.year, width, width == 4 ? 1 : 0, 9999)) return false;
  if (point.year != unknown_part) point.year *= years[width - 1];
  return true;
}

bool read_clock(Reader& reader, TimePoint& point) {
  for (const NamedPart& part : day_parts) {
    if (!reader.take(part.name)) continue;
    point.grain = Grain::day_part;
    point.day_part = part.part;
    return true;
  }
  point.grain = Grain::hour;
  if (!reader.take_part(point.hour, 2, 0, 24)) return false;
  if (!reader.take(":")) return true;
  point.grain = Grain::minute;
  if (!reader.take_part(point.minute, 2, 0, 59)) return false;
  if (!reader.take(":")) return true;
  point.grain = Grain::second;
  return reader.take_part(point.second, 2, 0, 59);
}

// What follows "2018-W".
bool read_week(Reader& reader, TimePoint& point) {
  point.grain = Grain::week;
  const int weeks = point.year == unknown_part ? 53 : iso_weeks_in(point.year);
  if (!reader.take_part(point.week, 2, 1, weeks)) return false;
  if (reader.take("-WE")) {
    point.grain = Grain::weekend;
    return true;
  }
  if (!reader.take("-")) return true;
  point.grain = Grain::day;
  if (!reader.take_part(point.weekday, 1, 1, 7) || point.weekday == unknown_part) return false;
  return !reader.take("T") || read_clock(reader, point);
}

// What follows "2018-".
bool read_part_of_year(Reader& reader, TimePoint& point) {
  if (reader.take("W")) return read_week(reader, point);
  if (reader.take("H")) {
    point.grain = Grain::half;
    return reader.take_part(point.part, 1, 1, 2);
  }
  if (reader.take("Q")) {
    point.grain = Grain::quarter;
    return reader.take_part(point.part, 1, 1, 4);
  }
  point.grain = Grain::month;
  if (!reader.take_part(point.month, 2, 1, 12)) return false;
  if (!reader.take("-")) return true;
  point.grain = Grain::day;
  const int month = point.month == unknown_part ? 1 : point.month;
  const int days = days_in_month(point.year == unknown_part ? 2000 : point.year, month);
  if (!reader.take_part(point.day, 2, 1, days)) return false;
  return !reader.take("T") || read_clock(reader, point);
}

std::optional<TimePoint> read_point(std::string_view text) {
  Reader reader(text);
  TimePoint point;
  if (!read_leading_digits(reader, point, reader.year_width())) return std::nullopt;
  if (reader.done()) return point;
  if (point.grain != Grain::year || !reader.take("-")) return std::nullopt;
  for (std::size_t i = 0; i < seasons.size(); ++i) {
    if (!reader.take(seasons[i])) continue;
    point.grain = Grain::season;
    point.part = static_cast<int>(i) + 1;
    return reader.done() ? std::optional(point) : std::nullopt;
  }
  if (!read_part_of_year(reader, point) || !reader.done()) return std::nullopt;
  if (point.hour == 24 && (point.minute > 0 || point.second > 0)) return std::nullopt;
  return point;
}

// Takes what is there of the units, in their order; how many, or none for a number without unit.
std::optional<int> read_units(Reader& reader, TimeAmount& amount,
                              std::span<const NamedUnit> units) {
  int taken = 0;
  std::size_t next = 0;
  std::int64_t count = 0;
  while (reader.take_count(count)) {
    while (next < units.size() && !reader.take(units[next].letters)) ++next;
    if (next == units.size()) return std::nullopt;
    amount[units[next++].grain] = count;
    ++taken;
  }
  return taken;
}

std::optional<TimeAmount> read_amount(std::string_view text) {
  Reader reader(text);
  if (!reader.take("P")) return std::nullopt;
  TimeAmount amount;
  const std::optional<int> dates = read_units(reader, amount, date_units);
  if (!dates) return std::nullopt;
  const bool has_clock = reader.take("T");
  const std::optional<int> clock =
      has_clock ? read_units(reader, amount, clock_units) : std::optional(0);
  if (!clock || (has_clock && *clock == 0) || *dates + *clock == 0 || !reader.done())
    return std::nullopt;
  return amount;
}

TimeValue reference(TimeValue::Form form) {
  TimeValue value;
  value.form = form;
  return value;
}

}  // namespace

TimeValue value_of(const TimePoint& point) {
  return {TimeValue::Form::point, point, {}, {}};
}

TimeValue value_of(const TimePoint& first, const TimePoint& last) {
  return {TimeValue::Form::range, first, last, {}};
}

TimeValue value_of(const TimeAmount& amount) {
  return {TimeValue::Form::amount, {}, {}, amount};
}

TimeAmount amount_of(Grain grain, std::int64_t thousandths) {
  TimeAmount amount;
  amount[grain] = thousandths;
  return amount;
}

std::string write_time_value(const TimeValue& value) {
  switch (value.form) {
    case TimeValue::Form::point:
      return write_point(value.point);
    case TimeValue::Form::range:
      return write_point(value.point) + '/' + write_point(value.last);
    case TimeValue::Form::amount:
      return write_amount(value.amount);
    case TimeValue::Form::past:
      return "PAST_REF";
    case TimeValue::Form::present:
      return "PRESENT_REF";
    case TimeValue::Form::future:
      break;
  }
  return "FUTURE_REF";
}

std::optional<TimeValue> read_time_value(std::string_view text) {
  if (text == "PAST_REF") return reference(TimeValue::Form::past);
  if (text == "PRESENT_REF") return reference(TimeValue::Form::present);
  if (text == "FUTURE_REF") return reference(TimeValue::Form::future);
  if (text.starts_with('P')) {
    const std::optional<TimeAmount> amount = read_amount(text);
    return amount ? std::optional(value_of(*amount)) : std::nullopt;
  }
  const std::size_t slash = text.find('/');
  const std::optional<TimePoint> first = read_point(text.substr(0, slash));
  if (!first) return std::nullopt;
  if (slash == std::string_view::npos) return value_of(*first);
  const std::optional<TimePoint> last = read_point(text.substr(slash + 1));
  return last ? std::optional(value_of(*first, *last)) : std::nullopt;
}

std::optional<std::int64_t> seconds_of(const TimeAmount& amount) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  std::int64_t total = 0;
  const auto add = [&](std::span<const NamedUnit> units) {
    for (const NamedUnit& unit : units) {
      const std::int64_t count = amount[unit.grain];
      if (count < 0) return false;
      // Whole units and the rest apart: a thousandth of a second is lost, not of a year.
      const std::int64_t whole = count / TimeAmount::one;
      const std::int64_t rest = count % TimeAmount::one * unit.seconds / TimeAmount::one;
      if (whole > (most - total - rest) / unit.seconds) {
        total = most;
        return true;
      }
      total += whole * unit.seconds + rest;
    }
    return true;
  };
  if (!add(date_units) || !add(clock_units)) return std::nullopt;
  return total;
}

}  // namespace twosource

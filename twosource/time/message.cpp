// What people write in notes and messages and news does not: week 31, the 18th, the last two weeks
// of May, Mon 13th, end of month.
//
// All of it is picking a part out of a container: the days of a month, the weeks of a year. The
// container is told ("of May 2017", "of next year") or is the one in which the message is written.
// A week belongs to the month and the year of its Thursday, as ISO 8601 has it for years.
#include "twosource/time/message.hpp"

#include <algorithm>

#include "twosource/time/time_words.hpp"

namespace twosource {
namespace {

using std::chrono::days;

constexpr std::int64_t one = TimeAmount::one;
constexpr int thursday = 4;
// Weeks looked back for a Friday the 13th: there is one in every year.
constexpr int weeks_back = 530;

class MessageResolver {
 public:
  MessageResolver(const TimeMatch& match, const TimePoint& said) : words_(match), said_(said) {}

  [[nodiscard]] std::optional<TimeValue> value(TimeAction action) const {
    switch (action) {
      case TimeAction::current_unit:
        return value_of(enclosing(said_, grain()));
      case TimeAction::week_number:
        return week_number();
      case TimeAction::nth_unit:
        return point_or_none(nth(nth_told().value_or(0)));
      case TimeAction::last_unit:
        return point_or_none(nth(-1));
      case TimeAction::first_units:
        return some(1, count());
      case TimeAction::last_units:
        return some(-count(), -1);
      case TimeAction::week_of:
        return week_of();
      case TimeAction::day_of_month:
        return point_or_none(day_of_month());
      case TimeAction::days_of_month:
        return days_of_month();
      case TimeAction::weekday_and_day:
        return weekday_and_day();
      case TimeAction::weekday_of_week:
        return weekday_of_week();
      case TimeAction::stage:
        return stage();
      case TimeAction::ago:
      case TimeAction::earlier:
        return point_or_none(counted(-1));
      case TimeAction::later:
      case TimeAction::from_now:
        return point_or_none(counted(1));
      default:
        return std::nullopt;
    }
  }

 private:
  static std::optional<TimeValue> point_or_none(const std::optional<TimePoint>& point) {
    return point && interval_of(*point) ? std::optional(value_of(*point)) : std::nullopt;
  }

  // The unit that is counted; the first of "the third month of next year".
  [[nodiscard]] Grain grain() const {
    return time_unit(words_.get({Symbol::unit, Symbol::units, Symbol::calendar}).value_or(4)).grain;
  }
  [[nodiscard]] std::int64_t count() const {
    return std::clamp<std::int64_t>(words_.get({Symbol::number}).value_or(one) / one, 1, 1000);
  }
  [[nodiscard]] std::optional<std::int64_t> nth_told() const {
    return words_.get({Symbol::ordinal, Symbol::day_th});
  }

  // The month, year or other unit that something is part of: it is told last.
  [[nodiscard]] TimePoint container() const {
    const auto year = words_.get({Symbol::year, Symbol::year_word});
    const auto month = words_.month();
    TimePoint point;
    if (month) {
      point.grain = Grain::month;
      point.month = static_cast<int>(*month);
      point.year = year ? static_cast<int>(*year) : said_.year;
      const bool ahead = !year && point.month > said_.month;
      if (ahead && !words_.shift()) --point.year;
      return point;
    }
    if (year) {
      point.grain = Grain::year;
      point.year = static_cast<int>(*year);
      return point;
    }
    auto unit = words_.get({Symbol::unit, Symbol::calendar});
    if (const auto second = words_.get({Symbol::unit, Symbol::calendar}, 1)) unit = second;
    const Grain around = unit ? time_unit(*unit).grain : Grain::month;
    return moved(enclosing(said_, around), words_.shift().value_or(0), around);
  }

  [[nodiscard]] std::optional<TimeValue> week_number() const {
    TimePoint week;
    week.grain = Grain::week;
    week.week = static_cast<int>(words_.get({Symbol::number}).value_or(0) / one);
    const bool told = words_.get({Symbol::year, Symbol::year_word}) || words_.shift();
    week.year = told ? container().year : said_.year;
    return point_or_none(week);
  }

  // The nth unit of the container, from its end where n is below 0.
  [[nodiscard]] std::optional<TimePoint> nth(std::int64_t n) const {
    const std::optional<TimeInterval> around = interval_of(container());
    if (!around || n == 0) return std::nullopt;
    const Grain size = grain();
    const std::int64_t steps = n > 0 ? n - 1 : n + 1;
    std::int64_t from = n > 0 ? around->begin : around->end - 1;
    if (size == Grain::week) {
      // The first Thursday on or behind the first day, the last on or before the last day.
      const Day edge = day_at(from);
      const Day first = n > 0 ? weekday_after(edge - days(1), thursday)
                              : weekday_before(edge + days(1), thursday);
      from += std::int64_t{(first - edge).count()} * 86400;
    }
    const TimePoint unit = moved(point_at(from, size), steps, size);
    const std::optional<TimeInterval> there = interval_of(unit);
    // "the fifth week of February": its Thursday lies in March.
    if (!there) return std::nullopt;
    const std::int64_t day = there->begin + (size == Grain::week ? 3 * 86400 : 0);
    return around->begin <= day && day < around->end ? std::optional(unit) : std::nullopt;
  }

  [[nodiscard]] std::optional<TimeValue> some(std::int64_t from, std::int64_t to) const {
    const std::optional<TimePoint> first = nth(from);
    const std::optional<TimePoint> last = nth(to);
    if (!first || !last) return std::nullopt;
    return from == to ? value_of(*first) : value_of(*first, *last);
  }

  // "the 18th", "the 18th of next month"; else of the last month that had one.
  [[nodiscard]] std::optional<TimePoint> day_of_month() const {
    const auto number = words_.get({Symbol::day, Symbol::day_th});
    if (!number) return std::nullopt;
    const bool told = words_.month() || words_.get({Symbol::unit, Symbol::calendar}).has_value();
    TimePoint month = told ? container() : enclosing(said_, Grain::month);
    const std::optional<Day> today = first_day(said_);
    for (int tries = 0; tries < 12; ++tries) {
      const auto day = day_of(month.year, month.month, static_cast<int>(*number));
      if (day && (told || !today || *day <= *today)) return point_of(*day);
      if (told) return std::nullopt;
      month = moved(month, -1, Grain::month);
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TimeValue> days_of_month() const {
    const auto first = words_.get({Symbol::day, Symbol::day_th});
    const auto last = words_.get({Symbol::day, Symbol::day_th}, 1);
    const TimePoint month = container();
    if (!first || !last || *last <= *first) return std::nullopt;
    auto begin = day_of(month.year, month.month, static_cast<int>(*first));
    auto end = day_of(month.year, month.month, static_cast<int>(*last));
    const bool open = words_.month() && !words_.get({Symbol::year, Symbol::year_word});
    if (begin && open && *begin > first_day(said_).value_or(*begin)) {
      begin = day_of(month.year - 1, month.month, static_cast<int>(*first));
      end = day_of(month.year - 1, month.month, static_cast<int>(*last));
    }
    if (!begin || !end) return std::nullopt;
    return value_of(point_of(*begin), point_of(*end));
  }

  [[nodiscard]] std::optional<TimeValue> week_of() const {
    std::optional<TimePoint> day = day_of_month();
    const bool open = words_.month() && !words_.get({Symbol::year, Symbol::year_word});
    if (day && open && first_day(*day) > first_day(said_)) day = moved(*day, -1, Grain::year);
    return day ? std::optional(value_of(enclosing(*day, Grain::week))) : std::nullopt;
  }

  [[nodiscard]] std::optional<TimeValue> weekday_and_day() const {
    const auto name = words_.get({Symbol::weekday, Symbol::wd});
    const auto number = words_.get({Symbol::day, Symbol::day_th});
    const std::optional<Day> today = first_day(said_);
    if (!name || !number || !today) return std::nullopt;
    Day day = weekday_before(*today + days(1), static_cast<int>(*name));
    for (int weeks = 0; weeks < weeks_back; ++weeks) {
      if (point_of(day).day == *number) return value_of(point_of(day));
      day = std::max(day - days(7), first_calendar_day);
    }
    return std::nullopt;
  }

  // "next Friday", "Monday of the following week": of the week behind this one.
  [[nodiscard]] std::optional<TimeValue> weekday_of_week() const {
    const auto name = words_.get({Symbol::weekday, Symbol::wd});
    const std::optional<Day> today =
        first_day(moved(said_, words_.shift().value_or(0), Grain::week));
    if (!name || !today) return std::nullopt;
    const Day day = weekday_in_week_of(*today, static_cast<int>(*name));
    return value_of(words_.with_time_of_day(point_of(day)));
  }

  // "two months ago": to the day.
  [[nodiscard]] std::optional<TimePoint> counted(int sign) const {
    const std::int64_t number = words_.count();
    const auto unit = words_.unit();
    if (!unit || number < 0 || number % one != 0) return std::nullopt;
    const TimeUnit size = time_unit(*unit);
    if (size.grain < Grain::day) return std::nullopt;
    return moved(said_, std::int64_t{sign} * size.count * (number / one), size.grain);
  }

  // Parts of a unit: halves, cut at today by "earlier" and "later", and thirds of a year.
  [[nodiscard]] std::optional<TimeValue> stage() const {
    const TimePoint whole = container();
    const std::optional<Day> first = first_day(whole);
    const std::optional<Day> last = last_day(whole);
    const std::optional<Day> today = first_day(said_);
    if (!first || !last || !today) return std::nullopt;
    const bool third = words_.get({Symbol::year, Symbol::year_word}).has_value();
    const Day behind = *last + days(1);
    const Day middle = middle_of(whole, *first);
    const bool now = *first <= *today && *today <= *last;
    switch (words_.get({Symbol::stage, Symbol::edge_stage}).value_or(0)) {
      case 1:  // earlier
        return range(*first, now && *today > *first ? std::min(*today, middle) : middle);
      case 2:  // later
        return range(now ? std::max(*today, middle) : middle, behind);
      case 3:  // the end of
        return range(third ? first_of_month(whole.year, 9) : middle, behind);
      case 4:  // the beginning of
        return range(*first, third ? first_of_month(whole.year, 5) : middle);
      case 5:  // the middle of
        if (third) return range(first_of_month(whole.year, 5), first_of_month(whole.year, 9));
        return range(*first + days(9), *first + days(20));
      default:
        return std::nullopt;
    }
  }

  static Day first_of_month(int year, int month) {
    return day_of(year, month, 1).value_or(first_calendar_day);
  }

  static Day middle_of(const TimePoint& whole, Day first) {
    if (whole.grain == Grain::week) return first + days(3);
    if (whole.grain == Grain::month) return first + days(15);
    if (whole.grain == Grain::year) return first_of_month(whole.year, 7);
    const Day last = last_day(whole).value_or(first);
    return first + (last - first + days(1)) / 2;
  }

  static std::optional<TimeValue> range(Day first, Day behind) {
    if (behind <= first) return std::nullopt;
    return value_of(point_of(first), point_of(behind - days(1)));
  }

  TimeWords words_;
  const TimePoint& said_;
};

}  // namespace

std::optional<ResolvedTime> resolve_message(const TimeMatch& match, const TimeAnchors& anchors) {
  if (!anchors.published) return std::nullopt;
  const auto value = MessageResolver(match, *anchors.published).value(match.action);
  if (!value) return std::nullopt;
  ResolvedTime resolved;
  resolved.value = *value;
  const bool clock = value->form == TimeValue::Form::point && value->point.grain < Grain::day;
  resolved.kind = clock ? TimeKind::time : TimeKind::date;
  return resolved;
}

}  // namespace twosource

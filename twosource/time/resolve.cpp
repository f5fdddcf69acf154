// From the words of a time to its value.
//
// What a rule has matched is a handful of readings: LAST -1, CALENDAR week. Which parts of the
// calendar they fix is the same for all rules of one action; what they leave open comes from the
// day of publication ("Sunday"), or from the time that the text told last ("the night before").
// News looks back: of two Sundays it means the one behind, and on a Sunday the day itself. That is
// the convention of the trade and the reason why general date readers, which look ahead, are of
// little use here.
#include "twosource/time/resolve.hpp"

#include <algorithm>
#include <array>

#include "twosource/time/holidays.hpp"
#include "twosource/time/nearest.hpp"
#include "twosource/time/time_words.hpp"

namespace twosource {
namespace {

constexpr std::int64_t one = TimeAmount::one;
// "12/12/30" is of 1930, "12/12/29" of 2029.
constexpr std::int64_t first_short_year = 30;
constexpr int minutes_of_day = 24 * 60;

class Resolver {
 public:
  Resolver(const TimeMatch& match, const TimeAnchors& anchors, TimeDirection direction)
      : words_(match), action_(match.action), anchors_(anchors), direction_(direction) {}

  std::optional<ResolvedTime> resolve();

 private:
  [[nodiscard]] std::optional<std::int64_t> get_year() const;
  [[nodiscard]] TimePoint published() const { return anchors_.published.value_or(TimePoint{}); }
  // The day that the text is at.
  TimePoint told_day();
  TimePoint weekday(std::int64_t weekday) {
    const TimePoint nearest =
        nearest_weekday(anchors_.published, static_cast<int>(weekday), direction_);
    const bool told = direction_ != TimeDirection::unknown || nearest == anchors_.published;
    if (!told) doubt_ = TimeDoubt::direction;
    return nearest;
  }
  TimePoint season_of(std::int64_t season, std::optional<std::int64_t> shift) {
    return nearest_season(anchors_.published, static_cast<int>(season), shift, direction_);
  }
  TimePoint month_of(std::int64_t month, std::int64_t shift) {
    return nearest_month(anchors_.published, static_cast<int>(month), shift);
  }
  TimePoint day_of_year(const TimePoint& point) {
    const NearestDay nearest = nearest_of_year(anchors_.published, point, direction_);
    if (!nearest.sure) doubt_ = TimeDoubt::direction;
    return nearest.point;
  }
  TimePoint of_year(TimePoint point, std::optional<std::int64_t> shift);
  std::optional<TimePoint> named_day();
  std::optional<TimePoint> day_from_here();

  std::optional<TimeValue> date();
  std::optional<TimeValue> day_range();
  [[nodiscard]] std::optional<TimeValue> century() const;
  std::optional<TimeValue> shifted();
  std::optional<TimeValue> counted(const TimePoint& from, int sign);
  std::optional<TimeValue> narrative();
  std::optional<TimeValue> quarter();
  [[nodiscard]] std::optional<TimeValue> period() const;
  [[nodiscard]] std::optional<TimeValue> half() const;
  std::optional<TimeValue> season();
  std::optional<TimeValue> nth();
  std::optional<TimeValue> around();
  std::optional<TimeValue> holiday();
  std::optional<TimeValue> point();

  TimeWords words_;
  TimeAction action_;
  const TimeAnchors& anchors_;
  TimeDirection direction_;
  TimeDoubt doubt_ = TimeDoubt::none;
};

std::optional<std::int64_t> Resolver::get_year() const {
  if (const auto year = words_.get({Symbol::year, Symbol::year_word})) return year;
  if (const auto year = words_.get({Symbol::short_year}))
    return *year + (*year < first_short_year ? 2000 : 1900);
  if (!words_.get({Symbol::calendar, Symbol::unit}) || !anchors_.published) return std::nullopt;
  // "of last year"
  const auto shift = words_.shift();
  if (!shift || time_unit(*words_.get({Symbol::calendar, Symbol::unit})).grain != Grain::year)
    return std::nullopt;
  return published().year + *shift;
}

TimePoint Resolver::told_day() {
  if (anchors_.told) {
    doubt_ = TimeDoubt::narrative;
    return enclosing(*anchors_.told, Grain::day);
  }
  return published();
}

std::optional<TimePoint> Resolver::named_day() {
  TimePoint point;
  if (const auto date8 = words_.get({Symbol::date8})) {
    point.year = static_cast<int>(*date8 / 10000);
    point.month = static_cast<int>(*date8 / 100 % 100);
    point.day = static_cast<int>(*date8 % 100);
    return point;
  }
  const auto year = get_year();
  const auto month = words_.month();
  auto day = words_.get({Symbol::day, Symbol::day_th});
  if (!day && month) day = words_.get({Symbol::ordinal});  // "the first of May"
  if (const auto day_and_hour = words_.get({Symbol::t_hour})) day = *day_and_hour / 100;
  if (year) point.year = static_cast<int>(*year);
  if (month) point.month = static_cast<int>(*month);
  if (day && month) point.day = static_cast<int>(*day);
  if (day && !month) {  // "the 8th of this month"
    point = enclosing(published(), Grain::month);
    point.grain = Grain::day;
    point.day = static_cast<int>(*day);
    return point;
  }
  if (!day) point.grain = month ? Grain::month : Grain::year;
  if (month && !year) return day ? of_year(point, words_.shift()) : day_of_year(point);
  if (month || year) return point;
  return day_from_here();
}

// "Sunday", "yesterday", "tonight", "overnight".
std::optional<TimePoint> Resolver::day_from_here() {
  if (const auto name = words_.get({Symbol::weekday, Symbol::wd})) return weekday(*name);
  if (const auto today = words_.get({Symbol::today})) {
    const auto further = words_.get({Symbol::before, Symbol::after});
    return moved(published(), *today + further.value_or(0), Grain::day);
  }
  if (words_.get({Symbol::tonight})) return published();
  // The night that leads to the day of which the sentence tells.
  if (words_.get({Symbol::overnight}))
    return moved(anchors_.told_here ? told_day() : published(), -1, Grain::day);
  return std::nullopt;
}

std::optional<TimeValue> Resolver::date() {
  auto day = named_day();
  if (!day) {
    day = told_day();
    const bool looks_back = direction_ != TimeDirection::ahead && !anchors_.told;
    const auto minute = words_.minute_of_day();
    if (looks_back && minute && is_after(*minute, anchors_.published_seconds))
      doubt_ = TimeDoubt::direction;
  }
  // "7/8/2018" is a day of July in one country and of August in another.
  if (words_.get({Symbol::slash}) && day->day <= 12 && day->day != day->month)
    doubt_ = TimeDoubt::vague;
  if (day->grain == Grain::day && day->day != unknown_part && day->month != unknown_part &&
      day->year != unknown_part && !day_of(day->year, day->month, day->day)) {
    return std::nullopt;
  }
  if (const auto minute = words_.minute_of_day(); minute && *minute > minutes_of_day)
    return std::nullopt;
  if (day->grain != Grain::day) return value_of(*day);
  return value_of(words_.with_time_of_day(*day));
}

std::optional<TimeValue> Resolver::day_range() {
  const auto first = named_day();
  const auto last = words_.get({Symbol::day}, 1);
  if (!first || !last) return std::nullopt;
  TimePoint end = *first;
  end.day = static_cast<int>(*last);
  if (end.day <= first->day) return std::nullopt;
  return value_of(*first, end);
}

std::optional<TimeValue> Resolver::century() const {
  TimePoint point;
  point.grain = Grain::century;
  if (const auto nth = words_.get({Symbol::ordinal, Symbol::day_th})) {
    if (*nth < 1 || *nth > 30) return std::nullopt;
    point.year = static_cast<int>(*nth - 1) * 100;
    if (point.year == 0) return std::nullopt;
  } else {
    point =
        moved(enclosing(published(), Grain::century), words_.shift().value_or(0), Grain::century);
  }
  return value_of(point);
}

std::optional<TimeValue> Resolver::shifted() {
  const std::int64_t shift = words_.shift().value_or(0);
  const auto name = words_.get({Symbol::weekday, Symbol::wd});
  const auto unit = words_.get({Symbol::calendar, Symbol::unit});
  if (name && unit) {
    const TimePoint moved_by = moved(published(), shift, time_unit(*unit).grain);
    const auto day = first_day(moved_by);
    if (!day) return value_of(weekday(*name));
    return value_of(
        words_.with_time_of_day(point_of(weekday_in_week_of(*day, static_cast<int>(*name)))));
  }
  if (name) {
    const auto here = first_day(published());
    if (!here) return value_of(weekday(*name));
    const int wanted = static_cast<int>(*name);
    Day day = weekday_in_week_of(*here, wanted);
    if (shift < 0) day = weekday_before(*here, wanted);
    // "next Friday" is that of the week to come.
    if (shift > 0) day = weekday_in_week_of(*here + std::chrono::days(7), wanted);
    return value_of(words_.with_time_of_day(point_of(day)));
  }
  if (const auto month = words_.month();
      month && !unit && !words_.get({Symbol::day, Symbol::day_th})) {
    return value_of(month_of(*month, shift));
  }
  if (words_.month()) return date();
  if (const auto season = words_.get({Symbol::season, Symbol::sure_season}))
    return value_of(season_of(*season, words_.shift()));
  if (words_.get({Symbol::part}))
    return value_of(words_.with_time_of_day(moved(published(), shift, Grain::day)));
  if (!unit) return value_of(enclosing(published(), Grain::weekend));
  const Grain grain = time_unit(*unit).grain;
  return value_of(moved(enclosing(published(), grain), shift, grain));
}

// "two weeks" before or behind a time: a unit of that size, except that a year from a quarter is a
// quarter.
std::optional<TimeValue> Resolver::counted(const TimePoint& from, int sign) {
  const auto unit_number = words_.unit();
  const std::int64_t count = words_.count();
  if (!unit_number) return std::nullopt;
  if (count == TimeAmount::unknown) {
    TimeValue vague;
    vague.form = sign < 0 ? TimeValue::Form::past : TimeValue::Form::future;
    doubt_ = TimeDoubt::vague;
    return vague;
  }
  const TimeAmount amount = words_.amount();
  if (std::count(amount.thousandths.begin(), amount.thousandths.end(), 0) < 14)
    return value_of(moved_by(from, amount, sign));
  const TimeUnit unit = time_unit(*unit_number);
  const std::int64_t steps = std::int64_t{sign} * unit.count * (count / one);
  if (unit.grain < Grain::day) {
    if (!anchors_.published_seconds) return value_of(from);
    const std::int64_t seconds = unit.grain == Grain::hour     ? 3600
                                 : unit.grain == Grain::minute ? 60
                                                               : 1;
    return value_of(
        point_at(*anchors_.published_seconds + sign * count * seconds / one, unit.grain));
  }
  if (unit.grain == Grain::year && from.grain == Grain::quarter)
    return value_of(moved(from, std::int64_t{4} * steps, Grain::quarter));
  return value_of(moved(enclosing(from, unit.grain), steps, unit.grain));
}

std::optional<TimeValue> Resolver::narrative() {
  const auto unit = words_.get({Symbol::calendar, Symbol::unit});
  std::int64_t shift = words_.shift().value_or(0);
  if (const auto further = words_.get({Symbol::before, Symbol::after})) shift = *further;
  if (unit && time_unit(*unit).grain > Grain::day) {
    const Grain grain = time_unit(*unit).grain;
    TimePoint from = published();
    if (anchors_.told) from = *anchors_.told;
    if (anchors_.period && !anchors_.told) from = *anchors_.period;
    doubt_ = TimeDoubt::narrative;
    return value_of(moved(enclosing(from, grain), shift, grain));
  }
  if (const auto name = words_.get({Symbol::weekday})) {
    const auto day = first_day(told_day());
    if (!day) return value_of(weekday(*name));
    if (shift == 0) return value_of(point_of(weekday_in_week_of(*day, static_cast<int>(*name))));
    return value_of(point_of(shift > 0 ? weekday_after(*day, static_cast<int>(*name))
                                       : weekday_before(*day, static_cast<int>(*name))));
  }
  if (const auto month = words_.month()) return value_of(month_of(*month, shift));
  if (const auto season = words_.get({Symbol::season})) return value_of(season_of(*season, shift));
  return value_of(words_.with_time_of_day(moved(told_day(), shift, Grain::day)));
}

std::optional<TimeValue> Resolver::quarter() {
  const auto nth = words_.get({Symbol::ordinal, Symbol::day_th, Symbol::quarter_name});
  const auto year = get_year();
  TimePoint point;
  if (!nth) {
    point.grain = Grain::year;
    if (!year) return std::nullopt;
    point.year = static_cast<int>(*year);
    return value_of(point);
  }
  if (*nth < 1 || *nth > 4) return std::nullopt;
  point.grain = Grain::quarter;
  point.part = static_cast<int>(*nth);
  if (year) {
    point.year = static_cast<int>(*year);
  } else if (anchors_.published) {
    point.year = published().year;
    const int now = (published().month + 2) / 3;
    if (point.part > now && direction_ != TimeDirection::ahead) --point.year;
    // The one just over may still be reported on: "will report its third-quarter loss".
    if (point.part + 1 < now && direction_ == TimeDirection::ahead) ++point.year;
  }
  return value_of(point);
}

std::optional<TimeValue> Resolver::period() const {
  if (words_.get({Symbol::unit, Symbol::calendar}).value_or(0) == 10)
    return value_of(enclosing(published(), Grain::year));
  if (anchors_.quarter) return value_of(*anchors_.quarter);
  if (!words_.get({Symbol::unit, Symbol::calendar})) return std::nullopt;
  return value_of(moved(enclosing(published(), Grain::quarter), -1, Grain::quarter));
}

std::optional<TimeValue> Resolver::half() const {
  const auto nth = words_.get({Symbol::ordinal, Symbol::day_th});
  const auto year = get_year();
  if (!nth || *nth > 2 || (!year && !anchors_.quarter)) return std::nullopt;
  TimePoint point;
  point.grain = Grain::half;
  point.part = static_cast<int>(*nth);
  point.year = year ? static_cast<int>(*year) : published().year;
  return value_of(point);
}

std::optional<TimeValue> Resolver::season() {
  const auto season = words_.get({Symbol::season, Symbol::sure_season});
  TimePoint point = season_of(season.value_or(1), std::nullopt);
  if (const auto year = get_year()) point.year = static_cast<int>(*year);
  return value_of(point);
}

// "the first week of May", "the third month of 2021", "the last Monday of next month".
std::optional<TimeValue> Resolver::nth() {
  const std::int64_t n = words_.get({Symbol::ordinal, Symbol::day_th}).value_or(-1);
  const auto part = words_.get({Symbol::calendar, Symbol::weekday});
  const bool of_year = !words_.month();
  TimePoint whole = published();
  if (const auto unit = words_.get({Symbol::calendar}, words_.get({Symbol::weekday}) ? 0 : 1)) {
    const Grain grain = time_unit(*unit).grain;
    const auto shift = words_.get({Symbol::last, Symbol::current_one, Symbol::next}, n < 0 ? 1 : 0);
    whole = moved(enclosing(whole, grain), shift.value_or(0), grain);
  } else if (of_year) {
    whole = enclosing(whole, Grain::year);
    whole.year = static_cast<int>(words_.get({Symbol::year}).value_or(whole.year));
  } else {
    whole.grain = Grain::month;
    whole.month = static_cast<int>(*words_.month());
    const auto year = words_.get({Symbol::year});
    if (year) whole.year = static_cast<int>(*year);
    whole.day = unknown_part;
    if (!year) whole = day_of_year(whole);
  }
  if (!part) return std::nullopt;
  const bool of_days = words_.get({Symbol::weekday}).has_value();
  const std::optional<TimePoint> found = of_days ? nth_weekday_in(whole, static_cast<int>(*part), n)
                                                 : nth_unit_in(whole, time_unit(*part).grain, n);
  return found ? std::optional(value_of(*found)) : std::nullopt;
}

// "the week of March 6".
std::optional<TimeValue> Resolver::around() {
  const auto day = named_day();
  const auto unit = words_.unit();
  if (!day || !unit) return std::nullopt;
  return value_of(enclosing(*day, time_unit(*unit).grain));
}

// "Thanksgiving", "last Easter", "Easter weekend".
std::optional<TimeValue> Resolver::holiday() {
  const auto index = words_.get({Symbol::holiday});
  if (!index) return std::nullopt;
  const Holiday& named = holidays()[static_cast<std::size_t>(*index)];
  TimePoint point;
  const auto year = words_.get({Symbol::year});
  if (year || anchors_.published) {
    point.year = year ? static_cast<int>(*year) : published().year;
    const auto first_guess = holiday_in(named, point.year);
    if (!first_guess) return std::nullopt;
    point = point_of(*first_guess);
    if (!year) point = of_year(point, words_.shift());
    const auto day = holiday_in(named, point.year);
    if (!day) return std::nullopt;
    point = point_of(*day);
  } else if (named.rule == Holiday::Rule::date) {
    point.month = named.month;
    point.day = named.day;
  }
  if (const auto unit = words_.unit()) return value_of(enclosing(point, time_unit(*unit).grain));
  return value_of(words_.with_time_of_day(point));
}

// `point` in the year that is meant: "last" is the latest before the day of publication.
TimePoint Resolver::of_year(TimePoint point, std::optional<std::int64_t> shift) {
  if (!shift || !anchors_.published) return day_of_year(point);
  point.year = published().year;
  const auto here = first_day(published());
  const auto there = first_day(point);
  if (!here || !there) return point;
  if (*shift < 0 && *there >= *here) --point.year;
  if (*shift > 0 && *there <= *here) ++point.year;
  return point;
}

std::optional<TimeValue> Resolver::point() {
  switch (action_) {
    case TimeAction::date:
      return date();
    case TimeAction::day_first: {
      const auto day = words_.get({Symbol::day});
      doubt_ = day && *day <= 12 ? TimeDoubt::vague : TimeDoubt::none;
      return date();
    }
    case TimeAction::day_range:
      return day_range();
    case TimeAction::year_range:
      return range_of_years(words_);
    case TimeAction::decade:
      return value_of(decade_of(words_));
    case TimeAction::century:
      return century();
    case TimeAction::shift:
    case TimeAction::edge:
      return shifted();
    case TimeAction::narrative:
      return narrative();
    case TimeAction::quarter:
      return quarter();
    case TimeAction::period:
      return period();
    case TimeAction::half:
      return half();
    case TimeAction::season:
      return season();
    case TimeAction::nth:
      return nth();
    case TimeAction::around:
      return around();
    case TimeAction::holiday:
      return holiday();
    case TimeAction::ago:
      return counted(anchors_.quarter && words_.unit() == 10 ? *anchors_.quarter : published(), -1);
    case TimeAction::from_now:
      return counted(published(), 1);
    case TimeAction::earlier:
      if (anchors_.quarter && words_.unit() == 10) return counted(*anchors_.quarter, -1);
      return counted(told_day(), -1);
    case TimeAction::later:
      return counted(told_day(), 1);
    default:
      return std::nullopt;
  }
}

TimeKind kind_of(const TimeValue& value) {
  if (value.form != TimeValue::Form::point) return TimeKind::date;
  return value.point.grain <= Grain::day_part ? TimeKind::time : TimeKind::date;
}

std::optional<ResolvedTime> Resolver::resolve() {
  ResolvedTime result;
  const auto vague = [&](TimeValue::Form form) {
    result.value.form = form;
    result.doubt = TimeDoubt::vague;
    return result;
  };
  if (action_ == TimeAction::past) return vague(TimeValue::Form::past);
  if (action_ == TimeAction::present) return vague(TimeValue::Form::present);
  if (action_ == TimeAction::future) return vague(TimeValue::Form::future);
  if (action_ == TimeAction::duration) {
    if (words_.unit() == 9 && !words_.get({Symbol::number}) && !words_.get({Symbol::units}))
      return std::nullopt;
    result.kind = TimeKind::duration;
    result.value = value_of(words_.amount());
    if (words_.count() == TimeAmount::unknown) result.doubt = TimeDoubt::vague;
    return result;
  }
  if (action_ == TimeAction::set) {
    result.kind = TimeKind::set;
    result.value = set_of(words_);
    return result;
  }
  const std::optional<TimeValue> value = point();
  if (!value) return std::nullopt;
  result.value = *value;
  result.kind = kind_of(*value);
  result.doubt = doubt_;
  if (result.value.form == TimeValue::Form::point && !interval_of(result.value) &&
      !anchors_.published)
    result.doubt = TimeDoubt::no_anchor;
  return result;
}

}  // namespace

std::optional<ResolvedTime> resolve_time(const TimeMatch& match, const TimeAnchors& anchors,
                                         TimeDirection direction) {
  return Resolver(match, anchors, direction).resolve();
}

}  // namespace twosource

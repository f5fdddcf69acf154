#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace twosource {

/// The units of the clock and the calendar, small to large.
enum class Grain : std::uint8_t {
  second,
  minute,
  hour,
  day_part,  ///< morning, night, ...: see DayPart
  day,
  weekend,  ///< Saturday and Sunday of an ISO week
  week,     ///< ISO week, Monday to Sunday
  month,
  quarter,
  season,  ///< three whole months from March, June, September, December on
  half,    ///< of a year
  year,
  decade,
  century,     ///< 1900 to 1999
  millennium,  ///< 1000 to 1999
};
constexpr std::size_t grain_count = 15;

/// The parts of a day that TIMEX3 names, and the hours that they are taken to be.
enum class DayPart : std::uint8_t {
  none,
  morning,    ///< MO, 6 to 12
  midday,     ///< MI, 11 to 14
  afternoon,  ///< AF, 12 to 18
  evening,    ///< EV, 18 to 24
  night,      ///< NI, 20 to 6 of the next day
  daytime,    ///< DT, 6 to 18
};

/// A part of a value that the words leave open: "X" in TIMEX3.
constexpr int unknown_part = -1;

/// A stretch of the calendar or the clock that has a name of its own: a year, a week, a day, an
/// hour. `grain` says how long it is and so which of the parts are read; the others stay unknown.
///
///     grain                       parts                                  TIMEX3
///     year, decade, ...           year (the first one of a decade, ...)  2018, 201, 20, 2
///     half, quarter, season       year, part                             2018-H1, -Q3, -SU
///     month                       year, month                            2018-07
///     week, weekend               year, week (ISO)                       2018-W27, 2018-W27-WE
///     day                         year, month, day                       2018-07-08
///     day, on some weekday        year, week, weekday                    XXXX-WXX-7
///     day_part                    those of a day, day_part               2018-07-08TEV
///     hour, minute, second        those of a day, hour, minute, second   2018-07-08T21:15
struct TimePoint {
  Grain grain = Grain::day;
  int year = unknown_part;     ///< 1..9999 (of a decade 0..9990); that of the week, if one is known
  int part = unknown_part;     ///< half 1..2, quarter 1..4, season 1 (spring) .. 4 (winter)
  int month = unknown_part;    ///< 1..12
  int day = unknown_part;      ///< 1..31
  int week = unknown_part;     ///< 1..53
  int weekday = unknown_part;  ///< Monday 1 .. Sunday 7; known: the day is written by its week
  DayPart day_part = DayPart::none;
  int hour = unknown_part;    ///< 0..24; 24 is the midnight that ends the day
  int minute = unknown_part;  ///< 0..59
  int second = unknown_part;  ///< 0..59
  bool operator==(const TimePoint&) const = default;
};

/// How long: so many of each unit, in thousandths ("an hour and a half": 1500 of an hour). TIMEX3
/// has no letter for parts of the day, seasons and halves: they are never written.
struct TimeAmount {
  static constexpr std::int64_t one = 1000;
  static constexpr std::int64_t unknown = -1;           ///< "X": "several days" is "PXD"
  std::array<std::int64_t, grain_count> thousandths{};  ///< by Grain; 0: not named

  std::int64_t& operator[](Grain grain) { return thousandths[static_cast<std::size_t>(grain)]; }
  std::int64_t operator[](Grain grain) const {
    return thousandths[static_cast<std::size_t>(grain)];
  }
  bool operator==(const TimeAmount&) const = default;
};

/// What a time expression says, typed; TIMEX3's `value` is its written form.
struct TimeValue {
  enum class Form : std::uint8_t {
    point,
    range,   ///< from `point` to `last`, both taken in: "1950/1953"
    amount,  ///< a duration, and how often of a set: "P3D"
    past,    ///< "PAST_REF": "recently"
    present,
    future,
  };
  Form form = Form::point;
  TimePoint point;
  TimePoint last;
  TimeAmount amount;
  bool operator==(const TimeValue&) const = default;
};

TimeValue value_of(const TimePoint& point);
TimeValue value_of(const TimePoint& first, const TimePoint& last);
TimeValue value_of(const TimeAmount& amount);

/// A number of one unit; `thousandths` may be TimeAmount::unknown.
TimeAmount amount_of(Grain grain, std::int64_t thousandths);

/// The TIMEX3 string. Reading gives the same value back for every value whose parts lie in the
/// bounds stated above (amounts below 10^15) and where parts that the grain does not read are
/// unknown.
std::string write_time_value(const TimeValue& value);

/// The value that a TIMEX3 string writes; none where it writes none, names a day that no calendar
/// has, or uses what this type does not hold (years before Christ, time zones).
std::optional<TimeValue> read_time_value(std::string_view text);

/// How long an amount lasts, in seconds; a month counts 30 days and a year 365. None where a number
/// is unknown. Saturates.
std::optional<std::int64_t> seconds_of(const TimeAmount& amount);

}  // namespace twosource

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace twosource {

/// What a word, a number or a mark can be in a time expression. The names stand in
/// tables/time_words.tsv and tables/time_rules.tsv; numbers and marks get theirs from their shape.
/// Ids from `symbol_count` on are single words that a rule names itself ("ago").
enum class Symbol : std::uint16_t {
  weekday,
  wd,  ///< short: "Mon"
  month,
  ambiguous_month,  ///< "May"
  short_month,
  season,
  sure_season,  ///< without "fall" and "spring"
  part,
  parts,
  unit,
  units,
  calendar,
  each,
  today,
  tonight,
  overnight,
  noon,
  present,
  past,
  future,
  recent,
  future_word,
  current,
  within,
  last,
  current_one,  ///< "this"
  next,
  past1,
  coming,
  previous,
  following,
  same,
  before,
  after,
  half,  ///< in thousandths
  few,
  meridiem,
  clock_word,
  zone,
  number,  ///< in thousandths: "2.5" is 2500
  tens,
  hundred,
  ordinal,
  decade_word,
  start,
  paper,
  holiday,
  stage,       ///< "earlier", "mid": see message_words.tsv
  edge_stage,  ///< "the end of"
  // From here on by shape.
  day,         ///< 1 to 31
  day_th,      ///< "8th"
  month_no,    ///< 1 to 12
  year,        ///< four digits
  year_word,   ///< "nineteen ninety-one"
  short_year,  ///< two digits
  decade,      ///< "1990s", "80s": the first year, or the two digits
  short_decade,
  hour,
  minute,        ///< two digits below 60
  hhmm,          ///< "1030"
  date8,         ///< "20180708"
  t_hour,        ///< "08T14": the day * 100 + the hour
  quarter_name,  ///< "Q3"
  clock,         ///< "9pm" in minutes
  comma,
  hyphen,  ///< without spaces around
  dash,    ///< any other
  slash,
  colon,
  stop,
  count
};
constexpr std::size_t symbol_count = static_cast<std::size_t>(Symbol::count);

constexpr std::array<std::string_view, symbol_count> symbol_names = {
    "WEEKDAY",     "WD",         "MONTH",       "AMBIGUOUSMONTH",
    "SHORTMONTH",  "SEASON",     "SURESEASON",  "PART",
    "PARTS",       "UNIT",       "UNITS",       "CALENDAR",
    "EACH",        "TODAY",      "TONIGHT",     "OVERNIGHT",
    "NOON",        "PRESENT",    "PAST",        "FUTURE",
    "RECENT",      "FUTUREWORD", "CURRENT",     "WITHIN",
    "LAST",        "THIS",       "NEXT",        "PAST1",
    "COMING",      "PREVIOUS",   "FOLLOWING",   "SAME",
    "BEFORE",      "AFTER",      "HALF",        "FEW",
    "MERIDIEM",    "CLOCKWORD",  "ZONE",        "NUMBER",
    "TENS",        "HUNDRED",    "ORDINAL",     "DECADEWORD",
    "START",       "PAPER",      "HOLIDAY",     "STAGE",
    "EDGESTAGE",   "DAY",        "DAYTH",       "MONTHNO",
    "YEAR",        "YEARWORD",   "SHORTYEAR",   "DECADE",
    "SHORTDECADE", "HOUR",       "MINUTE",      "HHMM",
    "DATE8",       "THOUR",      "QUARTERNAME", "CLOCK",
    ",",           "-",          "--",          "/",
    ":",           "."};

}  // namespace twosource

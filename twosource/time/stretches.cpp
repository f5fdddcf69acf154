// From marked expressions to the calendar.
//
// TIMEX3 says what the words of one expression mean and no more. "from 2 July to 10 July" is two
// days for it, "the last three months" is a length, "since August" a month. Who wants to know when
// something happened, or to find the evening for a dinner, asks for the stretch of the calendar. So
// here the words around the expressions are read, and these alone:
//
//     from A to B, between A and B, A - B      one stretch, from the beginning of A to the end of B
//     before A, after A, since A, until A      open at one end
//     the last N, the next N, within N, in N   counted from the day on which it is said
//
// A stretch "last N days" ends before the day of the anchor and "next N days" begins behind it;
// quarters and decades are counted whole. "in two weeks" is a day, "in two hours" a moment.
//
// If A lies behind B then one of them lacks its year or its week, and was taken for the nearest: B
// moves forward by what it lacks, as in "from November to February".
#include "twosource/time/stretches.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "twosource/time/calendar.hpp"

namespace twosource {
namespace {

constexpr std::int64_t day_seconds = 86400;
// A weekday may have to move over the rest of this week and the next.
constexpr int most_steps = 2;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
  std::string folded(text);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// Does `words` (lower case) stand right before `at`, apart by spaces? Where it begins; `at` if not.
std::uint32_t begin_before(std::string_view text, std::uint32_t at, std::string_view words) {
  std::size_t end = at;
  while (end > 0 && text[end - 1] == ' ') --end;
  if (end == at || end < words.size()) return at;
  const std::size_t begin = end - words.size();
  if (begin > 0 && is_letter(text[begin - 1])) return at;
  return lower(text.substr(begin, words.size())) == words ? static_cast<std::uint32_t>(begin) : at;
}

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Where the first of some words begins that stands before `at`; `at` if none does. "the" may stand
// between.
std::uint32_t begin_before_any(std::string_view text, std::uint32_t at,
                               std::span<const std::string_view> words) {
  const std::uint32_t inner = begin_before(text, at, "the");
  for (const std::string_view word : words) {
    const std::uint32_t begin = begin_before(text, inner, word);
    if (begin != inner) return begin;
  }
  return at;
}

// ---- lengths that are counted from the day on which they are told

enum class Count : std::uint8_t { none, back, ahead, from_now, within };

// What the first words of "the last three months" say, or the word before: "in three months".
Count count_of(std::string_view text, Span span, std::uint32_t& begin) {
  constexpr std::array<std::string_view, 4> back = {"last", "past", "previous", "preceding"};
  constexpr std::array<std::string_view, 4> ahead = {"next", "coming", "following", "upcoming"};
  constexpr std::array<std::string_view, 1> in = {"in"};
  constexpr std::array<std::string_view, 1> within = {"within"};
  const std::string words = lower(slice(text, span));
  Count count = Count::none;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t space = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, space - at);
    if (contains(back, word)) count = Count::back;
    if (contains(ahead, word)) count = Count::ahead;
    at = space + 1;
  }
  begin = begin_before_any(text, span.begin, within);
  if (begin != span.begin || words.starts_with("within ")) return Count::within;
  if (count != Count::none) return count;
  begin = begin_before_any(text, span.begin, back);
  if (begin != span.begin) return Count::back;
  begin = begin_before_any(text, span.begin, ahead);
  if (begin != span.begin) return Count::ahead;
  begin = begin_before_any(text, span.begin, in);
  return begin == span.begin ? Count::none : Count::from_now;
}

// The point moved by all units of an amount, large ones first; none for parts of a unit.
std::optional<TimePoint> moved_by(TimePoint point, const TimeAmount& amount, int sign) {
  for (std::size_t i = grain_count; i-- > 0;) {
    const std::int64_t count = amount.thousandths[i];
    if (count == 0) continue;
    if (count < 0 || count % TimeAmount::one != 0) return std::nullopt;
    point = moved(point, sign * (count / TimeAmount::one), static_cast<Grain>(i));
  }
  return point;
}

// The units that are counted whole: from a quarter's first day to another's last.
Grain whole_unit(const TimeAmount& amount) {
  for (const Grain grain : {Grain::quarter, Grain::decade, Grain::century, Grain::millennium}) {
    if (amount[grain] != 0 && amount_of(grain, amount[grain]) == amount) return grain;
  }
  return Grain::day;
}

bool has_clock_units(const TimeAmount& amount) {
  return amount[Grain::hour] != 0 || amount[Grain::minute] != 0 || amount[Grain::second] != 0;
}

// From when to when, given the unit that holds the moment of speaking.
std::optional<TimeInterval> counted(Count count, const TimePoint& now, const TimeAmount& amount) {
  const std::optional<TimeInterval> here = interval_of(now);
  const std::optional<TimePoint> other = moved_by(now, amount, count == Count::back ? -1 : 1);
  const std::optional<TimeInterval> there = other ? interval_of(*other) : std::nullopt;
  if (!here || !there) return std::nullopt;
  if (count == Count::back) return TimeInterval{there->begin, here->begin};
  if (count == Count::within || now.grain < Grain::day)
    return TimeInterval{here->begin, there->begin};
  return TimeInterval{here->end, there->end};
}

void place_length(std::string_view text, TimeStretch& stretch, std::int64_t anchor) {
  std::uint32_t begin = stretch.span.begin;
  const Count count = count_of(text, stretch.span, begin);
  if (count == Count::none) return;
  const bool clock = has_clock_units(stretch.amount);
  const Grain grain = clock ? Grain::second : whole_unit(stretch.amount);
  const TimePoint now = point_at(anchor, count == Count::from_now && !clock ? Grain::day : grain);
  const std::optional<TimeInterval> interval = counted(count, now, stretch.amount);
  if (!interval || interval->end <= interval->begin) return;
  stretch.span.begin = begin;
  stretch.form = count == Count::from_now ? TimeStretch::Form::unit : TimeStretch::Form::range;
  stretch.grain = clock ? Grain::second : Grain::day;
  stretch.begin = interval->begin;
  stretch.end = interval->end;
  if (count != Count::from_now) return;
  // The day, or the second, that comes after so long.
  const std::int64_t unit = clock ? 1 : day_seconds;
  stretch.begin = clock ? interval->end : interval->end - unit;
  stretch.end = *stretch.begin + unit;
}

// ---- one expression alone

// Does it tell both ends, as "19-20 November" does and "the first two weeks of May" does not?
bool is_told_range(std::string_view words) {
  constexpr std::array<std::string_view, 8> between = {
      "-", "\xE2\x80\x93", "~", " to ", " till ", " until ", "through", " and "};
  const std::string folded = lower(words);
  return std::any_of(between.begin(), between.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

std::optional<TimeStretch> stretch_of_point(std::string_view text, const TimeExpression& time,
                                            const TimeValue& value) {
  const std::optional<TimeInterval> interval = interval_of(value);
  if (!interval) return std::nullopt;
  TimeStretch stretch;
  stretch.span = time.span;
  stretch.grain = value.point.grain;
  stretch.begin = interval->begin;
  stretch.end = interval->end;
  if (value.form == TimeValue::Form::range) {
    stretch.form = TimeStretch::Form::range;
    if (is_told_range(slice(text, time.span))) stretch.last = interval_of(value.last)->begin;
  } else if (stretch.grain > Grain::day) {
    stretch.form = TimeStretch::Form::range;
  }
  return stretch;
}

std::optional<TimeStretch> stretch_of(std::string_view text, const TimeExpression& time,
                                      std::optional<std::int64_t> anchor) {
  const std::optional<TimeValue> value = read_time_value(time.value);
  if (!value) return std::nullopt;
  if (time.kind == TimeKind::set) {
    TimeStretch stretch;
    stretch.span = time.span;
    stretch.form = TimeStretch::Form::set;
    return stretch;
  }
  if (value->form != TimeValue::Form::amount) return stretch_of_point(text, time, *value);
  TimeStretch stretch;
  stretch.span = time.span;
  stretch.form = TimeStretch::Form::length;
  stretch.amount = value->amount;
  if (anchor) place_length(text, stretch, *anchor);
  return stretch;
}

// ---- the words around

bool is_placed(const TimeStretch& stretch) {
  return stretch.begin.has_value() && stretch.end.has_value();
}

// "between A and B" and "A to B": the words that join.
bool joins(std::string_view gap, bool between) {
  constexpr std::array<std::string_view, 13> words = {
      "-",       "\xE2\x80\x93", "\xE2\x80\x94", "--",     "~",        "to",         "till",
      "through", "thru",         "until",        "to the", "till the", "through the"};
  const std::string folded = lower(without_spaces(gap));
  return contains(words, folded) || (between && (folded == "and" || folded == "and the"));
}

// By how much a time moves that may lack a part: a weekday by a week, all else by a year.
std::pair<std::int64_t, Grain> step_of(const TimeStretch& stretch, std::string_view words) {
  if (stretch.grain < Grain::day) return {1, Grain::day};
  return {1, words.size() > 3 && lower(words).ends_with("day") ? Grain::week : Grain::year};
}

// A range from `first` to `last`; none if they are of different sizes or far from each other's
// order.
std::optional<TimeStretch> joined(std::string_view text, const TimeStretch& first,
                                  TimeStretch last) {
  const bool both_days = first.grain >= Grain::day && last.grain >= Grain::day;
  const bool both_clock = first.grain < Grain::day && last.grain < Grain::day;
  if ((!both_days && !both_clock) || first.last || last.last) return std::nullopt;
  const auto [count, grain] = step_of(last, slice(text, last.span));
  for (int steps = 0; steps < most_steps && *last.begin < *first.begin; ++steps) {
    const std::optional<TimeInterval> ahead =
        interval_of(moved(point_at(*last.begin, last.grain), count, grain));
    if (!ahead) return std::nullopt;
    last.begin = ahead->begin;
    last.end = ahead->end;
  }
  if (*last.begin <= *first.begin) return std::nullopt;
  TimeStretch range = first;
  range.form = TimeStretch::Form::range;
  range.span.end = last.span.end;
  range.last = last.begin;
  range.end = last.end;
  return range;
}

// "two days after Easter", "3 weeks from tomorrow", "a month before 1 May": a day counted from
// another; none where the words between say nothing of the kind.
std::optional<TimeStretch> counted_from(std::string_view text, const TimeStretch& length,
                                        const TimeStretch& from) {
  constexpr std::array<std::string_view, 3> after = {"after", "from", "after the"};
  constexpr std::array<std::string_view, 2> before = {"before", "before the"};
  if (from.form != TimeStretch::Form::unit || from.grain != Grain::day) return std::nullopt;
  if (has_clock_units(length.amount) || from.span.begin < length.span.end) return std::nullopt;
  const std::string gap = lower(without_spaces(slice(text, {length.span.end, from.span.begin})));
  const bool behind = contains(after, gap);
  if (!behind && !contains(before, gap)) return std::nullopt;
  const std::optional<TimePoint> day =
      moved_by(point_at(*from.begin, Grain::day), length.amount, behind ? 1 : -1);
  const std::optional<TimeInterval> interval = day ? interval_of(*day) : std::nullopt;
  if (!interval) return std::nullopt;
  TimeStretch counted = from;
  counted.span.begin = length.span.begin;
  counted.begin = interval->begin;
  counted.end = interval->end;
  counted.expression = length.expression;
  return counted;
}

void open_end(std::string_view text, TimeStretch& stretch) {
  constexpr std::array<std::string_view, 2> before = {"before", "prior to"};
  constexpr std::array<std::string_view, 3> after = {"after", "later than", "greater than"};
  constexpr std::array<std::string_view, 7> since = {"since",         "starting",  "starting on",
                                                     "starting from", "beginning", "beginning on",
                                                     "as early as"};
  constexpr std::array<std::string_view, 5> until = {"until", "till", "no later than", "as late as",
                                                     "up to"};
  const auto opens = [&](std::span<const std::string_view> words) {
    const std::uint32_t begin = begin_before_any(text, stretch.span.begin, words);
    if (begin == stretch.span.begin) return false;
    stretch.span.begin = begin;
    stretch.form = TimeStretch::Form::range;
    return true;
  };
  if (opens(until)) {
    stretch.last =
        stretch.form == TimeStretch::Form::range && stretch.last ? stretch.last : stretch.begin;
    stretch.begin.reset();
  } else if (opens(before)) {
    stretch.end = std::exchange(stretch.begin, std::nullopt);
    stretch.last.reset();
  } else if (opens(after)) {
    stretch.begin = std::exchange(stretch.end, std::nullopt);
    stretch.last.reset();
  } else if (opens(since)) {
    stretch.end.reset();
    stretch.last.reset();
  }
}

// "between A and B", "A to B", made of an expression and the next.
std::optional<TimeStretch> range_to(std::string_view text, const TimeStretch& first,
                                    const TimeStretch& next) {
  constexpr std::array<std::string_view, 1> between = {"between"};
  constexpr std::array<std::string_view, 1> from = {"from"};
  if (!is_placed(next) || next.span.begin < first.span.end) return std::nullopt;
  const std::uint32_t begin = first.span.begin;
  const std::uint32_t opened = begin_before_any(text, begin, between);
  const std::string_view gap = slice(text, {first.span.end, next.span.begin});
  if (!joins(gap, opened != begin)) return std::nullopt;
  std::optional<TimeStretch> range = joined(text, first, next);
  if (range) range->span.begin = opened != begin ? opened : begin_before_any(text, begin, from);
  return range;
}

// What an expression and the next tell together; none where they are apart.
std::optional<TimeStretch> together(std::string_view text, const TimeStretch& first,
                                    const TimeStretch& next) {
  if (is_placed(first)) return range_to(text, first, next);
  const bool length = first.form == TimeStretch::Form::length;
  return length && is_placed(next) ? counted_from(text, first, next) : std::nullopt;
}

// An opening word must not reach into what was told before.
void keep_behind(std::vector<TimeStretch>& all, const TimeStretch& stretch) {
  if (all.empty() || all.back().span.end <= stretch.span.begin) all.push_back(stretch);
}

}  // namespace

std::vector<TimeStretch> time_stretches(std::string_view text,
                                        std::span<const TimeExpression> times,
                                        std::optional<std::int64_t> anchor) {
  std::vector<TimeStretch> all;
  for (std::size_t i = 0; i < times.size(); ++i) {
    std::optional<TimeStretch> stretch = stretch_of(text, times[i], anchor);
    if (!stretch) continue;
    stretch->expression = i;
    const std::optional<TimeStretch> next =
        i + 1 < times.size() ? stretch_of(text, times[i + 1], anchor) : std::nullopt;
    if (const auto both = next ? together(text, *stretch, *next) : std::nullopt) {
      keep_behind(all, *both);
      ++i;
      continue;
    }
    if (is_placed(*stretch)) open_end(text, *stretch);
    keep_behind(all, *stretch);
  }
  return all;
}

}  // namespace twosource

#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>

#include "twosource/time/grammar.hpp"
#include "twosource/time/value.hpp"

namespace twosource {

/// What a UNIT of time_words.tsv is.
struct TimeUnit {
  Grain grain = Grain::day;
  int count = 1;  ///< "fortnight" is two weeks
};
TimeUnit time_unit(std::int64_t value);
/// What a PART is.
DayPart part_of_day(std::int64_t value);

/// What the words of a match say, word by word. The match must outlive it.
class TimeWords {
 public:
  explicit TimeWords(const TimeMatch& match) : match_(&match) {}

  /// The value of the nth word that is one of these; none for fewer.
  [[nodiscard]] std::optional<std::int64_t> get(std::initializer_list<Symbol> symbols,
                                                std::size_t nth = 0) const;
  [[nodiscard]] std::optional<std::int64_t> month() const;
  /// -1 for "last", 0 for "this", 1 for "next".
  [[nodiscard]] std::optional<std::int64_t> shift() const;
  /// A number for time_unit.
  [[nodiscard]] std::optional<std::int64_t> unit() const;
  /// How many units, in thousandths; TimeAmount::unknown for "several".
  [[nodiscard]] std::int64_t count() const;
  /// The sum of all: "an hour and 30 minutes".
  [[nodiscard]] TimeAmount amount() const;
  /// Of "9:15 p.m.".
  [[nodiscard]] std::optional<int> minute_of_day() const;
  /// `day` itself, its night or its 9:15 p.m.
  [[nodiscard]] TimePoint with_time_of_day(TimePoint day) const;

 private:
  const TimeMatch* match_;
};

// Values that count from nowhere.

/// "1950-53"; none where the second year is not behind the first.
std::optional<TimeValue> range_of_years(const TimeWords& words);
/// "the 1920s", "the '80s".
TimePoint decade_of(const TimeWords& words);
/// "every Monday", "daily", "every two weeks".
TimeValue set_of(const TimeWords& words);

}  // namespace twosource

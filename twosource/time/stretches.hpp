#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/time.hpp"
#include "twosource/time/value.hpp"

namespace twosource {

/// What somebody with a calendar takes from a text: one day, a time from one end to another, or a
/// length of time. Where TIMEX3 marks two expressions, "from 2 July to 10 July" is one stretch
/// here; where it says "P3M" of "the last three months", this says from when to when.
struct TimeStretch {
  enum class Form : std::uint8_t {
    unit,    ///< a day, a moment: `grain` and smaller is what it names
    range,   ///< a longer unit, or from one unit to another; an end may be open
    length,  ///< `amount`, anywhere on the calendar
    set,     ///< how often: see the value of the expression
  };
  Span span;  ///< with the words that open, close or join: "since August", "from 2 to 10 July"
  Form form = Form::unit;
  Grain grain = Grain::day;  ///< of the beginning
  /// Seconds of the text's clock; none for an open end and for lengths.
  std::optional<std::int64_t> begin;
  std::optional<std::int64_t> end;  ///< behind the last second
  /// Where the unit begins that ends a range: of "2 to 10 July" the 10th, 0 o'clock.
  std::optional<std::int64_t> last;
  TimeAmount amount;
  std::size_t expression = 0;  ///< the (first) expression that it comes from
};

/// The stretches that the time expressions of a text tell, in text order, never overlapping; at
/// most one for each expression. Expressions whose value lies nowhere on the calendar ("PAST_REF",
/// "XXXX") give none. `anchor`: when it was said; without it lengths are only lengths. Linear.
std::vector<TimeStretch> time_stretches(std::string_view text,
                                        std::span<const TimeExpression> times,
                                        std::optional<std::int64_t> anchor);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// What the words around a number make of it.
enum class Hedge : std::uint8_t {
  none,
  about,      ///< "about", "some", "around"
  nearly,     ///< "nearly", "almost"
  at_least,   ///< "at least", "no fewer than"
  more_than,  ///< "more than", "over"
  at_most,    ///< "at most", "up to"
  less_than,  ///< "fewer than", "under"
  range,      ///< "10 to 15", "between 10 and 15"
};

/// A number that a text gives for something.
struct Quantity {
  Span span;           ///< with hedge, unit and what is counted: "at least 12 people"
  Span number;         ///< "12", "$3.4 million", "a dozen"
  double value = 0.0;  ///< in `unit`
  Hedge hedge = Hedge::none;
  /// The values that the words allow, closed: what the hedge and the rounding of the digits leave
  /// open ("12,000" is 11,500 to 12,499; "at least 12" is 12 to infinity).
  double low = 0.0;
  double high = 0.0;
  /// In which `value`, `low` and `high` are, whatever the text says them in: "USD", "%", "km" (also
  /// of miles and metres), "h", "years old" (an age); empty: a count.
  std::string unit;
  /// Lemma of the noun that is counted ("people") or measured ("5 per cent of voters"); of a number
  /// without one that of the word behind it which says in what state they are ("12 dead"); 0: none.
  std::uint64_t counted = 0;
};

/// The quantities in the tokens [begin, end) of a text, in order. Dates, times of day, years,
/// ordinals, scores, phone numbers and numbers that are names ("Flight 93") are none. Linear.
///
/// What a number allows: below a hundred a count is exact, above it the zeros at its end may come
/// from rounding; of what is measured the last digit may. "About" and "nearly" leave a fifth.
std::vector<Quantity> find_quantities(std::string_view text, const TaggedText& tagged,
                                      std::uint32_t begin, std::uint32_t end);

/// Is there a value that both allow?
bool can_both_be_true(const Quantity& a, const Quantity& b);

}  // namespace twosource

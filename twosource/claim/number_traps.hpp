#pragma once

#include <cstdint>
#include <string_view>

#include "twosource/model/token.hpp"
#include "twosource/text/numerals.hpp"

namespace twosource {

/// Does a number say anything else than how many or how much: a day or a year, a time of day, a
/// score, a phone number, the number of a flight? Looks a few tokens around it.
bool is_no_quantity(std::string_view text, const TaggedText& tagged, const Numeral& numeral);

}  // namespace twosource

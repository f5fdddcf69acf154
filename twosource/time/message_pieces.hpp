#pragma once

#include <string_view>
#include <vector>

#include "twosource/time/grammar.hpp"

namespace twosource {

/// Pieces as messages write them: "3h" is a number and a unit, "twenty-second" a day, "two thousand
/// and fifteen" a year.
std::vector<TimePiece> message_pieces(std::string_view text, std::vector<TimePiece> pieces);

}  // namespace twosource

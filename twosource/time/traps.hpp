#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "twosource/time/grammar.hpp"

namespace twosource {

/// True if the words around an expression say that it names no time: "August Marn", "1999 people",
/// "Theresa May". `words` are the article's, [begin, end) the expression.
bool is_no_time(std::string_view text, std::span<const Word> words, std::size_t begin,
                std::size_t end, const TimeMatch& match);

/// True for "a year" behind a number, as in "nine million a year": how often, not how long.
bool is_rate(std::string_view text, std::span<const Word> words, std::size_t begin,
             const TimeMatch& match);

}  // namespace twosource

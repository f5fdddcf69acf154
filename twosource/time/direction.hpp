#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "twosource/model/analysis.hpp"
#include "twosource/time/resolve.hpp"

namespace twosource {

/// Where the words around an expression say that it lies: those before it in its sentence, the
/// nearest first, then those behind it. `sentence` are the sentence's words, of which
/// [begin, end) are the expression. Looks at a bounded number of words.
TimeDirection direction_of(std::string_view text, std::span<const Word> sentence, std::size_t begin,
                           std::size_t end);

/// True if one of the few words before `begin` tells that somebody speaks: "said on Sunday".
bool stands_by_speaking(std::span<const Word> sentence, std::size_t begin);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "twosource/model/time.hpp"
#include "twosource/time/style.hpp"

namespace twosource::bench {

/// The time expressions of an English text that was published at `anchor` (seconds since 1970, wall
/// clock), or at an unknown time. The whole text is the body; its language is not guessed, since a
/// text of an evaluation may be three words long.
std::vector<TimeExpression> read_text_times(std::string_view text,
                                            std::optional<std::int64_t> anchor,
                                            TimeStyle style = TimeStyle::news);

}  // namespace twosource::bench

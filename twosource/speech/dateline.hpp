#pragma once

#include <cstddef>
#include <string_view>

#include "twosource/speech/tokens.hpp"

namespace twosource {

/// How many tokens at the beginning of a paragraph are its dateline: "SELNE, May 3 (NWA) — ",
/// "New Varn, Aug. 23 (NWA) ", "PORT VARN: ". 0: it has none. Nobody speaks in a dateline, and it
/// is no part of what follows. A colon counts only behind a place: `starts_with_place` says whether
/// a place's name stands first. Looks at two dozen tokens at most.
std::size_t dateline_tokens(const SpeechUnit& unit, std::string_view text, bool starts_with_place);

}  // namespace twosource

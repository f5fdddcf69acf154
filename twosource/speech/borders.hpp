#pragma once

#include <vector>

#include "twosource/speech/segments.hpp"
#include "twosource/speech/tokens.hpp"

namespace twosource {

/// Puts right where contents begin and end. `segments` are those of the unit, in order; they stay
/// in order and never overlap. Linear.
///
/// - A content that holds one of a pair of quotation marks takes the other one that stands beside
/// it.
/// - What a noun reports ends before the sentence's own verb: "Orlo's claim that the bridge was
///   closed | angered the council".
/// - What "who" says ends with the relative clause: "Marn, who called it “reckless” | , will go."
/// - A quotation that is a sentence ends with its mark: "sang “Bring it home” | as the boat came".
void mend_borders(const SpeechUnit& unit, std::vector<Segment>& segments);

}  // namespace twosource

#pragma once

#include <vector>

#include "twosource/speech/segments.hpp"
#include "twosource/speech/tokens.hpp"

namespace twosource {

/// Puts right where tagged contents begin and end, where the sentence leaves no doubt: a clause
/// gets its verb, a phrase its end, a message is parted from whom it was told to and from the
/// sentence before it. Contents never grow into another segment or sentence. Linear.
void mend_breaks(const SpeechUnit& unit, std::vector<Segment>& segments);

}  // namespace twosource

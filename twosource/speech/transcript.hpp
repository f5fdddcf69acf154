#pragma once

#include <vector>

#include "twosource/speech/tokens.hpp"

namespace twosource {

/// Sets `label` of the paragraphs that a transcript begins with its speaker: a name in capitals and
/// a colon, "ORLO: The bridge is safe." or "“MS. ORLO: …". A label counts if the article also has
/// it as the end of a name in ordinary letters ("Ana Orlo"), or if it comes twice beside another
/// that does: "UPDATE:" is no speaker. Linear.
void find_labels(std::vector<SpeechUnit>& units);

}  // namespace twosource

#pragma once

#include <vector>

#include "twosource/speech/links.hpp"
#include "twosource/speech/segments.hpp"
#include "twosource/speech/tokens.hpp"

namespace twosource {

/// What looks like a statement to the tagger and is none: a denied one ("did not say whether"), a
/// refusal to speak ("declined to comment"), a question for the speaker ("it was not clear who
/// ordered it"), nobody's ("no one said"), a content that only points at another ("that"), the
/// title of a work, a word or two in quotation marks without a cue.
bool is_no_statement(const SpeechUnit& unit, const std::vector<Segment>& segments,
                     const LinkedStatement& linked);

}  // namespace twosource

#pragma once

#include <string_view>

#include "twosource/model/token.hpp"
#include "twosource/text/parts_of_speech.hpp"

namespace twosource {

/// The tagged text with parts of speech put right where a whole sentence's capitals or a broken
/// quotation led the tagger astray: verbs in headlines that begin every word with a capital, plural
/// nouns taken for verbs behind an adjective. The first sentence is the title. Linear.
TaggedText mend_parts(std::string_view text, const TaggedText& tagged, PartTagger& tagger);

}  // namespace twosource

#pragma once

#include <string_view>
#include <vector>

#include "twosource/model/token.hpp"

namespace twosource {

/// Puts right what the models of names get wrong by rule:
///
/// - no name begins with a hyphen: "Indo" and "-Pacific" are "Indo-Pacific", of "US-China talks"
/// the
///   hyphen is nobody's;
/// - "Times of" goes on with the name behind it, or ends before its last small words; if one word
/// is
///   left of an organisation then, it is none;
/// - a weekday behind a place or a person is no part of it: "Selne Monday";
/// - "Selne, Norland" is two places, "Washington, D.C." is one.
///
/// `names` are in order and never overlap, and so is the answer; each name lies in its sentence.
/// Linear.
std::vector<NameMention> mend_names(std::string_view text, const TaggedText& tagged,
                                    std::vector<NameMention> names);

}  // namespace twosource

#pragma once

#include "twosource/model/brief.hpp"
#include "twosource/model/claim.hpp"
#include "twosource/model/flag.hpp"

namespace twosource {

/// What a flag means, in a few words: "quotation without a speaker".
const char* words_of(FlagKind kind);

/// What a sentence of the brief rests on, where it is not agreed: "disputed"; empty where it is.
const char* words_of(ClaimStatus status);

/// The same of a sentence: what one speaker said is no single source where several report it.
const char* remark_of(const BriefSentence& sentence);

/// In what two accounts part: "number", "yes or no", "choice of words".
const char* words_of(ConflictKind kind);

/// "says", "contradicts", "other number".
const char* words_of(Stance stance);

}  // namespace twosource

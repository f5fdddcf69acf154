#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// Cuts sentences to tokens, as treebanks do.
///
/// - A word is a token. Of "don't", "we've" and "minister's" the clitic is one of its own: "do" and
///   "n't", "minister" and "'s"; so is the "not" of "cannot".
/// - Numbers stay whole: "3,000", "2.5", "10:30". So do "U.S.", web addresses, and the full stop of
/// an
///   abbreviation, which is any that stands behind a word and does not end the sentence: "Mr.".
/// - Every other character that is not white space is a token; a run of the same one ("...", "--")
///   is one, but for quotation marks and brackets.
///
/// `words` are those of the whole text, `sentences` ascending and without overlap. Every byte of a
/// sentence that is not white space is in exactly one token. Parts of speech are left at `other`.
/// Linear.
TaggedText find_tokens(std::string_view text, std::span<const Word> words,
                       std::span<const Span> sentences);

}  // namespace twosource

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"

namespace twosource {

/// A word or one punctuation mark of a line, for reading credits, bylines and datelines. Unlike the
/// words of the text stage it keeps the marks, because "(AP)" and "AP" are not the same evidence.
struct LineToken {
  Span span;
  bool word = false;  ///< a run of letters and digits; else one punctuation mark
};

/// The lines of a part of a text, without white space around them; empty lines are left out.
std::vector<Span> find_lines(std::string_view text, Span part);

/// The tokens of a part of a text, in order. Bytes that are not ASCII count as letters, except
/// spaces, dashes, quotation marks and the like of the blocks Latin-1, General Punctuation and CJK.
std::vector<LineToken> find_line_tokens(std::string_view text, Span part);

/// ASCII letters in lower case; everything else as it is.
std::string lower_ascii(std::string_view text);

/// First character is an ASCII capital or not ASCII at all.
bool starts_upper(std::string_view word);

/// No ASCII letter is small, and there is a capital or a letter that is not ASCII.
bool is_upper(std::string_view word);

}  // namespace twosource

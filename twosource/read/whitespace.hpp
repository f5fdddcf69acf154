#pragma once

#include <string>
#include <string_view>

namespace twosource {

/// `text` without white space at both ends: ASCII blanks, no-break and typographic spaces,
/// zero-width spaces and byte-order marks.
std::string_view trim(std::string_view text);

/// `text` on one line: trimmed, every inner run of white space one blank.
std::string on_one_line(std::string_view text);

}  // namespace twosource

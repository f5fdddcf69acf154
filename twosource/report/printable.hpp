#pragma once

#include <string>
#include <string_view>
#include <vector>

// Text from outside, made fit for a terminal. An article may hold escape sequences that recolour,
// retitle or rewrite the reader's terminal, and marks that turn the order of letters around.

namespace twosource {

/// The text on one line: white space becomes single blanks; control characters, bidirectional and
/// other invisible format characters are dropped; bytes that are no UTF-8 become U+FFFD. Joiners
/// inside words stay (emoji, Persian, Indic scripts need them).
std::string printable(std::string_view text);

/// Breaks a printable text into lines of at most `width` columns, between words where possible. A
/// word wider than a line is cut. At least one line.
std::vector<std::string> wrap_text(std::string_view text, std::size_t width);

/// The text with blanks behind it up to `width` columns, or truncated to them.
std::string fit_text(std::string_view text, std::size_t width);

}  // namespace twosource

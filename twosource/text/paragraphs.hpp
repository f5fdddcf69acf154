#pragma once

#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"

namespace twosource {

/// The paragraphs of `body`, in order, without surrounding white space and never empty.
///
/// A blank line ends a paragraph. So does a single line break, unless the text is hard-wrapped:
/// then a break only ends a paragraph where the next word would still have fitted on the line, or
/// where the next line is indented further. A text is taken for hard-wrapped if its lines are at
/// most 100 columns wide and most of their breaks stand in mid-sentence and could not have come a
/// word later. Linear.
std::vector<Span> find_paragraphs(std::string_view text, Span body);

}  // namespace twosource

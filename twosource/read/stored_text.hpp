#pragma once

#include <string_view>

#include "twosource/model/article.hpp"

namespace twosource {

/// An article with its stored text and the two spans in it: `title` on one line, a blank line,
/// `body` without white space at its ends. Both must be valid UTF-8; either may be empty. The path
/// and everything else is left to the caller.
Article store_text(std::string_view title, std::string_view body);

}  // namespace twosource

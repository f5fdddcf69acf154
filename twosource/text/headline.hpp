#pragma once

#include "twosource/base/span.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// The title without the outlet's name that many pages hang on to it: "Port reopens | Selne Post",
/// "Port reopens - Selne Post" give "Port reopens".
///
/// Behind a bar any last part of at most five words goes; behind a dash only one that names the
/// outlet or the host of the url. What is left is never empty unless the title is.
Span headline_of(const Article& article);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// The title without the outlet's name that many pages hang on to it: "Port reopens | Selne Post",
/// "Port reopens - Selne Post" give "Port reopens".
///
/// Behind a bar any last part of at most five words goes; behind a dash only one that names the
/// outlet or the host of the url. What is left is never empty unless the title is.
Span headline_of(const Article& article);

/// The words of the headline that say what it is about (rarer than 1 in 1,000 words of news in that
/// language), as hashes in ascending order.
std::vector<std::uint64_t> telling_headline_words(const Article& article,
                                                  std::string_view language);

/// Whether two headlines are known to be about different things: both have telling words, and no
/// one in common.
bool are_unrelated(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace twosource

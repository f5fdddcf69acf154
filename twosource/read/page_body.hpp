#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/read/page.hpp"

namespace twosource {

/// The paragraphs of the article on a page, in order, without title, byline and furniture; empty
/// where the page holds no prose. Subheadings and lists that belong to the article are kept.
///
/// `linked_body` is the body that the page gives in JSON-LD, or empty: evidence, not the answer.
std::vector<std::string> find_body(const Page& page, std::string_view title,
                                   std::string_view linked_body);

}  // namespace twosource

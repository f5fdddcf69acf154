#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/read/page.hpp"

namespace twosource {

/// What is known of the article before its body is looked for. Any of it may be empty.
struct BodyHints {
  std::string_view title;
  std::string_view description;  ///< the page's summary, which may stand above the text as well
};

/// The paragraphs of the article on a page, in order, without title, byline and furniture; empty
/// where the page holds no prose. The summary under the headline, subheadings and lists that belong
/// to the article are kept.
std::vector<std::string> find_body(const Page& page, const BodyHints& hints);

}  // namespace twosource

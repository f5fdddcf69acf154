#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace twosource {

/// A page without what no reader sees.
struct LeanHtml {
  std::string html;
  std::vector<std::string> linked_data;  ///< contents of scripts of type application/ld+json
};

/// Copies a page without scripts, styles, drawings, comments and the attributes that tell nothing
/// about an article: five sixths of the bytes of a news page. The tree that a parser builds from
/// the rest is the same but for what was left out.
///
/// A page that is nested, broken or long beyond anything made for readers loses the tags that would
/// keep a parser busy; its text stays. One pass, linear time.
LeanHtml make_lean(std::string_view html);

}  // namespace twosource

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "twosource/read/linked_data.hpp"
#include "twosource/read/page.hpp"

namespace twosource {

/// What a page says of its article outside the body. Empty fields are not said.
struct PageMetadata {
  std::string title;
  std::string description;  ///< the page's own summary
  std::string outlet;
  std::string owner;
  std::string url;
  std::string language;
  std::vector<std::string> authors;
  std::optional<Published> published;
};

/// Reads the metadata of a page from its JSON-LD (`linked`), meta elements, microdata, headings and
/// bylines; where they disagree, the one made for machines and for this article wins. A title loses
/// the name of the outlet behind it.
PageMetadata find_metadata(const Page& page, const LinkedArticle& linked);

/// The text below a node on one line; of a large element only the beginning.
std::string text_below(const Page& page, NodeIndex node);

/// Whether two titles are the same but for case, punctuation, and what a page adds in front or
/// behind.
bool same_title(std::string_view a, std::string_view b);

}  // namespace twosource

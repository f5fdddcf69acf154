#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "twosource/model/article.hpp"

namespace twosource {

/// What a page says of its article in JSON-LD (schema.org). Empty fields are not said.
struct LinkedArticle {
  std::string headline;
  std::string body;  ///< as it stands, maybe with markup, maybe only its beginning
  std::string outlet;
  std::string owner;
  std::string url;
  std::string language;
  std::vector<std::string> authors;
  std::optional<Published> published;
};

/// Finds the article in the JSON-LD blocks of a page: the first object of an article type, wherever
/// it is nested; publisher and authors may stand elsewhere and be named by "@id". Blocks that are
/// not JSON are passed over.
LinkedArticle find_linked_article(std::span<const std::string> blocks);

}  // namespace twosource

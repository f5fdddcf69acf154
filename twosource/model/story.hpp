#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/model/reason.hpp"

namespace twosource {

/// Position of a story in the report's list.
using StoryIndex = std::uint32_t;

/// Why two articles of one story belong together.
struct StoryLink {
  ArticleIndex a = 0;
  ArticleIndex b = 0;
  Reason reason;
};

/// Articles about the same event.
struct Story {
  std::string id;
  std::string title;                   ///< that of its most central article
  std::vector<ArticleIndex> articles;  ///< ascending
  std::vector<StoryLink> links;        ///< enough of them to connect all articles
};

}  // namespace twosource

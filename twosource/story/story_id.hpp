#pragma once

#include <span>
#include <string>

#include "twosource/model/article.hpp"

namespace twosource {

/// The id of the story that has these members, whatever their order.
std::string story_id(std::span<const Article> articles, std::span<const ArticleIndex> members);

}  // namespace twosource

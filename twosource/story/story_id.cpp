#include "twosource/story/story_id.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "twosource/base/hash.hpp"

namespace twosource {

std::string story_id(std::span<const Article> articles, std::span<const ArticleIndex> members) {
  std::vector<std::string_view> ids;
  ids.reserve(members.size());
  for (const ArticleIndex i : members) ids.push_back(articles[i].id);
  std::sort(ids.begin(), ids.end());
  std::string joined;
  for (const std::string_view id : ids) joined.append(id).append("\n");
  return make_id("story", {joined});
}

}  // namespace twosource

#include "twosource/origin/story_order.hpp"

#include <algorithm>

#include "twosource/origin/direction.hpp"

namespace twosource {

StoryOrder::StoryOrder(const StoryMaterial& material) : material_(material) {
  for (const std::uint32_t index : material.story_copies) {
    const Copy& copy = material.copies[index];
    if (!copy.is_evidence()) continue;
    std::int64_t& words = words_[{copy.a, copy.b}];
    if (copy.direction == Direction::a_to_b) words += copy.equal_words;
    if (copy.direction == Direction::b_to_a) words -= copy.equal_words;
  }
}

int StoryOrder::compare(ArticleIndex a, ArticleIndex b) const {
  const auto found = words_.find(std::minmax(a, b));
  // Where dates and texts contradict each other the direction is open, and stays so.
  if (found != words_.end()) {
    if (found->second == 0) return 0;
    return (found->second > 0) == (a < b) ? -1 : 1;
  }
  return compare_published(material_.articles[a], material_.articles[b]);
}

}  // namespace twosource

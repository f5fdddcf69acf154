#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "twosource/origin/material.hpp"

namespace twosource {

/// Who of two articles of a story had their common text first: by their dates, or else by the
/// direction of the copies between them.
class StoryOrder {
 public:
  explicit StoryOrder(const StoryMaterial& material);
  /// Less than zero where `a` was first, above zero for `b`, zero where nothing tells.
  [[nodiscard]] int compare(ArticleIndex a, ArticleIndex b) const;

 private:
  const StoryMaterial& material_;
  /// Words of copies from the first to the second, less those of the other way; first < second.
  std::map<std::pair<ArticleIndex, ArticleIndex>, std::int64_t> words_;
};

}  // namespace twosource

#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/origin.hpp"
#include "twosource/model/story.hpp"
#include "twosource/origin/reading.hpp"

namespace twosource {

/// Everything the tracing of one story looks at. All lists but the story's are indexed by article.
struct StoryMaterial {
  std::span<const Article> articles;
  std::span<const Analysis> analyses;
  std::span<const Copy> copies;
  std::span<const ArticleReading> readings;
  const SourceNames& names;
  const Story& story;
  std::vector<std::uint32_t> story_copies;  ///< copies with both sides in the story
};

/// What makes two sentences of one story have the same origin.
///
/// agency       the agencies' short names; none: an agency that is not named
/// own, unclear the outlet's key, or "#" and the article's id where there is no outlet
/// release      "#" and the id of the first article that shows the release's marks
/// common_text  "#" and a number inside the story
struct OriginKey {
  OriginKind kind = OriginKind::unclear;
  std::vector<std::string> names;
  auto operator<=>(const OriginKey&) const = default;
};

}  // namespace twosource

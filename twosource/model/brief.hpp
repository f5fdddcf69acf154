#pragma once

#include <optional>
#include <string>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/model/claim.hpp"
#include "twosource/model/origin.hpp"
#include "twosource/model/story.hpp"
#include "twosource/model/time.hpp"

namespace twosource {

/// One line of the timeline: something that the articles date.
struct Moment {
  std::string id;
  StoryIndex story = 0;
  std::string date;                  ///< TIMEX3 value of a day or something longer or shorter
  TimeInterval interval;             ///< what the lines are ordered by
  std::string text;                  ///< in a source's own words
  std::vector<ArticleSpan> sources;  ///< every place that tells it, the one of `text` first
  std::vector<OriginIndex> origins;  ///< counted ones, ascending
};

/// One sentence of the brief, in a source's own words.
struct BriefSentence {
  std::string id;
  StoryIndex story = 0;
  std::string text;
  ClaimStatus status = ClaimStatus::single;  ///< of the claim that it tells
  std::optional<ClaimIndex> claim;
  std::vector<ArticleSpan> cites;    ///< every place that carries it, the one of `text` first
  std::vector<OriginIndex> origins;  ///< counted ones, ascending
};

}  // namespace twosource

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "twosource/origin/material.hpp"
#include "twosource/origin/shared_text.hpp"
#include "twosource/origin/shared_words.hpp"
#include "twosource/origin/standing.hpp"
#include "twosource/origin/text_sources.hpp"

namespace twosource {

/// How a sentence came to its origin.
enum class Ground {
  copied,      ///< another article has it
  attributed,  ///< it names its source
  rest,        ///< what the article shows as a whole holds for it
};

struct TracedSentence {
  OriginKey key;
  Ground ground = Ground::rest;
};

/// How much of one article belongs to one origin.
struct Portion {
  std::uint32_t sentences = 0;  ///< whole sentences, headings and links left out
  std::uint32_t words = 0;
  std::uint32_t copied_words = 0;      ///< of `words`, in sentences that others have
  std::uint32_t equal_words = 0;       ///< of these, equal to those of another article
  std::uint32_t reworded_words = 0;    ///< of `copied_words`, told in other words than elsewhere
  std::uint32_t attributed_words = 0;  ///< of `words`, in sentences that name their source
};

/// The sentences of one story with their origins, before the origins are counted and named.
struct TracedStory {
  SharedText shared;
  SharedWords words;
  std::vector<Standing> standings;  ///< by position in the story
  TextSources sources;
  std::vector<std::vector<std::optional<TracedSentence>>> sentences;  ///< by position, sentence
  std::map<OriginKey, std::map<ArticleIndex, Portion>> portions;
};

/// Gives each sentence of the story its origin: copied → its text's; attributed → the agency's or
/// the other outlet's; otherwise what its article shows, `own` on positive evidence only. Quoted
/// speech, titles, credit lines, captions and furniture have none.
TracedStory trace_story(const StoryMaterial& material);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/model/reason.hpp"
#include "twosource/model/story.hpp"

namespace twosource {

/// What is odd about a passage.
enum class FlagKind : std::uint8_t {
  dangling_pronoun,   ///< "he", "that" with nothing before that it could stand for
  orphan_quote,       ///< a quotation without a speaker behind someone else's sentence
  stray_heading,      ///< a heading of another text, left over in the middle
  off_topic,          ///< a sentence that has nothing to do with the story
  unintroduced_name,  ///< a family name or a role that nothing before introduces
  repeated,           ///< the article tells this a second time
  stale_time,         ///< the passage is older than the article: its "on Sunday" is another Sunday
  spun,               ///< words that automatic rewording leaves: "the us secretary of state"
};

/// A passage that looks stitched in, orphaned, repeated or stale.
struct Flag {
  std::string id;
  StoryIndex story = 0;
  ArticleSpan place;
  FlagKind kind = FlagKind::repeated;
  std::string note;  ///< one sentence for people
  std::vector<Reason> reasons;
};

const char* name_of(FlagKind kind);

}  // namespace twosource

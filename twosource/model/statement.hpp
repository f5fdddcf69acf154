#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/entity.hpp"
#include "twosource/model/reason.hpp"
#include "twosource/model/story.hpp"

namespace twosource {

/// Position of a statement in the report's list.
using StatementIndex = std::uint32_t;

/// How a statement is given.
enum class StatementKind {
  direct,    ///< all of the content stands in quotation marks
  mixed,     ///< a part of it does
  indirect,  ///< nothing of it does
};

/// How the speaker was found.
enum class ResolvedBy {
  named,            ///< the source names a person, an organisation or a place
  pronoun,          ///< "she"
  role,             ///< "the minister", and only one has that role
  adjacent,         ///< no source: the speaker of the statement before goes on
  across_articles,  ///< another article has the same words and says who said them
  unnamed,          ///< the source is a description of someone whom the text does not name
  unresolved,       ///< nothing tells
};

/// Who said it.
struct Speaker {
  std::optional<EntityIndex> entity;  ///< none: someone unnamed
  std::string name;                   ///< of the entity; or the description: "a senior official"
};

/// Who said what, as one article has it.
struct Statement {
  std::string id;
  ArticleIndex article = 0;
  StoryIndex story = 0;
  StatementKind kind = StatementKind::indirect;
  std::vector<Span> content;  ///< in text order, never empty, never overlapping; with its marks
  Span cue;                   ///< "said", "according to"; empty: none, the marks alone tell
  Span source;                ///< "the minister", "she"; empty: the text names none
  std::optional<Speaker> speaker;  ///< none: `unresolved`
  std::vector<std::string> via;    ///< through whom it came: "carried by the agency"
  ResolvedBy resolved_by = ResolvedBy::unresolved;
  /// How probable it is that source, cue and content are right and, where "he" or "she" could be
  /// several, that the speaker is; 0..1.
  double score = 0.0;
  /// The first statement of the story with the same words; none: this is it, or the only one.
  std::optional<StatementIndex> same_as;
  /// Statements with the same words that name another speaker.
  std::vector<StatementIndex> conflicts;
  std::vector<Reason> reasons;  ///< for the speaker
};

const char* name_of(StatementKind kind);
const char* name_of(ResolvedBy resolved_by);

}  // namespace twosource

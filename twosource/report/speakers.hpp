#pragma once

#include <optional>
#include <string>
#include <vector>

#include "twosource/model/report.hpp"

namespace twosource {

/// One thing that was said, with all reports of it in the story.
struct Said {
  std::vector<StatementIndex> statements;  ///< by article and place; the first stands for all
  std::vector<ArticleIndex> articles;      ///< ascending
  std::vector<OriginIndex> origins;        ///< that report it, ascending; see below
  bool conflict = false;                   ///< another article names another speaker
};

/// One who speaks in a story.
struct SpeakerPart {
  std::optional<EntityIndex> entity;  ///< none: someone unnamed, or nobody knows
  std::string name;                   ///< empty: nobody knows
  std::vector<ArticleIndex> articles;
  std::vector<Said> said;  ///< what most articles have first
};

/// Who said what in a story: those whom most articles quote first, the unnamed behind the named,
/// what nobody is known to have said last.
///
/// A statement is reported by the origin of its sentence; quoted speech has none and counts for the
/// origin of the nearest sentence of its article that has one.
std::vector<SpeakerPart> speakers_of_story(const Report& report, StoryIndex story);

/// The words of a statement in one line: pieces of content joined by " … ".
std::string words_of(const Report& report, const Statement& statement);

}  // namespace twosource

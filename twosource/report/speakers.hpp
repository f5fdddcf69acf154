#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "twosource/model/report.hpp"

namespace twosource {

/// One way in which a thing that was said is worded; other marks are no other wording.
struct Wording {
  StatementIndex statement = 0;        ///< the first with it
  std::vector<ArticleIndex> articles;  ///< ascending
};

/// Whom other articles name for the same words.
struct OtherSpeaker {
  std::string name;
  std::vector<ArticleIndex> articles;  ///< ascending
};

/// One thing that was said, with all reports of it in the story.
struct Said {
  std::vector<StatementIndex> statements;  ///< by article and place
  StatementIndex best = 0;                 ///< stands for all: in marks if any is, most frequent
  std::vector<Wording> wordings;           ///< that of `best` first, then the most frequent
  std::vector<ArticleIndex> articles;      ///< ascending
  std::vector<OriginIndex> origins;        ///< that report it, ascending; see below
  std::vector<std::string> via;            ///< through whom it came, in alphabetical order
  std::vector<OtherSpeaker> others;
  bool conflict = false;  ///< one of the others cannot be right together with this speaker
  std::vector<ArticleIndex> silent;  ///< articles that do not tell who said it, ascending
  std::vector<ArticleIndex> across;  ///< where only the others tell it, ascending
  /// More likely than not no statement, or one with wrong borders. A quotation is never doubtful:
  /// the words themselves are beyond doubt.
  bool doubtful = false;
  double score = 0.0;  ///< the highest of its statements
};

enum class SpeakerKind {
  named,    ///< a person, an organisation, a place
  unnamed,  ///< someone whom the texts describe
  untold,   ///< nobody knows
};

/// One who speaks in a story.
struct SpeakerPart {
  SpeakerKind kind = SpeakerKind::untold;
  std::optional<EntityIndex> entity;   ///< of a named one
  std::string name;                    ///< empty: nobody knows
  std::vector<ArticleIndex> articles;  ///< ascending; of what is not doubtful
  std::vector<OriginIndex> origins;
  std::vector<Said> said;  ///< first what has marks, then what most articles have, doubtful last
};

/// Who said what in a story: those whom most articles quote first, the unnamed behind the named,
/// what nobody is known to have said last, those of whom all is doubtful at the end of their kind.
///
/// What was said once is told once: an article that does not say who spoke counts for the speaker
/// whom others tell, unless these name two. A person and an organisation that are named for the
/// same words are no two: the person speaks. A statement is reported by the origin of its sentence;
/// quoted speech has none and counts for the origin of the nearest sentence of its article that has
/// one.
std::vector<SpeakerPart> speakers_of_story(const Report& report, StoryIndex story);

/// The origin of the sentence at a byte of an article or, where that has none (quoted speech), of
/// the nearest one that has; none for an article without origins.
std::optional<OriginIndex> origin_near(const Report& report, ArticleIndex article,
                                       std::uint32_t byte);

/// The words of a statement in one line: pieces of content joined by " … ".
std::string words_of(const Report& report, const Statement& statement);

/// A form of a name, how often it stands in a story, and where.
struct NameForm {
  std::string name;
  std::uint32_t count = 0;
  std::vector<ArticleIndex> articles;  ///< ascending
};

/// The forms of an entity's name, most frequent first.
std::vector<NameForm> forms_of(const Report& report, const Entity& entity);

}  // namespace twosource

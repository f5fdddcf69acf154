#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/model/origin.hpp"
#include "twosource/model/reason.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/model/story.hpp"

namespace twosource {

/// Position of a claim in the report's list.
using ClaimIndex = std::uint32_t;

/// How the accounts stand to a claim.
enum class ClaimStatus : std::uint8_t {
  agree,    ///< at least two independent origins that are shown carry it
  differ,   ///< some account contradicts it
  single,   ///< one origin, however many articles; or one speaker, whoever reports it
  update,   ///< later accounts have it otherwise because things went on: a later toll
  unclear,  ///< carried by several articles, but their origins are not shown to be independent
};

/// In what two accounts part.
enum class ConflictKind : std::uint8_t {
  number,
  date,
  name,
  place,
  polarity,     ///< it was so, it was not so: negation, opposite words, a denial
  framing,      ///< opposite words for the same thing: productive, regrettable
  attribution,  ///< the same words given to two speakers
};

/// How a place stands to its claim.
enum class Stance : std::uint8_t {
  says,
  contradicts,
  other_number,  ///< says it with a number that cannot be true together with the claim's
};

/// One place that speaks of a claim.
struct ClaimMember {
  ArticleSpan place;           ///< the clause or the words of the statement
  std::uint32_t sentence = 0;  ///< index into Analysis::sentences: the whole sentence, for showing
  Stance stance = Stance::says;
  std::optional<StatementIndex> statement;  ///< it is what somebody said
  std::optional<OriginIndex> origin;        ///< of its sentence; quoted speech has none
};

/// Two places that cannot both be right, or that call one thing by opposite words.
struct ClaimConflict {
  ConflictKind kind = ConflictKind::number;
  ArticleSpan a;  ///< the words that differ: "12 people"
  ArticleSpan b;
  std::optional<StatementIndex> statement_a;  ///< whose words they are, if anybody's
  std::optional<StatementIndex> statement_b;
  std::vector<OriginIndex> origins_a;  ///< that carry this side, ascending
  std::vector<OriginIndex> origins_b;
  bool update = false;  ///< the later account replaces the earlier: a development, not a conflict
  std::string note;     ///< one sentence for people
};

/// Something that the accounts of a story say, and who says it.
struct Claim {
  std::string id;
  StoryIndex story = 0;
  ArticleSpan text;  ///< the clearest place, in the source's own words; that of a member
  ClaimStatus status = ClaimStatus::unclear;
  std::vector<ClaimMember> members;   ///< by article and place
  std::vector<OriginIndex> origins;   ///< counted ones that say it, ascending
  std::vector<EntityIndex> speakers;  ///< who says it; empty: the articles say it themselves
  std::vector<ClaimConflict> conflicts;
  double score =
      0.0;  ///< how probable it is that all members say the same or speak of the same, 0..1
  std::vector<Reason> reasons;
};

const char* name_of(ClaimStatus status);
const char* name_of(ConflictKind kind);
const char* name_of(Stance stance);

}  // namespace twosource

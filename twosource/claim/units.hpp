#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/claim/quantities.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// Somebody or something that takes part in what a unit tells.
struct Participant {
  enum class Role : std::uint8_t { subject, object, other };
  Span span;                          ///< the noun phrase
  std::uint64_t head = 0;             ///< lemma hash of its last noun
  std::optional<EntityIndex> entity;  ///< the name, or whom the pronoun or the role stands for
  Role role = Role::other;            ///< in an active sentence; a passive one is turned
  bool pronoun = false;               ///< not resolved if `entity` is empty
};

/// How a unit is told.
enum class Modality : std::uint8_t {
  fact,
  plan,       ///< "will", "plans to", "is due to"
  possible,   ///< "may", "could", "is thought to"
  condition,  ///< "if", "unless", "would"
  question,
};

/// The smallest thing that a text says: a clause with its participants, or a statement's content,
/// as far as it has one main verb; a headline.
struct Unit {
  ArticleIndex article = 0;
  std::uint32_t sentence = 0;  ///< index into Analysis::sentences; 0 is the title
  Span span;
  std::uint32_t token_begin = 0;  ///< tokens [begin, end) of the article
  std::uint32_t token_end = 0;
  /// It lies in the content of this one, or some quoted words of it do: "called them 'bad'".
  std::optional<StatementIndex> statement;
  Span action;             ///< the main verb; empty: a unit without one (headlines)
  std::uint64_t verb = 0;  ///< its lemma hash
  bool negated = false;
  Modality modality = Modality::fact;
  std::vector<Participant> participants;  ///< in text order
  std::vector<Quantity> quantities;       ///< in text order
  std::vector<TimeIndex> times;           ///< in text order
  std::vector<std::uint64_t> lemmas;      ///< of all content words, in text order
};

/// Position of a unit in a story's list.
using UnitIndex = std::uint32_t;

/// The units of one story's articles, by article and place. Units do not overlap. Linear in the
/// text of the story. Reads entities, statements and times of the report.
std::vector<Unit> find_units(const Report& report, std::span<const TaggedText> tagged,
                             StoryIndex story);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/noun_phrases.hpp"
#include "twosource/claim/verb_groups.hpp"
#include "twosource/model/statement.hpp"

namespace twosource {

/// What keeps the tokens of an article together or apart.
struct StatementTokens {
  std::vector<std::optional<StatementIndex>> content;  ///< by token: the innermost one
  /// By token: whose quoted words without a verb they are: "productive" in: he called the talks
  /// "productive". The clause around them is one with them.
  std::vector<std::optional<StatementIndex>> quoted;
  std::vector<std::uint8_t> reports;  ///< by token: 1 in a cue or a source
  /// By token: 1 where it goes on with an expression that is not to be cut, a time.
  std::vector<std::uint8_t> goes_on;
};

/// `statements` are those of one article, by their place in the report's list.
StatementTokens mark_statements(const TaggedText& tagged, std::span<const Statement> statements,
                                std::span<const StatementIndex> of_article);

/// A stretch of a sentence with at most one verb group: the tokens [begin, end).
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::optional<VerbGroup> verb;
  std::optional<StatementIndex> statement;
  bool reports = false;  ///< it is what introduces a statement: "the mayor said"
};

/// Cuts the sentence [begin, end) to pieces, in order and without gaps: at the borders of its
/// clauses and statements, and before the subject of a second finite verb. `phrases` are the noun
/// phrases of the sentence. Linear.
std::vector<Piece> cut_sentence(const LemmaText& text, std::span<const NounPhrase> phrases,
                                const StatementTokens& statements, std::uint32_t begin,
                                std::uint32_t end);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "twosource/report/view.hpp"

namespace twosource {

/// One side of a place where two accounts part.
struct AccountSide {
  ArticleSpan words;                   ///< that differ: "12 people"
  ArticleSpan clause;                  ///< what is said there, in full
  ArticleSpan sentence;                ///< in which they stand
  std::string speaker;                 ///< whose words they are; empty: the article's own
  std::vector<ArticleIndex> articles;  ///< that have this side, ascending, never empty
  std::vector<OriginIndex> origins;    ///< that carry it, ascending
};

/// Where two accounts part, or where the later one replaces the earlier.
struct Difference {
  ClaimIndex claim = 0;
  std::uint32_t conflict = 0;  ///< index into its conflicts
  AccountSide a;
  AccountSide b;
};

/// What the accounts say of one thing, for a reader.
struct Account {
  ClaimIndex claim = 0;
  std::vector<ArticleIndex> articles;  ///< that say it, ascending
  /// Origins that report it, ascending: those of the sentences that say it, for quoted speech those
  /// of the sentences around it.
  std::vector<OriginIndex> origins;
  /// Who says it, where that is told; otherwise the description that most texts have. Empty where
  /// some article says it in its own name, or where nobody is known to have said it.
  std::vector<std::string> speakers;
  /// Somebody says it wherever it stands: it is a report of speech, not an account of its own.
  bool attributed = false;
  /// The text of the claim is what they said and nothing else: "X said: ..." reads well.
  bool in_their_words = false;
};

/// A story's claims, sorted by how the accounts stand to them: in the report's order, but what is
/// told by one only or is unclear begins with what most articles have.
struct Accounts {
  std::vector<Account> agreed;
  std::vector<Account> single;          ///< one origin, or one speaker
  std::vector<Account> unclear;         ///< told by several that are not shown to be independent
  std::vector<Account> parted;          ///< of which some account has it otherwise
  std::vector<Difference> differences;  ///< of `parted`: those that contradict each other
  std::vector<Difference> updates;      ///< and those that are a development in time
};

/// Linear in the members of the story's claims, times the logarithm of the sentences.
Accounts accounts_of_story(const Report& report, StoryIndex story);

/// What one column of the matrix has of a claim: indices into its members, those that say it first,
/// then by article. Empty: silent.
using MatrixCell = std::vector<std::uint32_t>;

/// Claims against origins: an origin's copies are one column.
struct Matrix {
  std::vector<OriginIndex> columns;  ///< in the order of the story's origins
  bool others = false;               ///< a last column for whoever has no column of its own
  /// For each claim asked for, a cell for each column, with that of the others last if there is it.
  std::vector<std::vector<MatrixCell>> rows;
};

/// The matrix of some claims of one story, in their order. Columns are the origins that speak of
/// them, at most `columns`: those that the sum counts as shown first, then those that speak of
/// most.
Matrix matrix_of(const ReportView& view, StoryIndex story, const std::vector<ClaimIndex>& claims,
                 std::size_t columns);

/// "Ilva Torrend, the surgeon and 2 more".
std::string names_of(const std::vector<std::string>& speakers);

/// Who stands behind a claim, never more than that: "2 origins (A B)", "one speaker, 3 origins (A B
/// ?1) report it", "no counted origin". A speaker is named here where the text of the claim cannot
/// be put in his mouth.
std::string support_of(const ReportView& view, const Account& account);

/// The articles of some places, ascending.
std::vector<ArticleIndex> articles_of(const std::vector<ArticleSpan>& places);

/// "A B ?2": letters of origins, those that are shown first.
std::string letters_of(const ReportView& view, const std::vector<OriginIndex>& origins);

}  // namespace twosource

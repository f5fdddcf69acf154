#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/statement.hpp"

namespace twosource {

/// Two statements that a copied passage has at the same place, in part or as a whole.
struct CopiedStatements {
  StatementIndex a = 0;  ///< places in a list, a < b
  StatementIndex b = 0;
  double share = 0.0;  ///< of the words of either content, how many stand for words of the other
  double equal = 0.0;  ///< of the longer content's words, how many are the same there
};

/// Finds the statements whose contents are each other's in a copied passage: at least three in ten
/// words of either content stand for words of the other. `statements` are those of one story, by
/// article and place; `copies` are the passages that two articles of it share. The greatest share
/// comes first. Linear in the words of the copies, times the statements of a passage.
std::vector<CopiedStatements> find_copied_statements(std::span<const Analysis> analyses,
                                                     std::span<const Copy* const> copies,
                                                     std::span<const Statement> statements);

}  // namespace twosource

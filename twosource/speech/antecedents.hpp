#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string_view>

#include "twosource/model/statement.hpp"
#include "twosource/speech/article_view.hpp"

namespace twosource {

/// A pronoun that is the source of a statement.
struct Pronoun {
  std::uint32_t token = 0;
  std::string_view form;              ///< lower-case
  const Statement* before = nullptr;  ///< the statement before, with its speaker; may be none
  std::set<std::uint32_t> not_meant;  ///< entities whom the words themselves name
};

/// Who is meant by "he", "she", "it", "they" or "who". A speaker without an entity is somebody whom
/// the text only describes ("a guard, who said"). None where the text leaves it open, and for every
/// other pronoun.
std::optional<Speaker> find_antecedent(const ArticleView& view, const Pronoun& pronoun);

/// The first byte of a statement, of its content, cue and source; and the end of its last.
std::uint32_t start_of(const Statement& statement);
std::uint32_t end_of(const Statement& statement);

}  // namespace twosource

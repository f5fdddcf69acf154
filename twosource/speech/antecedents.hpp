#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
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

/// Who is meant, and how probable that is.
struct Antecedent {
  Speaker speaker;
  double probability = 1;
};

/// How "he" and "she" are resolved where several persons can be meant: by the trained model of
/// candidates.hpp; or by the rules that were there before it, to teach it and to compare.
enum class Antecedents { by_model, by_rules };

/// Who is meant by "he", "she", "it", "they" or "who". A speaker without an entity is somebody whom
/// the text only describes ("a guard, who said"). None where the text leaves it open, and for every
/// other pronoun.
std::optional<Antecedent> find_antecedent(const ArticleView& view, const Pronoun& pronoun,
                                          Antecedents how = Antecedents::by_model);

/// Whom the content of a statement names, of `names.entities`.
std::set<std::uint32_t> entities_named_in(const ArticleNames& names, const Statement& statement);

/// The statement before statement `i` that a pronoun can go on with: whose source can be the
/// subject of its sentence. "Orlo's claim that" says what Orlo said in passing. Null for none.
const Statement* statement_before(const ArticleView& view, std::span<const Statement> statements,
                                  std::size_t i);

/// Does "who" or "whom" between a name and a pronoun stand for the name: "Orlo, who she said"?
bool is_asked_about(const ArticleView& view, const ArticleMention& mention, std::uint32_t pronoun);

/// Does a name begin its sentence, with nothing but titles before it?
bool begins_sentence(const ArticleView& view, const ArticleMention& mention);

/// Is the token, or the one behind an adverb, a finite verb of the sentence?
bool verb_follows(const ArticleView& view, std::uint32_t token);

/// The first byte of a statement, of its content, cue and source; and the end of its last.
std::uint32_t start_of(const Statement& statement);
std::uint32_t end_of(const Statement& statement);

}  // namespace twosource

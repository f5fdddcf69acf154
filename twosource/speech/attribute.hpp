#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/entity.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/model/story.hpp"
#include "twosource/model/token.hpp"
#include "twosource/speech/article_names.hpp"

namespace twosource {

/// What the speech stage is given.
struct SpeechInput {
  std::span<const Article> articles;
  std::span<const Analysis> analyses;
  std::span<const Story> stories;      ///< an article is in one of them, or in none
  std::span<const TaggedText> tagged;  ///< by article, as tag_stories makes them
  Jobs jobs;
  std::span<const Copy> copies = {};  ///< what was copied was said once
};

/// Who said what in all stories, and who is who.
struct Speech {
  std::vector<Entity> entities;       ///< story by story: persons, organisations, places; the most
                                      ///< named first
  std::vector<Statement> statements;  ///< story by story, by article and place
};

/// Finds the statements and names of every story, article by article, and then asks the other
/// articles: the same words have one speaker, and a name that one article spells out is the short
/// name of another. Named beats unnamed, explicit beats pronoun; two names for the same words are a
/// conflict that is shown and not decided. English articles only.
Speech attribute_speech(const SpeechInput& input);

/// The statements and names of one article, with what it says itself of the speakers;
/// `Speaker::entity` is a place in `names.entities`.
struct ArticleSpeech {
  std::vector<Statement> statements;
  ArticleNames names;
};
ArticleSpeech read_speech(ArticleIndex index, const Article& article, const Analysis& analysis);

}  // namespace twosource

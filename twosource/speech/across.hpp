#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/speech/story_names.hpp"

namespace twosource {

/// What the articles of a story have in common.
struct SharedText {
  std::span<const Article> articles;  ///< of the whole collection
  std::span<const Analysis> analyses;
  std::span<const Copy* const> copies;  ///< passages that two articles of the story share
};

/// Lets statements with the same words share what is known of their speaker: sets `same_as` and
/// `conflicts`, and speakers `across_articles`. Two speakers of the same words whose names are
/// alike are one: their entities are joined. `statements` are those of one story; `same_as` and
/// `conflicts` are places in that list.
void share_speakers(const SharedText& text, StoryNames& names, std::vector<Statement>& statements);

}  // namespace twosource

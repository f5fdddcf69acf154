#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/speech/story_names.hpp"

namespace twosource {

/// Lets statements with the same words share what is known of their speaker: sets `same_as` and
/// `conflicts`, and speakers `across_articles`. Two speakers of the same words whose names are
/// alike are one: their entities are joined. `statements` are those of one story; `same_as` and
/// `conflicts` are places in that list.
void share_speakers(std::span<const Article> articles, std::span<const Analysis> analyses,
                    StoryNames& names, std::vector<Statement>& statements);

}  // namespace twosource

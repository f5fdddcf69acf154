#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/model/entity.hpp"
#include "twosource/speech/article_names.hpp"

namespace twosource {

/// The names of one article of a story.
struct NamesOfArticle {
  ArticleIndex index = 0;
  const Article* article = nullptr;
  const ArticleNames* names = nullptr;
};

/// The names of a story, and which of them each article's are.
struct StoryNames {
  std::vector<Entity> entities;
  std::vector<std::vector<EntityIndex>> entity_of;  ///< by article and its entity
  std::vector<std::vector<Role>> roles;             ///< by entity
};

/// Puts the names of a story's articles together: equal ones; those that differ by a middle name or
/// an initial; family names alone, where only one person of the story has it; spelling variants of
/// persons that keep the same company. `story_id` goes into the ids.
StoryNames join_names(StoryIndex story, std::string_view story_id,
                      std::span<const NamesOfArticle> articles);

/// Makes one entity of two: `from` goes, those behind it move up by one place. `entity_of` is left
/// as it is.
void join_entities(StoryNames& names, EntityIndex from, EntityIndex into, Reason reason);

/// The country in `names` that a place among them stands for when it speaks ("Pyongyang").
std::optional<EntityIndex> government_of(const StoryNames& names, EntityIndex place);

}  // namespace twosource

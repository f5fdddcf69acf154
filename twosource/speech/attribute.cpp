// The way from articles to speakers: each article by itself, then the articles of a story together.
#include "twosource/speech/attribute.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "twosource/speech/across.hpp"
#include "twosource/speech/speakers.hpp"
#include "twosource/speech/statements.hpp"
#include "twosource/speech/story_names.hpp"
#include "twosource/speech/tagger.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

// So many articles share the setting up of a tagger.
constexpr std::size_t batch_size = 16;

ArticleSpeech read_with(TextTagger& tagger, ArticleIndex index, const Article& article,
                        const Analysis& analysis) {
  ArticleSpeech speech;
  const TaggedText tagged = tagger.tag(article, analysis);
  speech.names = gather_names(article.text, tagged);
  speech.statements = find_statements(index, article, analysis, tagged, SpeechTagger::built_in());
  resolve_speakers({index, article, analysis, tagged}, speech.names, speech.statements);
  return speech;
}

// From entities of articles to entities of the story. A place that speaks is its government.
void use_story_names(const StoryNames& names, std::span<const EntityIndex> entity_of,
                     Statement& statement) {
  if (!statement.speaker || !statement.speaker->entity) return;
  EntityIndex entity = entity_of[*statement.speaker->entity];
  if (const auto government = government_of(names, entity)) {
    statement.reasons.push_back(
        {"seat_of_government",
         fmt::format("{} stands for the government of {}.", names.entities[entity].name,
                     names.entities[*government].name),
         {{statement.article, statement.source}}});
    entity = *government;
  }
  statement.speaker = Speaker{entity, names.entities[entity].name};
}

Speech join_story(const SpeechInput& input, StoryIndex index, std::vector<ArticleSpeech>& read) {
  const Story& story = input.stories[index];
  std::vector<NamesOfArticle> names_of_articles;
  for (const ArticleIndex i : story.articles)
    names_of_articles.push_back({i, &input.articles[i], &read[i].names});
  StoryNames names = join_names(index, story.id, names_of_articles);
  Speech speech;
  for (std::size_t a = 0; a < story.articles.size(); ++a) {
    for (Statement& statement : read[story.articles[a]].statements) {
      statement.story = index;
      use_story_names(names, names.entity_of[a], statement);
      speech.statements.push_back(std::move(statement));
    }
  }
  share_speakers(input.articles, input.analyses, names, speech.statements);
  speech.entities = std::move(names.entities);
  return speech;
}

// Puts a story's answer behind those before it: its places in lists move on.
void append(Speech story, Speech& all) {
  const auto first_entity = static_cast<EntityIndex>(all.entities.size());
  const auto first_statement = static_cast<StatementIndex>(all.statements.size());
  for (Statement& statement : story.statements) {
    if (statement.speaker && statement.speaker->entity) *statement.speaker->entity += first_entity;
    if (statement.same_as) *statement.same_as += first_statement;
    for (StatementIndex& conflict : statement.conflicts) conflict += first_statement;
    all.statements.push_back(std::move(statement));
  }
  std::move(story.entities.begin(), story.entities.end(), std::back_inserter(all.entities));
}

}  // namespace

ArticleSpeech read_speech(ArticleIndex index, const Article& article, const Analysis& analysis) {
  TextTagger tagger;
  return read_with(tagger, index, article, analysis);
}

Speech attribute_speech(const SpeechInput& input) {
  std::vector<ArticleSpeech> read(input.articles.size());
  const std::size_t batches = (read.size() + batch_size - 1) / batch_size;
  parallel_for(input.jobs, batches, [&](std::size_t batch) {
    TextTagger tagger;
    const std::size_t end = std::min(read.size(), (batch + 1) * batch_size);
    for (std::size_t i = batch * batch_size; i < end; ++i) {
      read[i] =
          read_with(tagger, static_cast<ArticleIndex>(i), input.articles[i], input.analyses[i]);
    }
  });
  std::vector<Speech> stories(input.stories.size());
  parallel_for(input.jobs, stories.size(), [&](std::size_t i) {
    stories[i] = join_story(input, static_cast<StoryIndex>(i), read);
  });
  Speech all;
  for (Speech& story : stories) append(std::move(story), all);
  return all;
}

}  // namespace twosource

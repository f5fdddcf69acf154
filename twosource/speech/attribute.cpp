// The way from articles to speakers: names of all articles of a story, of which kind they are; then
// each article by itself; then the articles of the story together.
#include "twosource/speech/attribute.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "twosource/speech/across.hpp"
#include "twosource/speech/reported.hpp"
#include "twosource/speech/speakers.hpp"
#include "twosource/speech/statements.hpp"
#include "twosource/speech/story_names.hpp"
#include "twosource/speech/tagger.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

ArticleSpeech read_tagged(ArticleIndex index, const Article& article, const Analysis& analysis,
                          const TaggedText& tagged) {
  ArticleSpeech speech;
  speech.names = gather_names(article.text, tagged);
  speech.statements = find_statements(index, article, analysis, tagged, SpeechTagger::built_in());
  std::erase_if(speech.statements, [&](const Statement& statement) {
    return !is_reported(statement, article.text, tagged, analysis.quotations);
  });
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

// By story, the passages that two articles of it share.
std::vector<std::vector<const Copy*>> copies_by_story(const SpeechInput& input) {
  std::vector<std::optional<StoryIndex>> story_of(input.articles.size());
  for (StoryIndex i = 0; i < input.stories.size(); ++i) {
    for (const ArticleIndex article : input.stories[i].articles) story_of[article] = i;
  }
  std::vector<std::vector<const Copy*>> copies(input.stories.size());
  for (const Copy& copy : input.copies) {
    const std::optional<StoryIndex> story = story_of[copy.a];
    if (story && story == story_of[copy.b]) copies[*story].push_back(&copy);
  }
  return copies;
}

// `read` are the story's articles, in its order.
Speech join_story(const SpeechInput& input, StoryIndex index, std::span<const Copy* const> copies,
                  std::span<ArticleSpeech> read) {
  const Story& story = input.stories[index];
  std::vector<NamesOfArticle> names_of_articles;
  for (std::size_t a = 0; a < read.size(); ++a) {
    const ArticleIndex article = story.articles[a];
    names_of_articles.push_back({article, &input.articles[article], &read[a].names});
  }
  StoryNames names = join_names(index, story.id, names_of_articles);
  Speech speech;
  for (std::size_t a = 0; a < read.size(); ++a) {
    for (Statement& statement : read[a].statements) {
      statement.story = index;
      use_story_names(names, names.entity_of[a], statement);
      speech.statements.push_back(std::move(statement));
    }
  }
  share_speakers({input.articles, input.analyses, copies}, names, speech.statements);
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
  return read_tagged(index, article, analysis, TextTagger().tag(article, analysis));
}

Speech attribute_speech(const SpeechInput& input) {
  const std::vector<std::vector<const Copy*>> copies = copies_by_story(input);
  // Articles are read all at once and stories put together after: one large story keeps every
  // core busy, too.
  std::vector<ArticleSpeech> read(input.articles.size());
  parallel_for(input.jobs, input.articles.size(), [&](std::size_t i) {
    read[i] = read_tagged(static_cast<ArticleIndex>(i), input.articles[i], input.analyses[i],
                          input.tagged[i]);
  });
  std::vector<Speech> stories(input.stories.size());
  parallel_for(input.jobs, stories.size(), [&](std::size_t s) {
    std::vector<ArticleSpeech> members;
    for (const ArticleIndex article : input.stories[s].articles)
      members.push_back(std::move(read[article]));
    stories[s] = join_story(input, static_cast<StoryIndex>(s), copies[s], members);
  });
  Speech all;
  for (Speech& story : stories) append(std::move(story), all);
  return all;
}

}  // namespace twosource

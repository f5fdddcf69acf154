#include "twosource/speech/attribute.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"

namespace twosource {
namespace {

// Enough English around each text that its language can be told.
constexpr std::string_view filler =
    "The ferry left the quay of Selne at noon, and the rain that had fallen since Monday went on.";

Article article_of(std::string id, std::string_view paragraph) {
  Article article;
  article.id = std::move(id);
  article.text = fmt::format("{}\n\n{}\n\n{}", filler, paragraph, filler);
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  return article;
}

struct World {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  std::vector<Story> stories;
};

World world_of(const std::vector<std::string>& paragraphs) {
  World world;
  Story story;
  story.id = "story";
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    world.articles.push_back(article_of(fmt::format("a{}", i), paragraphs[i]));
    world.analyses.push_back(
        analyze_structure(world.articles.back(), analyze_words(world.articles.back())));
    story.articles.push_back(static_cast<ArticleIndex>(i));
  }
  world.stories.push_back(std::move(story));
  return world;
}

Speech speech_of(const World& world, unsigned jobs = 1) {
  return attribute_speech({world.articles, world.analyses, world.stories,
                           tag_stories(world.articles, world.analyses, world.stories, Jobs{jobs}),
                           Jobs{jobs}});
}

const std::vector<std::string> three = {
    "“The bridge will stay closed until every pillar has been checked,” said Ana Orlo, the mayor "
    "of "
    "Selne.",
    "Leo Marn owns the yard. “The bridge will stay closed until every pillar has been checked.”",
    "“The bridge will stay closed until every pillar has been checked,” a senior official said."};

TEST_CASE("the same words in another article say who spoke") {
  const World world = world_of(three);
  const Speech speech = speech_of(world);
  REQUIRE(speech.statements.size() == 3);
  for (const Statement& statement : speech.statements) {
    REQUIRE(statement.speaker);
    CHECK(statement.speaker->name == "Ana Orlo");
  }
  CHECK(speech.statements[0].resolved_by == ResolvedBy::named);
  CHECK(speech.statements[1].resolved_by == ResolvedBy::across_articles);
  CHECK(speech.statements[2].resolved_by == ResolvedBy::across_articles);
  CHECK(speech.statements[1].same_as == StatementIndex{0});
  REQUIRE_FALSE(speech.statements[1].reasons.empty());
  CHECK(speech.statements[1].reasons[0].spans[0].article == 0);
}

TEST_CASE("two named speakers of the same words are a conflict, and nobody is chosen") {
  const World world = world_of(
      {"“The bridge will stay closed until every pillar has been checked,” said Ana Orlo.",
       "“The bridge will stay closed until every pillar has been checked,” said Leo Marn."});
  const Speech speech = speech_of(world);
  REQUIRE(speech.statements.size() == 2);
  CHECK(speech.statements[0].conflicts == std::vector<StatementIndex>{1});
  CHECK(speech.statements[1].conflicts == std::vector<StatementIndex>{0});
  CHECK(speech.statements[0].speaker->name == "Ana Orlo");
  CHECK(speech.statements[1].speaker->name == "Leo Marn");
}

TEST_CASE("spans lie inside their texts and statements are in order, for any number of threads") {
  const World world = world_of(three);
  const Speech speech = speech_of(world);
  const Speech again = speech_of(world, 3);
  REQUIRE(again.statements.size() == speech.statements.size());
  REQUIRE(again.entities.size() == speech.entities.size());
  for (std::size_t i = 0; i < speech.statements.size(); ++i) {
    const Statement& statement = speech.statements[i];
    CHECK(again.statements[i].id == statement.id);
    const std::size_t size = world.articles[statement.article].text.size();
    for (const Span content : statement.content) {
      CHECK(content.begin < content.end);
      CHECK(content.end <= size);
    }
    if (statement.speaker && statement.speaker->entity)
      CHECK(*statement.speaker->entity < speech.entities.size());
  }
  for (std::size_t i = 0; i < speech.entities.size(); ++i) {
    CHECK(again.entities[i].id == speech.entities[i].id);
    CHECK_FALSE(speech.entities[i].mentions.empty());
    CHECK_FALSE(speech.entities[i].variants.empty());
  }
}

TEST_CASE("without articles nothing is said") {
  const Speech speech = attribute_speech({});
  CHECK(speech.statements.empty());
  CHECK(speech.entities.empty());
}

}  // namespace
}  // namespace twosource

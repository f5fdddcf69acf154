#include "twosource/report/speakers.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace twosource {
namespace {

struct World {
  Report report;

  World() { report.stories.resize(1); }

  void article(std::string text) {
    Article article;
    article.id = std::to_string(report.articles.size());
    article.text = std::move(text);
    report.articles.push_back(std::move(article));
    report.analyses.emplace_back();
    report.stories.front().articles.push_back(
        static_cast<ArticleIndex>(report.articles.size() - 1));
  }

  EntityIndex entity(std::string name, NameKind kind = NameKind::person) {
    Entity entity;
    entity.name = std::move(name);
    entity.kind = kind;
    report.entities.push_back(std::move(entity));
    return static_cast<EntityIndex>(report.entities.size() - 1);
  }

  // The whole text of the last article is the content.
  Statement& say(std::optional<Speaker> speaker, StatementKind kind = StatementKind::direct) {
    Statement statement;
    statement.article = static_cast<ArticleIndex>(report.articles.size() - 1);
    statement.kind = kind;
    statement.content = {{0, static_cast<std::uint32_t>(report.articles.back().text.size())}};
    statement.speaker = std::move(speaker);
    statement.resolved_by = !statement.speaker          ? ResolvedBy::unresolved
                            : statement.speaker->entity ? ResolvedBy::named
                                                        : ResolvedBy::unnamed;
    statement.score = 0.9;
    report.statements.push_back(std::move(statement));
    return report.statements.back();
  }

  [[nodiscard]] std::vector<SpeakerPart> speakers() const { return speakers_of_story(report, 0); }
};

TEST_CASE("what several articles have is told once, of the speaker whom one of them names") {
  World world;
  const EntityIndex ana = world.entity("Ana Orlo");
  world.article("“We will stop,”");
  world.say(std::nullopt);
  world.article("\"We will stop\"");
  world.say(Speaker{ana, "Ana Orlo"}).same_as = 0;
  world.article("We will now stop");
  world.say(Speaker{{}, "an official"}, StatementKind::indirect).same_as = 0;
  const std::vector<SpeakerPart> speakers = world.speakers();
  REQUIRE(speakers.size() == 1);
  CHECK(speakers[0].kind == SpeakerKind::named);
  CHECK(speakers[0].articles == std::vector<ArticleIndex>{0, 1, 2});
  REQUIRE(speakers[0].said.size() == 1);
  const Said& said = speakers[0].said[0];
  CHECK(said.best == 1);
  CHECK(said.silent == std::vector<ArticleIndex>{0, 2});
  CHECK_FALSE(said.conflict);
  REQUIRE(said.wordings.size() == 2);
  CHECK(said.wordings[0].articles == std::vector<ArticleIndex>{0, 1});
}

TEST_CASE("two speakers of the same words each have them, and say so") {
  World world;
  const EntityIndex ana = world.entity("Ana Orlo");
  const EntityIndex leo = world.entity("Leo Marn");
  world.article("“We will stop,”");
  world.say(Speaker{ana, "Ana Orlo"}).conflicts = {1};
  world.article("“We will stop,”");
  world.say(Speaker{leo, "Leo Marn"}).same_as = 0;
  world.report.statements[1].conflicts = {0};
  world.article("“We will stop,”");
  world.say(std::nullopt).same_as = 0;
  const std::vector<SpeakerPart> speakers = world.speakers();
  REQUIRE(speakers.size() == 3);
  CHECK(speakers[0].said[0].conflict);
  CHECK(speakers[0].said[0].others[0].name == "Leo Marn");
  CHECK(speakers[1].said[0].others[0].articles == std::vector<ArticleIndex>{0});
  CHECK(speakers[2].kind == SpeakerKind::untold);
}

TEST_CASE("what one article guesses does not outweigh those that describe the speaker") {
  World world;
  const EntityIndex ana = world.entity("Ana Orlo");
  world.article("“We will stop,”");
  world.say(Speaker{ana, "Ana Orlo"}).resolved_by = ResolvedBy::adjacent;
  for (int i = 0; i < 2; ++i) {
    world.article("“We will stop,”");
    world.say(Speaker{{}, "the porter"}).same_as = 0;
  }
  const std::vector<SpeakerPart> speakers = world.speakers();
  REQUIRE(speakers.size() == 1);
  CHECK(speakers[0].name == "the porter");
  CHECK(speakers[0].said[0].others[0].name == "Ana Orlo");
}

TEST_CASE("a person speaks for an organisation") {
  World world;
  const EntityIndex ana = world.entity("Ana Orlo");
  const EntityIndex line = world.entity("Skarn Line", NameKind::organisation);
  world.article("“We will stop,”");
  world.say(Speaker{line, "Skarn Line"});
  world.article("“We will stop,”");
  world.say(Speaker{ana, "Ana Orlo"}).same_as = 0;
  const std::vector<SpeakerPart> speakers = world.speakers();
  REQUIRE(speakers.size() == 1);
  CHECK(speakers[0].name == "Ana Orlo");
  CHECK(speakers[0].said[0].others[0].name == "Skarn Line");
  CHECK_FALSE(speakers[0].said[0].conflict);
}

TEST_CASE("the named come first, the doubtful last, and reported words behind quotations") {
  World world;
  const EntityIndex ana = world.entity("Ana Orlo");
  world.article("nobody knew");
  world.say(std::nullopt);
  world.article("it was late");
  world.say(Speaker{{}, "The porter"}, StatementKind::indirect);
  world.article("it was early");
  world.say(Speaker{{}, "the porter"}, StatementKind::indirect);
  world.article("maybe");
  world.say(Speaker{ana, "Ana Orlo"}, StatementKind::indirect).score = 0.2;
  world.article("she came");
  world.say(Speaker{ana, "Ana Orlo"}, StatementKind::indirect);
  world.article("“I came”");
  world.say(Speaker{ana, "Ana Orlo"}).score = 0.2;
  const std::vector<SpeakerPart> speakers = world.speakers();
  REQUIRE(speakers.size() == 3);
  REQUIRE(speakers[0].said.size() == 3);
  CHECK(speakers[0].said[0].best == 5);
  CHECK(speakers[0].said[1].best == 4);
  CHECK(speakers[0].said[2].doubtful);
  CHECK(speakers[0].articles == std::vector<ArticleIndex>{4, 5});
  CHECK(speakers[1].name == "the porter");
  CHECK(speakers[1].said.size() == 2);
  CHECK(speakers[2].name.empty());
}

TEST_CASE("the forms of a name say where they stand") {
  World world;
  world.article("Anders Hallvik");
  world.article("Anders Halvik");
  Entity entity;
  entity.mentions = {{0, {0, 14}}, {0, {7, 14}}, {1, {0, 13}}};
  entity.variants = {{"Anders Hallvik", 1}, {"Hallvik", 1}, {"Anders Halvik", 1}};
  const std::vector<NameForm> forms = forms_of(world.report, entity);
  REQUIRE(forms.size() == 3);
  CHECK(forms[0].articles == std::vector<ArticleIndex>{0});
  CHECK(forms[1].articles == std::vector<ArticleIndex>{0});
  CHECK(forms[2].articles == std::vector<ArticleIndex>{1});
}

}  // namespace
}  // namespace twosource

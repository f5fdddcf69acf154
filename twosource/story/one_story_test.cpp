#include "twosource/story/one_story.hpp"

#include <doctest/doctest.h>

#include "twosource/story/story_id.hpp"

namespace twosource {
namespace {

TEST_CASE("all articles become one story, and the links say what only the user knows") {
  std::vector<Article> articles(4);
  for (std::size_t i = 0; i < articles.size(); ++i) articles[i].id = std::string(1, "dbca"[i]);
  std::vector<Story> stories(3);
  stories[0] = {
      .id = "x", .title = "Bridge", .articles = {1, 3}, .links = {{1, 3, {"copy", "", {}}}}};
  stories[1] = {.id = "y", .title = "Ferry", .articles = {0}};
  stories[2] = {.id = "z", .title = "Rain", .articles = {2}};

  const std::vector<Story> one = as_one_story(articles, stories);
  REQUIRE(one.size() == 1);
  CHECK(one[0].title == "Bridge");
  CHECK(one[0].articles == std::vector<ArticleIndex>{0, 1, 2, 3});
  CHECK(one[0].id == story_id(articles, std::vector<ArticleIndex>{3, 2, 1, 0}));
  REQUIRE(one[0].links.size() == 3);
  CHECK(one[0].links[0].reason.code == given_as_one);
  CHECK(one[0].links[0].a == 0);
  CHECK(one[0].links[0].b == 1);
  CHECK(one[0].links[2].reason.code == "copy");
  CHECK(is_given_as_one(one));
}

TEST_CASE("no stories stay none, and one stays itself") {
  CHECK(as_one_story({}, {}).empty());
  std::vector<Article> articles(1);
  const std::vector<Story> one = as_one_story(articles, {{.id = "own", .articles = {0}}});
  REQUIRE(one.size() == 1);
  CHECK(one[0].id == "own");
  CHECK(!is_given_as_one(one));
}

}  // namespace
}  // namespace twosource

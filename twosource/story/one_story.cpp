#include "twosource/story/one_story.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "twosource/story/story_id.hpp"

namespace twosource {

std::vector<Story> as_one_story(std::span<const Article> articles, std::vector<Story> stories) {
  if (stories.size() < 2) return stories;
  Story one = std::move(stories.front());
  const ArticleIndex first = one.articles.front();
  for (auto story = stories.begin() + 1; story != stories.end(); ++story) {
    const auto [a, b] = std::minmax(first, story->articles.front());
    one.links.push_back(
        {a, b, {given_as_one, "all articles were given as being about one thing", {}}});
    one.articles.insert(one.articles.end(), story->articles.begin(), story->articles.end());
    std::move(story->links.begin(), story->links.end(), std::back_inserter(one.links));
  }
  std::sort(one.articles.begin(), one.articles.end());
  std::sort(one.links.begin(), one.links.end(), [](const StoryLink& x, const StoryLink& y) {
    return std::tuple(x.a, x.b) < std::tuple(y.a, y.b);
  });
  one.id = story_id(articles, one.articles);
  std::vector<Story> result;
  result.push_back(std::move(one));
  return result;
}

bool is_given_as_one(std::span<const Story> stories) {
  return stories.size() == 1 &&
         std::any_of(stories[0].links.begin(), stories[0].links.end(),
                     [](const StoryLink& link) { return link.reason.code == given_as_one; });
}

}  // namespace twosource

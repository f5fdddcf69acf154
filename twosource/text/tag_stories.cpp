#include "twosource/text/tag_stories.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "twosource/text/name_kinds.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

// So many articles share the setting up of a tagger.
constexpr std::size_t batch_size = 8;

// The texts of a story leave the list and come back, so that nothing is copied.
void agree_in_story(std::span<const Article> articles, const Story& story,
                    std::vector<TaggedText>& tagged) {
  std::vector<const Article*> members;
  std::vector<TaggedText> texts;
  for (const ArticleIndex i : story.articles) {
    members.push_back(&articles[i]);
    texts.push_back(std::move(tagged[i]));
  }
  agree_on_kinds(members, texts);
  for (std::size_t a = 0; a < texts.size(); ++a) tagged[story.articles[a]] = std::move(texts[a]);
}

}  // namespace

std::vector<TaggedText> tag_stories(std::span<const Article> articles,
                                    std::span<const Analysis> analyses,
                                    std::span<const Story> stories, Jobs jobs) {
  const std::size_t count = articles.size();
  std::vector<TaggedText> tagged(count);
  parallel_for(jobs, (count + batch_size - 1) / batch_size, [&](std::size_t part) {
    TextTagger tagger;
    for (std::size_t i = part * batch_size; i < std::min(count, (part + 1) * batch_size); ++i)
      tagged[i] = tagger.tag(articles[i], analyses[i]);
  });
  parallel_for(jobs, stories.size(),
               [&](std::size_t s) { agree_in_story(articles, stories[s], tagged); });
  return tagged;
}

}  // namespace twosource

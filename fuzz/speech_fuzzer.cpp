// speech: whatever the texts of a story, statements, names and speakers lie in them, and what one
// statement says of another holds of that one too. Articles are parted by form feeds.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/read/plain.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"

namespace {

using namespace twosource;

void check(bool right) {
  if (!right) std::abort();
}

struct World {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  std::vector<Story> stories = std::vector<Story>(1);

  void add(std::string_view text) {
    Article article = read_plain(std::string(text));
    article.language = "en";
    Analysis analysis = analyze_structure(article, analyze_words(article));
    analysis.language = "en";
    stories.front().articles.push_back(static_cast<ArticleIndex>(articles.size()));
    articles.push_back(std::move(article));
    analyses.push_back(std::move(analysis));
  }
};

World world_of(std::string_view bytes) {
  constexpr std::size_t most_articles = 8;
  World world;
  while (!bytes.empty() && world.articles.size() < most_articles) {
    const std::string_view text = bytes.substr(0, bytes.find('\f'));
    bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
    world.add(text);
  }
  return world;
}

void check_statement(const World& world, const Speech& speech, StatementIndex index) {
  const Statement& one = speech.statements[index];
  check(one.article < world.articles.size());
  const std::size_t size = world.articles[one.article].text.size();
  check(one.cue.end <= size && one.source.end <= size && !one.content.empty());
  std::uint32_t end = 0;
  for (const Span span : one.content) {
    check(end <= span.begin && span.begin < span.end && span.end <= size);
    check(!span.overlaps(one.cue) && !span.overlaps(one.source));
    end = span.end;
  }
  check(one.speaker.has_value() == (one.resolved_by != ResolvedBy::unresolved));
  check(!one.speaker || !one.speaker->name.empty());
  check(!one.speaker || !one.speaker->entity || *one.speaker->entity < speech.entities.size());
  check(!one.same_as || (*one.same_as < index && !speech.statements[*one.same_as].same_as));
  for (const StatementIndex other : one.conflicts) {
    check(other < speech.statements.size() && other != index);
    check(!speech.statements[other].conflicts.empty());
  }
}

void check_entity(const World& world, const Entity& entity) {
  check(!entity.name.empty() && !entity.variants.empty() && !entity.mentions.empty());
  for (const ArticleSpan& mention : entity.mentions) {
    check(mention.article < world.articles.size());
    check(mention.span.begin < mention.span.end &&
          mention.span.end <= world.articles[mention.article].text.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t max_size = 1 << 15;  // longer inputs only cost time
  if (size > max_size) return 0;
  const std::string bytes(data, data + size);
  const World world = world_of(bytes);
  const std::vector<TaggedText> tagged =
      tag_stories(world.articles, world.analyses, world.stories, Jobs{1});
  const Speech speech =
      attribute_speech({world.articles, world.analyses, world.stories, tagged, Jobs{1}});
  for (StatementIndex i = 0; i < speech.statements.size(); ++i) check_statement(world, speech, i);
  for (const Entity& entity : speech.entities) check_entity(world, entity);
  return 0;
}

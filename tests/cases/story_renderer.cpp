// Given: sections `article NAME`. Computed: `stories`, one line for each with its articles, the
// largest first; `reasons`, why the first two articles belong together or not.
#include <fmt/format.h>

#include "tests/cases/case_articles.hpp"
#include "tests/cases/stages.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/story/pair.hpp"
#include "twosource/story/stories.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::tests {
namespace {

std::string render_stories(const std::vector<Article>& articles,
                           const std::vector<Story>& stories) {
  std::string out;
  for (const Story& story : stories) {
    if (!out.empty()) out += '\n';
    for (ArticleIndex article : story.articles) {
      if (article != story.articles.front()) out += ' ';
      out += articles[article].id;
    }
  }
  return out;
}

std::string render_pair(const StoryPair& pair) {
  std::string out = pair.joined ? "joined" : "kept apart";
  for (const Reason& reason : pair.reasons) {
    out += fmt::format("\n{}: {}", reason.code, reason.text);
  }
  return out;
}

}  // namespace

std::optional<std::string> render_story(const GoldenCase& golden, std::string_view output) {
  if (output != "stories" && output != "reasons") return std::nullopt;
  const std::vector<Article> articles = articles_of(golden);
  std::vector<Analysis> analyses;
  analyses.reserve(articles.size());
  for (const Article& article : articles) {
    analyses.push_back(analyze_structure(article, analyze_words(article)));
  }
  const std::vector<Copy> copies = find_copies(articles, analyses, Jobs{1}).copies;
  if (output == "reasons") return render_pair(explain_pair(articles, analyses, copies, 0, 1));
  return render_stories(articles, group_stories(articles, analyses, copies, Jobs{1}));
}

}  // namespace twosource::tests

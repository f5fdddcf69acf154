// Given: `article`, or sections `article NAME` of one story. Computed:
//   statements  of `article`, one a line: kind | source | cue | content, where the pieces of a
//               content are joined by " … " and "-" stands for a source or a cue that is not there
//   speakers    one line a statement: article | speaker, how it was found, through whom | content;
//               "?" for nobody, "(…)" around one without a name, "!" before one that another
//               article contradicts
//   utterances  one line for each thing that was said: the articles that have it | the content of
//               the first
//   names       one line an entity: kind | name | its forms | its roles
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/cases/case_articles.hpp"
#include "tests/cases/stages.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"

namespace twosource::tests {
namespace {

std::string part_of(const Article& article, Span span) {
  return span.empty() ? "-" : std::string(slice(article.text, span));
}

std::string words_of(const Article& article, const Statement& statement) {
  std::string content;
  for (Span span : statement.content) {
    if (!content.empty()) content += " … ";
    content += slice(article.text, span);
  }
  return content;
}

std::string render(const Article& article, const Statement& statement) {
  return fmt::format("{} | {} | {} | {}", name_of(statement.kind),
                     part_of(article, statement.source), part_of(article, statement.cue),
                     words_of(article, statement));
}

std::string render_speaker(const Article& article, const Statement& statement) {
  std::string speaker = "?";
  if (statement.speaker) {
    speaker = statement.speaker->entity ? statement.speaker->name
                                        : fmt::format("({})", statement.speaker->name);
  }
  std::string via;
  if (!statement.via.empty()) via = fmt::format(", via {}", fmt::join(statement.via, ", "));
  return fmt::format("{} | {}{}, {}{} | {}", article.id, statement.conflicts.empty() ? "" : "!",
                     speaker, name_of(statement.resolved_by), via, words_of(article, statement));
}

std::vector<std::string> render_utterances(const std::vector<Article>& articles,
                                           const std::vector<Statement>& statements) {
  std::vector<std::string> who(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    std::string& names = who[statements[i].same_as.value_or(static_cast<StatementIndex>(i))];
    names += (names.empty() ? "" : ", ") + articles[statements[i].article].id;
  }
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& first = statements[i];
    if (!first.same_as)
      lines.push_back(fmt::format("{} | {}", who[i], words_of(articles[first.article], first)));
  }
  return lines;
}

std::string render_entity(const Entity& entity) {
  std::vector<std::string> forms;
  for (const NameVariant& variant : entity.variants)
    forms.push_back(fmt::format("{} {}", variant.name, variant.count));
  return fmt::format("{} | {} | {} | {}", name_of(entity.kind), entity.name, fmt::join(forms, ", "),
                     fmt::join(entity.roles, ", "));
}

}  // namespace

std::optional<std::string> render_speech(const GoldenCase& golden, std::string_view output) {
  if (output != "statements" && output != "speakers" && output != "utterances" &&
      output != "names") {
    return std::nullopt;
  }
  std::vector<Article> articles = articles_of(golden);
  if (articles.empty()) articles.push_back(make_article("article", golden.text_of("article")));
  std::vector<Analysis> analyses;
  Story story;
  story.id = "story";
  for (const Article& article : articles) {
    story.articles.push_back(static_cast<ArticleIndex>(analyses.size()));
    analyses.push_back(analyze_structure(article, analyze_words(article)));
  }
  const std::vector<Story> stories = {story};
  const std::vector<Copy> copies = find_copies(articles, analyses, Jobs{1}).copies;
  const std::vector<TaggedText> tagged = tag_stories(articles, analyses, stories, Jobs{1});
  const Speech speech = attribute_speech({articles, analyses, stories, tagged, Jobs{1}, copies});
  std::vector<std::string> lines;
  if (output == "utterances") lines = render_utterances(articles, speech.statements);
  if (output == "names") {
    for (const Entity& entity : speech.entities) lines.push_back(render_entity(entity));
  }
  for (const Statement& statement : speech.statements) {
    const Article& article = articles[statement.article];
    if (output == "statements") lines.push_back(render(article, statement));
    if (output == "speakers") lines.push_back(render_speaker(article, statement));
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace twosource::tests

// Given: `article`. Computed: `statements`, one a line: kind | source | cue | content, where the
// pieces of a content are joined by " … " and "-" stands for a source or a cue that is not there.
#include "tests/cases/case_articles.hpp"
#include "tests/cases/stages.hpp"
#include "twosource/speech/statements.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/clauses.hpp"
#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/tokens.hpp"

namespace twosource::tests {
namespace {

std::string part_of(const Article& article, Span span) {
  return span.empty() ? "-" : std::string(slice(article.text, span));
}

std::string render(const Article& article, const Statement& statement) {
  std::string content;
  for (Span span : statement.content) {
    if (!content.empty()) content += " … ";
    content += slice(article.text, span);
  }
  return std::string(name_of(statement.kind)) + " | " + part_of(article, statement.source) + " | " +
         part_of(article, statement.cue) + " | " + content;
}

}  // namespace

std::optional<std::string> render_speech(const GoldenCase& golden, std::string_view output) {
  if (output != "statements") return std::nullopt;
  const Article article = make_article("article", golden.text_of("article"));
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  TaggedText tagged = find_tokens(article.text, analysis.words, analysis.sentences);
  PartTagger().tag(article.text, tagged);
  ClauseFinder().find(tagged);
  std::string out;
  for (const Statement& statement :
       find_statements(0, article, analysis, tagged, SpeechTagger::built_in())) {
    if (!out.empty()) out += '\n';
    out += render(article, statement);
  }
  return out;
}

}  // namespace twosource::tests

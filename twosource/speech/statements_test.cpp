#include "twosource/speech/statements.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "twosource/text/analyze.hpp"
#include "twosource/text/clauses.hpp"
#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/tokens.hpp"

namespace twosource {
namespace {

struct Found {
  Article article;
  std::vector<Statement> statements;
};

Found find(const std::string& text) {
  Found found;
  found.article.text = text;
  found.article.body = {0, static_cast<std::uint32_t>(text.size())};
  found.article.language = "en";
  const Analysis analysis = analyze_structure(found.article, analyze_words(found.article));
  TaggedText tagged = find_tokens(text, analysis.words, analysis.sentences);
  PartTagger().tag(text, tagged);
  ClauseFinder().find(tagged);
  found.statements = find_statements(0, found.article, analysis, tagged, SpeechTagger::built_in());
  return found;
}

StatementKind kind_of(const std::string& text) {
  const std::vector<Span> all = {{0, static_cast<std::uint32_t>(text.size())}};
  Article article;
  article.text = text;
  article.body = all.front();
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  return statement_kind(text, all, analysis.quotations);
}

TEST_CASE("a statement is direct, mixed or indirect by what of it stands in quotation marks") {
  CHECK(kind_of("“We will stay,”") == StatementKind::direct);
  CHECK(kind_of("that they will “stay here for good”") == StatementKind::mixed);
  CHECK(kind_of("that they will stay") == StatementKind::indirect);
}

TEST_CASE("a quotation has its source and its cue") {
  const Found found = find(
      "The rain went on for a week in the old town of Selne.\n\n"
      "“The bridge will be closed until Friday,” said Ana Orlo.\n");
  REQUIRE(found.statements.size() == 1);
  const Statement& one = found.statements.front();
  CHECK(one.kind == StatementKind::direct);
  CHECK(slice(found.article.text, one.source) == "Ana Orlo");
  CHECK(slice(found.article.text, one.cue) == "said");
  REQUIRE(one.content.size() == 1);
  CHECK(slice(found.article.text, one.content[0]) == "“The bridge will be closed until Friday,”");
  CHECK(one.score > 0.5);
}

TEST_CASE("nothing is found in an empty text and in another language") {
  CHECK(find("").statements.empty());
  Article article;
  article.text = "„Die Brücke bleibt geschlossen“, sagte Ana Orlo am Montag in der Altstadt.";
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  article.language = "de";
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  const TaggedText tagged = find_tokens(article.text, analysis.words, analysis.sentences);
  CHECK(find_statements(0, article, analysis, tagged, SpeechTagger::built_in()).empty());
}

TEST_CASE("whatever the text, spans lie in it, in order, and never overlap") {
  const std::vector<std::string> pieces = {
      "“",    "”",  "\"", "said ", "Orlo ", ", ",  ". ",   "that ", "the ", "bridge ",
      "\n\n", ": ", "é ", "told ", "us ",   "’s ", "not ", "she ",  "\xFF", "according to "};
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = random() % 60; i > 0; --i) text += pieces[random() % pieces.size()];
    const Found found = find(text);
    for (const Statement& one : found.statements) {
      REQUIRE_FALSE(one.content.empty());
      std::uint32_t end = 0;
      for (Span span : one.content) {
        CHECK(span.begin >= end);
        CHECK(span.begin < span.end);
        CHECK(span.end <= text.size());
        CHECK_FALSE(span.overlaps(one.cue));
        CHECK_FALSE(span.overlaps(one.source));
        end = span.end;
      }
      CHECK(one.cue.end <= text.size());
      CHECK(one.source.end <= text.size());
      CHECK(one.score >= 0.0);
      CHECK(one.score <= 1.0);
    }
  }
}

}  // namespace
}  // namespace twosource

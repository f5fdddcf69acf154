#include "twosource/speech/transcript.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "twosource/speech/statements.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

struct Read {
  Article article;
  Analysis analysis;
  TaggedText tagged;
};

Read read(std::string text) {
  Read read;
  const std::size_t title = text.find('\n');
  read.article.title = {0, static_cast<std::uint32_t>(title)};
  read.article.body = {static_cast<std::uint32_t>(title), static_cast<std::uint32_t>(text.size())};
  read.article.language = "en";
  read.article.text = std::move(text);
  read.analysis = analyze_structure(read.article, analyze_words(read.article));
  read.tagged = TextTagger().tag(read.article, read.analysis);
  return read;
}

// What stands before each paragraph's text; empty: no label.
std::vector<std::string> labels_of(const std::string& text) {
  const Read one = read(text);
  std::vector<std::string> labels;
  for (const SpeechUnit& unit : speech_units(one.article.text, one.analysis, one.tagged)) {
    if (unit.label == 0) {
      labels.emplace_back();
      continue;
    }
    const Span span{unit.tokens.front().span.begin, unit.tokens[unit.label - 1].span.end};
    labels.emplace_back(slice(one.article.text, span));
  }
  return labels;
}

TEST_CASE("names in capitals before a colon are the labels of a transcript") {
  const std::vector<std::string> labels = labels_of(
      "The talk of the harbour\n\nAna Orlo spoke to the moderator on the quay.\n\n"
      "“WALLIN: Is the bridge safe?\n\n“MS. ORLO: It will hold.\n\n“WALLIN: Thank you.”\n\n"
      "UPDATE: The bridge was closed.\n");
  CHECK(labels == std::vector<std::string>{"", "", "“WALLIN:", "“MS. ORLO:", "“WALLIN:", ""});
}

TEST_CASE("words in capitals are no labels where nobody is called so") {
  const std::vector<std::string> labels =
      labels_of("The bridge\n\nWATCH: The bridge falls.\n\nWATCH: It was an old bridge.\n");
  CHECK(labels == std::vector<std::string>{"", "", ""});
}

TEST_CASE("a paragraph of a transcript is what its label says") {
  const Read one = read(
      "The talk of the harbour\n\nThe mayor, Ana Orlo, answered questions on the quay.\n\n"
      "ORLO: The bridge is safe. Nobody needs to leave.\n");
  const std::vector<Statement> statements =
      find_statements(0, one.article, one.analysis, one.tagged, SpeechTagger::built_in());
  REQUIRE_FALSE(statements.empty());
  const Statement& last = statements.back();
  CHECK(slice(one.article.text, last.source) == "ORLO");
  CHECK(slice(one.article.text, last.cue) == ":");
  REQUIRE(last.content.size() == 1);
  CHECK(slice(one.article.text, last.content.front()) ==
        "The bridge is safe. Nobody needs to leave.");
}

TEST_CASE("a mark typed as two characters is one token") {
  const Read one = read("The quay\n\n''It will hold,'' Ana Orlo said of the old bridge.\n");
  const std::vector<SpeechUnit> units = speech_units(one.article.text, one.analysis, one.tagged);
  const SpeechUnit& unit = units.back();
  CHECK(unit.tokens.front().span.size() == 2);
  CHECK(unit.tokens.front().word == speech_word_hash("\""));
  CHECK(unit.tokens[5].quote == QuoteState::closes);
  CHECK(unit.tokens[5].span.size() == 2);
}

}  // namespace
}  // namespace twosource

#include "twosource/claim/doubts.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"

namespace twosource {
namespace {

/// Two articles of one sentence each, and the conflicts between their first units.
struct Made {
  Report report;
  std::vector<TaggedText> tagged;
  std::vector<Unit> units;

  Made(const std::string& a, const std::string& b) {
    Story story;
    for (const std::string& text : {a, b}) {
      Article article;
      article.text = text;
      article.language = "en";
      article.body = {0, static_cast<std::uint32_t>(text.size())};
      story.articles.push_back(static_cast<ArticleIndex>(report.articles.size()));
      report.analyses.push_back(analyze_structure(article, analyze_words(article)));
      report.analyses.back().language = "en";
      report.articles.push_back(std::move(article));
    }
    report.stories.push_back(std::move(story));
    tagged = tag_stories(report.articles, report.analyses, report.stories, Jobs{1});
    units = find_units(report, tagged, 0);
  }

  [[nodiscard]] std::size_t conflicts() const {
    REQUIRE(units.size() == 2);
    return undoubted_conflicts(report, tagged, units[0], units[1]).size();
  }
};

}  // namespace

TEST_CASE("what is denied in one article and affirmed in another is a conflict") {
  CHECK(Made("The captain never saw the harbour plan.", "The captain saw the harbour plan.")
            .conflicts() == 1);
}

TEST_CASE("ever and any affirm nothing") {
  CHECK(Made("The captain never saw the harbour plan.", "The captain ever saw the harbour plan.")
            .conflicts() == 0);
}

TEST_CASE("one utterance does not contradict itself") {
  Made made("The captain never saw the harbour plan.", "The captain saw the harbour plan.");
  made.report.statements.resize(2);
  for (Statement& statement : made.report.statements) statement.content = {{0, 20}};
  made.report.statements[1].same_as = 0;
  made.units[0].statement = 0;
  made.units[1].statement = 1;
  CHECK(made.conflicts() == 0);
  made.report.statements[1].same_as.reset();
  CHECK(made.conflicts() == 1);
}

}  // namespace twosource

#include "twosource/reuse/reported_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/analyze.hpp"

namespace twosource {
namespace {

// The reported words of a text, separated by blanks.
std::string reported(std::string_view text) {
  Article article;
  article.text = text;
  article.body = {0, static_cast<std::uint32_t>(text.size())};
  article.language = "en";
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  const std::vector<bool> said = reported_words(article, analysis, 0, analysis.words.size());
  std::string words;
  for (std::size_t i = 0; i < said.size(); ++i) {
    if (!said[i]) continue;
    if (!words.empty()) words += ' ';
    words += slice(article.text, analysis.words[i].span);
  }
  return words;
}

}  // namespace

TEST_CASE("reporting leads to what follows, at the end it looks back") {
  CHECK(reported("The mayor said the bridge would stay closed until the ice melts.") ==
        "the bridge would stay closed until the ice melts");
  CHECK(
      reported("The bridge stays closed until the ice melts, the mayor of Selne told reporters.") ==
      "The bridge stays closed until the ice melts");
  CHECK(reported("The bridge is closed, according to the mayor.") == "The bridge is closed");
  CHECK(reported("According to the mayor, the bridge is closed.") == "the bridge is closed");
  CHECK(reported("The mayor, who is ill, said the bridge would stay closed until the ice melts.") ==
        "the bridge would stay closed until the ice melts");
}

TEST_CASE("where nobody says anything nothing is reported") {
  CHECK(reported("The bridge was closed in the night, and nobody knew for how long.").empty());
  CHECK(reported("").empty());
  Article article;
  CHECK(reported_words(article, {}, 0, 0).empty());
}

TEST_CASE("each sentence is read alone, and a stretch knows its own part only") {
  CHECK(reported("The mayor said the old bridge is closed for good. Snow fell on Arn.") ==
        "the old bridge is closed for good");
  Article article;
  article.text = "The mayor said the old bridge is closed for good.";
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  CHECK(reported_words(article, analysis, 1, 3) == std::vector<bool>{false, false, true});
}

}  // namespace twosource

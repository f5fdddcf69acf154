#include "twosource/speech/dateline.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "twosource/text/analyze.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

// What a paragraph begins with once its dateline is cut.
std::string opening(const std::string& paragraph) {
  Article article;
  article.language = "en";
  article.text = "Bridge closed\n" + paragraph;
  article.title = {0, 13};
  article.body = {14, static_cast<std::uint32_t>(article.text.size())};
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  const TaggedText tagged = TextTagger().tag(article, analysis);
  const auto units = speech_units(article.text, analysis, tagged);
  REQUIRE(units.size() >= 2);
  const Span first = units[1].tokens.front().span;
  return std::string(slice(article.text, first));
}

TEST_CASE("a dateline is no part of the paragraph") {
  const std::string rest = "Bridges will stay closed until the summer, the port authority said.";
  CHECK(opening("LONDON - " + rest) == "Bridges");
  CHECK(opening("LONDON (NWA) — " + rest) == "Bridges");
  CHECK(opening("LONDON, June 3 (NWA) - " + rest) == "Bridges");
  CHECK(opening("New Varn, Aug. 23 (NWA) " + rest) == "Bridges");
  CHECK(opening("PORT VARN, Norvia — " + rest) == "Bridges");
  CHECK(opening("LONDON: " + rest) == "Bridges");
  CHECK(opening("(NWA) - " + rest) == "Bridges");
}

TEST_CASE("other openings stay") {
  CHECK(opening("The Northern Alliance (NA) said on Monday that the bridge was safe.") == "The");
  CHECK(opening("Residents: the bridge will never be safe again, whatever they say.") ==
        "Residents");
  CHECK(opening("Ana Orlo – the mayor of Selne – said that the bridge was safe.") == "Ana");
  CHECK(opening("UPDATE: the bridge will stay closed, the authority said.") == "UPDATE");
  CHECK(opening("Orlo (PPR) said on Monday that the bridge was safe.") == "Orlo");
  CHECK(opening("The bridge - which is old - will stay closed.") == "The");
}

}  // namespace
}  // namespace twosource

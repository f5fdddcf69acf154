#include "twosource/claim/tallies.hpp"

#include <doctest/doctest.h>

#include <string>

#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"

namespace twosource {
namespace {

const char* name_of(Fate fate) {
  constexpr const char* names[] = {"killed", "injured", "missing", "arrested"};
  return names[static_cast<std::size_t>(fate)];
}

// "12 injured" for each tally of a text of one sentence.
std::vector<std::string> tallies_in(std::string text) {
  Report report;
  Article& article = report.articles.emplace_back();
  article.text = std::move(text);
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  report.analyses.push_back(analyze_structure(article, analyze_words(article)));
  report.analyses.front().language = "en";
  report.stories.push_back({.id = "story", .articles = {0}});
  const auto tagged = tag_stories(report.articles, report.analyses, report.stories, Jobs{1});
  std::vector<std::string> found;
  for (const Unit& unit : find_units(report, tagged, 0)) {
    for (const Tally& tally : tallies_of(report, tagged, unit)) {
      found.push_back(std::to_string(static_cast<int>(unit.quantities[tally.quantity].value)) +
                      " " + name_of(tally.fate));
    }
  }
  return found;
}

using Tallies = std::vector<std::string>;

TEST_CASE("a tally stands before or behind what happened") {
  CHECK(tallies_in("Twelve people were injured in the accident.") == Tallies{"12 injured"});
  CHECK(tallies_in("The fire killed at least 12 people.") == Tallies{"12 killed"});
  CHECK(tallies_in("The blast killed 3 people and injured 17.") ==
        Tallies{"3 killed", "17 injured"});
  CHECK(tallies_in("The storm left nine people dead.") == Tallies{"9 killed"});
}

TEST_CASE("a part, a rest and what is denied or planned are no tally") {
  CHECK(tallies_in("Ten of the injured were passengers.").empty());
  CHECK(tallies_in("Three more people were injured on the quay.").empty());
  CHECK(tallies_in("Among the victims, 12 were killed in Selne.").empty());
  CHECK(tallies_in("Many children under five died of it.").empty());
  CHECK(tallies_in("Twelve people were not injured.").empty());
  CHECK(tallies_in("The fire killed 12 soldiers.").empty());  // others may have died as well
  CHECK(tallies_in("A ferry with 214 people on board struck the wall.").empty());
}

TEST_CASE("of two findings of one pair the second way's is kept") {
  const ComparedPair words{1, 2, {.same = 0.5, .about = 0.5}, {}};
  const ComparedPair other{0, 3, {.same = 0.2, .about = 0.2}, {}};
  const ComparedPair tally{1, 2, {.same = 0.0, .about = 0.9}, {{.note = "12 or 17"}}};
  const std::vector<ComparedPair> merged = merge_pairs({other, words}, {tally});
  REQUIRE(merged.size() == 2);
  CHECK(merged[0].a == 0);
  CHECK(merged[1].likeness.about == 0.9);
  CHECK(merged[1].conflicts.size() == 1);
}

}  // namespace
}  // namespace twosource

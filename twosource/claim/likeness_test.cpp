#include "twosource/claim/likeness.hpp"

#include <string>

#include <doctest/doctest.h>

#include "twosource/claim/pair_features.hpp"
#include "twosource/claim/word_alignment.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

// A sentence as the body of an article, as one unit.
ComparedUnit unit_of(const std::string& sentence) {
  Article article;
  article.text = sentence;
  article.language = "en";
  article.body = {0, static_cast<std::uint32_t>(sentence.size())};
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";  // a sentence is too short to tell
  const TaggedText tagged = TextTagger().tag(article, analysis);
  return compared_unit(article.text, tagged, 0, static_cast<std::uint32_t>(tagged.tokens.size()));
}

UnitLikeness compare(const std::string& a, const std::string& b) {
  return compare_units(unit_of(a), unit_of(b));
}

double feature(std::string_view name, const std::string& a, const std::string& b) {
  const PairFeatures features = pair_features(unit_of(a), unit_of(b));
  for (std::size_t i = 0; i < features.size(); ++i) {
    if (pair_feature_names().at(i) == name) return features.at(i);
  }
  FAIL("no feature " << name);
  return 0.0;
}

}  // namespace

TEST_CASE("a sentence says the same as itself and its rewording, not as another") {
  const std::string ferry =
      "Twelve people were injured when a ferry struck the breakwater of Selne.";
  const std::string ship = "Twelve people were hurt as a ferry hit the breakwater at Selne.";
  const std::string vote = "The council of Selne will vote on the new budget for schools in March.";
  CHECK(compare(ferry, ferry).same > 0.9);
  CHECK(compare(ferry, ship).same > 0.5);
  CHECK(compare(ferry, vote).same < 0.1);
  CHECK(compare(ferry, vote).about < 0.2);
}

TEST_CASE("another number makes it less the same, but still the same fact") {
  const std::string twelve =
      "Twelve people were injured when a ferry struck the breakwater of Selne.";
  const std::string forty =
      "Forty people were injured when a ferry struck the breakwater of Selne.";
  CHECK(compare(twelve, forty).same < compare(twelve, twelve).same);
  CHECK(compare(twelve, forty).about > 0.5);
  CHECK(feature("numbers_apart", twelve, forty) == 1.0);
}

TEST_CASE("which of the two comes first makes no difference to the last bit") {
  const std::string a = "The minister, Mira Orlo, denied that the ferry left Selne late on Sunday.";
  const std::string b = "Orlo said the ship had left late; two men were hurt in Selne on Monday.";
  CHECK(pair_features(unit_of(a), unit_of(b)) == pair_features(unit_of(b), unit_of(a)));
}

TEST_CASE("nothing is like nothing") {
  CHECK(compare("", "").same == 0.0);
  CHECK(compare("It was.", "The ferry struck the breakwater.").about == 0.0);
}

TEST_CASE("a full name is found again in its last word") {
  CHECK(feature("names_least", "Mira Orlo resigned.", "Orlo resigned.") == 1.0);
  CHECK(feature("names_least", "Mira Orlo resigned.", "Mira Veld resigned.") < 1.0);
}

TEST_CASE("one name of a country stands for the other") {
  CHECK(feature("hard_least", "The United States withdrew.", "The U.S. withdrew.") == 1.0);
}

TEST_CASE("a negation is counted and no word") {
  CHECK(feature("negation", "Orlo did resign.", "Orlo didn't resign.") == 1.0);
  CHECK(feature("soft_least", "Orlo did resign.", "Orlo didn't resign.") == 1.0);
  CHECK(feature("negation", "Orlo never resigned.", "Orlo did not resign.") == 0.0);
}

}  // namespace twosource

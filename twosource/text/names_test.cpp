#include "twosource/text/names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

TaggedText tagged_lines(std::string_view text) {
  std::vector<Span> lines;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != '\n') continue;
    lines.push_back({begin, i});
    begin = i + 1;
  }
  TaggedText tagged = find_tokens(text, find_words(text), lines);
  PartTagger().tag(text, tagged);
  return tagged;
}

// "person Ana Hale, place Selne"
std::string names_in(std::string_view text) {
  const TaggedText tagged = tagged_lines(text);
  const std::vector<std::string> tags = name_tags();
  std::string joined;
  for (const NameMention& name : NameFinder().find(text, tagged)) {
    const std::string& tag = tags.at(1 + 2 * static_cast<std::size_t>(name.kind));
    joined += joined.empty() ? "" : ", ";
    joined += tag.substr(0, tag.find(' ') + 1);
    joined +=
        text.substr(tagged.tokens[name.begin].span.begin,
                    tagged.tokens[name.end - 1].span.end - tagged.tokens[name.begin].span.begin);
  }
  return joined;
}

TEST_CASE("persons, places and organisations of a plain report") {
  CHECK(names_in("President Maria Hale arrived in Paris on Monday.") ==
        "person Maria Hale, place Paris");
  CHECK(names_in("The Ministry of Health in Kenya said 12 people were hurt.") ==
        "organisation Ministry of Health, place Kenya");
  CHECK(names_in("The ferry struck the breakwater in thick fog.").empty());
}

TEST_CASE("a headline with capitals is no row of names") {
  const std::string text =
      "Progress Was Made On Central Issues In Kenya\nTalks in Kenya made progress on the central "
      "issues.";
  CHECK(names_in(text) == "place Kenya, place Kenya");
}

TEST_CASE("tags spell out names") {
  using Kind = NameKind;
  const std::vector<Tag> tags = {0, 1, 2, 1, 5, 6, 4, 0, 2};
  const std::vector<NameMention> expected = {{11, 13, Kind::person},
                                             {13, 14, Kind::person},
                                             {14, 16, Kind::place},
                                             {16, 17, Kind::organisation},
                                             {18, 19, Kind::person}};
  CHECK(mentions_of(tags, 10) == expected);
  CHECK(mentions_of({}, 0).empty());
}

TEST_CASE("the models that ship have the tags of names") {
  CHECK(first_name_model().tags() == name_tags());
  CHECK(second_name_model().tags() == name_tags());
}

TEST_CASE("names lie in their sentence, in order, whatever the text, and come out the same again") {
  const std::vector<std::string> pieces = {"Maria", "Hale",  "of",   "the", "Port",     ".", ",",
                                           "said",  "\"",    "U.S.", "\n",  "Ministry", "3", "for",
                                           "Paris", "McKay", "Élan", "不",  "AND"};
  std::mt19937 random(3);
  NameFinder finder;
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += pieces[random() % pieces.size()] + " ";
    CAPTURE(text);
    const TaggedText tagged = tagged_lines(text);
    const std::vector<NameMention> names = finder.find(text, tagged);
    CHECK(finder.find(text, tagged) == names);
    std::uint32_t at = 0;
    for (const NameMention& name : names) {
      CHECK(at <= name.begin);
      CHECK(name.begin < name.end);
      CHECK(name.end <= tagged.tokens.size());
      const auto sentence =
          std::upper_bound(tagged.sentence_ends.begin(), tagged.sentence_ends.end(), name.begin);
      REQUIRE(sentence != tagged.sentence_ends.end());
      CHECK(name.end <= *sentence);
      at = name.end;
    }
  }
}

}  // namespace
}  // namespace twosource

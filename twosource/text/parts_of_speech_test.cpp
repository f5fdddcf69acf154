#include "twosource/text/parts_of_speech.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "twosource/text/clauses.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

TaggedText tag_sentence(std::string_view text) {
  const std::vector<Span> sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  TaggedText tagged = find_tokens(text, find_words(text), sentences);
  PartTagger().tag(text, tagged);
  ClauseFinder().find(tagged);
  return tagged;
}

// "The/DT ferry/NN ..."
std::string parts_of(std::string_view text) {
  std::string joined;
  const TaggedText tagged = tag_sentence(text);
  for (const Token& token : tagged.tokens) {
    joined += joined.empty() ? "" : " ";
    joined += slice(text, token.span);
    joined += '/';
    joined += name_of(token.part);
  }
  return joined;
}

// The sentence with " | " where a clause begins.
std::string clauses_of(std::string_view text) {
  const TaggedText tagged = tag_sentence(text);
  std::string cut;
  std::uint32_t at = 0;
  for (const std::uint32_t clause : tagged.clauses) {
    const std::uint32_t begin = tagged.tokens[clause].span.begin;
    cut += text.substr(at, begin - at);
    cut += begin == 0 ? "" : "| ";
    at = begin;
  }
  return cut += text.substr(at);
}

TEST_CASE("every tag has a name and is found by it") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < part_of_speech_count; ++i) {
    const auto part = static_cast<PartOfSpeech>(i);
    names.insert(name_of(part));
    CHECK(part_named(name_of(part)) == part);
    CHECK(part_of_speech_model().tags().at(i) == name_of(part));
  }
  CHECK(names.size() == part_of_speech_count);
  CHECK_FALSE(part_named("NOUN"));
}

TEST_CASE("parts of speech of plain news sentences") {
  CHECK(parts_of("The ferry struck the breakwater in thick fog on Monday.") ==
        "The/DT ferry/NN struck/VBD the/DT breakwater/NN in/IN thick/JJ fog/NN on/IN Monday/NNP "
        "./.");
  CHECK(parts_of("\"We don't know who was hurt,\" said Mayor Hale.") ==
        "\"/`` We/PRP do/VBP n't/RB know/VB who/WP was/VBD hurt/VBN ,/, \"/'' said/VBD "
        "Mayor/NNP Hale/NNP ./.");
  CHECK(parts_of("Two officials said that they would strike again.") ==
        "Two/CD officials/NNS said/VBD that/IN they/PRP would/MD strike/VB again/RB ./.");
  CHECK(parts_of("The strikes hit the harbour's trade.") ==
        "The/DT strikes/NNS hit/VBD the/DT harbour/NN 's/POS trade/NN ./.");
}

TEST_CASE("clauses begin at subordinate clauses and infinitives of purpose") {
  CHECK(clauses_of("The ferry sailed at noon because the fog had lifted.") ==
        "The ferry sailed at noon | because the fog had lifted.");
  CHECK(clauses_of("He said that the ship, which left late, was full.").find("| that the ship") !=
        std::string::npos);
  CHECK(clauses_of("The ferry struck the breakwater on Monday.") ==
        "The ferry struck the breakwater on Monday.");
}

TEST_CASE("a tagger gives the same answer again, and sentences do not touch each other") {
  const std::string one = "The minister said no. ";
  const std::string two = "Who struck the pier?";
  const std::string text = one + two;
  const auto border = static_cast<std::uint32_t>(one.size());
  const std::vector<Span> both = {{0, border}, {border, static_cast<std::uint32_t>(text.size())}};
  TaggedText tagged = find_tokens(text, find_words(text), both);
  PartTagger tagger;
  tagger.tag(text, tagged);
  std::vector<PartOfSpeech> parts;
  for (const Token& token : tagged.tokens) parts.push_back(token.part);
  tagger.tag(text, tagged);
  for (std::size_t i = 0; i < parts.size(); ++i) CHECK(tagged.tokens[i].part == parts[i]);

  const TaggedText alone = tag_sentence(two);
  const std::size_t first = tagged.sentence_ends[0];
  REQUIRE(tagged.tokens.size() - first == alone.tokens.size());
  for (std::size_t i = 0; i < alone.tokens.size(); ++i)
    CHECK(tagged.tokens[first + i].part == alone.tokens[i].part);
}

TEST_CASE("no sentence, an empty one, and one without words are no trouble") {
  TaggedText none = find_tokens("", {}, {});
  PartTagger().tag("", none);
  ClauseFinder().find(none);
  CHECK(none.tokens.empty());
  CHECK(none.clauses.empty());
  const std::vector<Span> empty = {{0, 0}, {0, 3}};
  TaggedText dots = find_tokens("...", {}, empty);
  PartTagger().tag("...", dots);
  ClauseFinder().find(dots);
  CHECK(dots.tokens.size() == 1);
  CHECK(dots.clauses == std::vector<std::uint32_t>{0});
  CHECK(dots.sentence_ends == std::vector<std::uint32_t>{0, 1});
}

}  // namespace
}  // namespace twosource

#include "twosource/text/word_relations.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

std::vector<std::uint64_t> hashes_of(std::string_view words) {
  std::vector<std::uint64_t> hashes;
  for (const Word& word : find_words(words)) hashes.push_back(word.hash);
  return hashes;
}

TermRelation relation_of(std::string_view a, std::string_view b) {
  return compare_terms(hashes_of(a), hashes_of(b));
}

WordRelation relation(std::string_view a, std::string_view b) {
  return relation_of(a, b).relation;
}

TEST_CASE("words have opposites in any inflection") {
  CHECK(relation("accepted", "rejected") == WordRelation::opposite);
  CHECK(relation("rises", "fell") == WordRelation::opposite);
  CHECK(relation("daughter", "son") == WordRelation::opposite);
}

TEST_CASE("an adjective takes the opposites of its cluster") {
  CHECK(relation("tiny", "huge") == WordRelation::opposite);
  CHECK(relation("tiny", "small") == WordRelation::same);
}

TEST_CASE("members of a set are in contrast") {
  CHECK(relation("Monday", "Sunday") == WordRelation::contrast);
  CHECK(relation_of("Monday", "Sunday").kind == ContrastKind::date);
  CHECK(relation_of("kitchen", "garage").kind == ContrastKind::place);
  CHECK(relation_of("French", "German").kind == ContrastKind::name);
  CHECK(relation_of("third", "7th").kind == ContrastKind::number);
}

TEST_CASE("terms may have several words") {
  CHECK(relation("the living room", "a garage") == WordRelation::contrast);
  CHECK(relation("South Korean", "Chinese") == WordRelation::contrast);
  CHECK(relation("sitting room", "living room") == WordRelation::same);
}

TEST_CASE("what stands above is no contrast") {
  CHECK(relation("violin", "musical instrument") == WordRelation::narrower);
  CHECK(relation("musical instrument", "violins") == WordRelation::broader);
  CHECK(relation("Scotland", "Great Britain") == WordRelation::narrower);
  CHECK(relation("crimson", "red") == WordRelation::same);
}

TEST_CASE("unknown and unrelated words are in no relation") {
  CHECK(relation("harbour", "Monday") == WordRelation::none);
  CHECK(relation("Selne", "Orvik") == WordRelation::none);
  CHECK(relation("", "Monday") == WordRelation::none);
}

TEST_CASE("a country and its people have one number") {
  const WordRelations table = WordRelations::english();
  const auto country = [&](std::string_view word) {
    return table.country_of(table.find(hashes_of(word)));
  };
  REQUIRE(country("Denmark"));
  CHECK(country("Denmark") == country("Danish"));
  CHECK(country("Denmark") != country("Swedish"));
  CHECK_FALSE(country("harbour"));
}

TEST_CASE("words judge, and their opposites judge the other way") {
  const WordRelations table = WordRelations::english();
  const auto tone = [&](std::string_view word) {
    return table.tone_of(table.find(hashes_of(word)));
  };
  CHECK(tone("productive") == Tone::good);
  CHECK(tone("unproductive") == Tone::bad);
  CHECK(tone("regrettable") == Tone::bad);
  CHECK(tone("regrettably") == Tone::bad);
  CHECK(tone("wooden") == Tone::none);
  CHECK(tone("annual") == Tone::none);
  CHECK(tone("Selne") == Tone::none);
}

}  // namespace
}  // namespace twosource

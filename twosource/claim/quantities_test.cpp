#include "twosource/claim/quantities.hpp"

#include <cmath>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "twosource/claim/lemmas.hpp"
#include "twosource/text/parts_of_speech.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

std::vector<Quantity> quantities_of(const std::string& text) {
  const std::vector<Word> words = find_words(text);
  const std::vector<Span> sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  TaggedText tagged = find_tokens(text, words, sentences);
  PartTagger().tag(text, tagged);
  return find_quantities(text, tagged, 0, static_cast<std::uint32_t>(tagged.tokens.size()));
}

Quantity only(const std::string& text) {
  const std::vector<Quantity> found = quantities_of(text);
  REQUIRE_MESSAGE(found.size() == 1, text, " ", found.size());
  return found.front();
}

std::string words_of(const std::string& text) {
  return std::string(slice(text, only(text).span));
}

bool agree(const std::string& a, const std::string& b) {
  return can_both_be_true(only(a), only(b));
}

std::uint64_t lemma(const char* word, PartOfSpeech part) {
  return lemma_hash(word, part);
}

TEST_CASE("a quantity with what stands around it") {
  CHECK(words_of("At least 12 people were hurt in Selne.") == "At least 12 people");
  CHECK(words_of("The council paid nearly $3.4 million for it.") == "nearly $3.4 million");
  CHECK(words_of("They walked 30 miles on foot.") == "30 miles");
  CHECK(words_of("He met a 12-year-old boy.") == "12-year-old");
  CHECK(words_of("Some 40 of the sailors were saved.") == "Some 40 of the sailors");
  CHECK(words_of("The harbour has 12 or more cranes.") == "12 or more cranes");
}

TEST_CASE("what is counted") {
  CHECK(only("Twelve wounded sailors were found.").counted == lemma("sailors", PartOfSpeech::nns));
  CHECK(only("The toll fell for 5 per cent of drivers.").counted ==
        lemma("drivers", PartOfSpeech::nns));
  CHECK(only("Seventeen were injured.").counted == 0);
}

TEST_CASE("what digits and hedges leave open") {
  const auto check = [](const char* text, double low, double high) {
    const Quantity quantity = only(text);
    CHECK_MESSAGE(quantity.low == doctest::Approx(low), text);
    CHECK_MESSAGE(quantity.high == doctest::Approx(high), text);
  };
  check("They counted 12 boats.", 12, 12);
  check("They counted 12,000 boats.", 11500, 12499);
  check("They counted 11,870 boats.", 11865, 11874);
  check("They counted about 50 boats.", 40, 60);
  check("They counted nearly 50 boats.", 40, 50);
  check("They counted up to 50 boats.", 0, 50);
  check("They counted fewer than 50 boats.", 0, 49);
  check("They counted 10 to 15 boats.", 10, 15);
  check("They counted between 10 and 15 boats.", 10, 15);
  check("They counted dozens of boats.", 24, 99);
  check("They counted half of the boats.", 47.5, 52.5);
  check("They counted two-thirds of the boats.", 64.1667, 69.1667);
  CHECK(only("They counted more than 50 boats.").low == 51);
  CHECK(std::isinf(only("They counted at least 50 boats.").high));
}

TEST_CASE("units of one kind are compared in one of them") {
  CHECK(only("They walked 10 miles.").unit == "km");
  CHECK(only("They talked for three hours.").unit == "h");
  CHECK(only("It cost €12.").unit == "EUR");
  CHECK(only("It cost 12 U.S. dollars.").unit == "USD");
  CHECK(only("It cost 12 euros.").unit == "EUR");
  CHECK(only("Prices rose 3.5%.").unit == "%");
  CHECK(only("Prices rose 3.5 per cent.").unit == "%");
  CHECK(only("Orlo, 43, is the mayor.").unit == "years old");
  CHECK(only("A woman aged 43 was hurt.").unit == "years old");
  CHECK(only("It was 30 degrees Celsius.").value == 30);
}

TEST_CASE("two quantities that can both be true") {
  CHECK(agree("They walked 30 miles.", "They walked about 50 km."));
  CHECK(agree("At least 12 people were hurt.", "They counted 15 people."));
  CHECK(agree("About 12,000 people came.", "They counted 11,870 people."));
  CHECK(agree("Dozens of people came.", "They counted 40 people."));
  CHECK(agree("It cost $3.4 million.", "It cost $3,412,000."));
  CHECK_FALSE(agree("They counted 12 people.", "They counted 17 people."));
  CHECK_FALSE(agree("They counted at least 20 people.", "They counted 12 people."));
  CHECK_FALSE(agree("It cost $3.4 million.", "It cost $34 million."));
}

TEST_CASE("numbers that count nothing") {
  for (const char* text :
       {"They met on June 12.", "They met on 12 June 2018.", "They left at 9:15.",
        "They left at 9 p.m. from Selne.", "Flight 93 was late.", "They won 3-1 at home.",
        "The war of 1950-53 ended.", "In 2018 they met.", "Call 555-0143 for more.",
        "It was one of them.", "The mayor of Selne came first.", "They watched COVID-19 rise."})
    CHECK_MESSAGE(quantities_of(text).empty(), text);
}

}  // namespace
}  // namespace twosource

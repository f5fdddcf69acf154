#include "twosource/text/numerals.hpp"

#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

std::optional<Numeral> read(const std::string& text) {
  const std::vector<Word> words = find_words(text);
  const std::vector<Span> sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  const TaggedText tagged = find_tokens(text, words, sentences);
  return read_numeral(text, tagged, 0, static_cast<std::uint32_t>(tagged.tokens.size()));
}

double value_of(const std::string& text) {
  const auto numeral = read(text);
  REQUIRE_MESSAGE(numeral, text);
  return numeral->value;
}

TEST_CASE("numerals in digits and in words") {
  CHECK(value_of("12 boats") == 12.0);
  CHECK(value_of("1,200 boats") == 1200.0);
  CHECK(value_of("3.4 million crowns") == doctest::Approx(3.4e6));
  CHECK(value_of("12m crowns") == 12e6);
  CHECK(value_of("twenty-five boats") == 25.0);
  CHECK(value_of("a hundred and twelve boats") == 112.0);
  CHECK(value_of("two hundred and twelve thousand boats") == 212e3);
  CHECK(value_of("one million two hundred thousand and six boats") == 1200006.0);
  CHECK(value_of("half a million boats") == 5e5);
  CHECK(value_of("two and a half boats") == 2.5);
  CHECK(value_of("a dozen boats") == 12.0);
  CHECK(value_of("two dozen boats") == 24.0);
  CHECK(value_of("twenty twelve") == 20.0);
}

TEST_CASE("what is no numeral") {
  for (const char* text : {"12th of them", "1990s fashion", "9:15 sharp", "1,20 boats", "score two",
                           "hundred boats", "a boat", "half of them", "the twelve"})
    CHECK_MESSAGE(!read(text), text);
}

TEST_CASE("how exactly a numeral is said") {
  CHECK(read("1,200")->step == 1.0);
  CHECK(read("1,200")->zeros == 100.0);
  CHECK(read("12 thousand")->zeros == 1000.0);
  CHECK(read("3.4 million")->zeros == doctest::Approx(1e5));
  CHECK(read("a dozen")->low == 10.0);
  CHECK(read("a dozen")->high == 14.0);
}

TEST_CASE("plurals that give no number") {
  CHECK(read("dozens of boats")->low == 24.0);
  CHECK(read("dozens of boats")->high == 99.0);
  CHECK(read("hundreds")->low == 200.0);
  CHECK(read("tens of thousands")->low == 20e3);
  CHECK(read("tens of thousands")->high == doctest::Approx(99999.0));
}

}  // namespace
}  // namespace twosource

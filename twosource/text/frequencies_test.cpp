#include "twosource/text/frequencies.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr std::string_view small_table =
    "# tokens: 1024\n"
    "# documents: 100\n"
    "the\t512\t100\n"
    "harbour\t4\t9\n"
    "selne\t2\t1\n";

double bits(const WordFrequencies& table, std::string_view folded) {
  return table.bits(hash_folded(folded));
}

double idf(const WordFrequencies& table, std::string_view folded) {
  return table.idf(hash_folded(folded));
}

TEST_CASE("bits are the surprisal of a word, and no word is rarer than the rarest of the table") {
  const Result<WordFrequencies> table = WordFrequencies::parse(small_table);
  REQUIRE(table);
  CHECK(table->size() == 3);
  CHECK(bits(*table, "the") == doctest::Approx(1.0));
  CHECK(bits(*table, "harbour") == doctest::Approx(8.0));
  CHECK(bits(*table, "selne") == doctest::Approx(9.0));
  CHECK(bits(*table, "unheard") == doctest::Approx(9.0));
}

TEST_CASE("idf falls with the documents that have the word and is never negative") {
  const Result<WordFrequencies> table = WordFrequencies::parse(small_table);
  REQUIRE(table);
  CHECK(idf(*table, "the") == 0.0);
  CHECK(idf(*table, "harbour") == doctest::Approx(2.302585));
  CHECK(idf(*table, "selne") == doctest::Approx(3.912023));
  CHECK(idf(*table, "unheard") == doctest::Approx(4.605170));
}

TEST_CASE("a broken table is an error that shows the line") {
  CHECK_FALSE(WordFrequencies::parse(""));
  CHECK_FALSE(WordFrequencies::parse("# tokens: 10\n# documents: 2\n"));
  CHECK_FALSE(WordFrequencies::parse("the\t5\t2\n"));  // no totals
  for (std::string_view line : {"the", "the\t5", "the\tfive\t2", "the\t5\t2x", "\t5\t2",
                                "the\t11\t2", "the\t5\t3", "the\t0\t0"}) {
    CAPTURE(line);
    const std::string table = "# tokens: 10\n# documents: 2\n" + std::string(line) + "\n";
    const Result<WordFrequencies> parsed = WordFrequencies::parse(table);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().kind == ErrorKind::format);
  }
}

TEST_CASE("the built-in tables know common words of their language") {
  for (std::string_view language : {"en", "en-GB", "de", "de-AT"}) {
    CAPTURE(language);
    const WordFrequencies& table = WordFrequencies::background(language);
    CHECK(table.size() > 20'000);
    const bool english = language.substr(0, 2) == "en";
    CHECK(bits(table, english ? "the" : "der") < 6.0);
    CHECK(idf(table, english ? "the" : "der") < 0.1);
    CHECK(bits(table, english ? "quarry" : "steinbruch") > 15.0);
    CHECK(bits(table, "xyzzyq") > 18.0);
    CHECK(idf(table, "xyzzyq") > 9.0);
  }
}

TEST_CASE("in a language without a table every word weighs the same") {
  const WordFrequencies& table = WordFrequencies::background("fr");
  CHECK(table.size() == 0);
  CHECK(bits(table, "le") == bits(table, "port"));
  CHECK(idf(table, "le") == idf(table, "port"));
  CHECK(&WordFrequencies::background("") == &table);
}

TEST_CASE("for two languages a word is as common as in the one that has it oftener") {
  const std::vector<std::uint64_t> words = {hash_folded("the"), hash_folded("der"),
                                            hash_folded("hafen"), hash_folded("the")};
  const PairFrequencies pair("en", "de-AT");
  const PairFrequencies turned("de", "en");
  CHECK(pair.has_tables());
  CHECK(pair.bits(words[0]) == bits(WordFrequencies::background("en"), "the"));
  CHECK(pair.bits(words[1]) == bits(WordFrequencies::background("de"), "der"));
  CHECK(pair.bits_of(words) == turned.bits_of(words));
  CHECK(pair.bits_of(words) ==
        doctest::Approx(pair.bits(words[0]) + pair.bits(words[1]) + pair.bits(words[2])));
  CHECK_FALSE(PairFrequencies("en", "").has_tables());
  CHECK(PairFrequencies("", "en").bits(hash_folded("quarry")) ==
        bits(WordFrequencies::background(""), "quarry"));
}

}  // namespace
}  // namespace twosource

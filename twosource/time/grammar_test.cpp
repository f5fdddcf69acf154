#include "twosource/time/grammar.hpp"

#include <doctest/doctest.h>

#include <cctype>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

TimePiece piece(Symbol symbol, std::int64_t value) {
  TimePiece made;
  made.readings.push_back({symbol, value});
  return made;
}

TEST_CASE("every time expression has a word from which it is looked for") {
  // Otherwise the cut into runs (pieces.cpp) would hide it, or show it by the chance of what stands
  // beside it.
  const std::vector<std::string> hidden = TimeGrammar::english().expressions_without_trigger();
  for (const std::string& words : hidden) FAIL_CHECK(words);
}

TEST_CASE("the longest expression counts") {
  const std::vector<TimePiece> pieces = {piece(Symbol::month, 7), piece(Symbol::day, 8),
                                         piece(Symbol::comma, 0), piece(Symbol::year, 2018)};
  const auto whole = TimeGrammar::english().match(pieces, 0);
  REQUIRE(whole);
  CHECK(whole->action == TimeAction::date);
  CHECK(whole->end == 4);
  const auto without_year = TimeGrammar::english().match(std::span(pieces).first(3), 0);
  REQUIRE(without_year);
  CHECK(without_year->end == 2);
}

TEST_CASE("words of no rule give nothing") {
  const std::vector<TimePiece> pieces = {piece(Symbol::comma, 0)};
  CHECK_FALSE(TimeGrammar::english().match(pieces, 0));
  CHECK(TimeGrammar::english().readings(hash_folded("harbour")).empty());
}

}  // namespace
}  // namespace twosource

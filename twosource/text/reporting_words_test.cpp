#include "twosource/text/reporting_words.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

TEST_CASE("verbs of speech, of thought and of neither are told apart") {
  const ReportingWords words = ReportingWords::english();
  CHECK(words.of_verb("say").speech == UseShare::most);
  CHECK(words.of_verb("accuse").speech == UseShare::most);
  CHECK(words.of_verb("add").speech == UseShare::some);
  CHECK(words.of_verb("believe").thought == UseShare::most);
  CHECK(words.of_verb("believe").speech == UseShare::none);
  CHECK(words.of_verb("fear").thought == UseShare::most);
  for (const char* verb : {"suspend", "prosecute", "bring", "include"}) {
    CAPTURE(verb);
    CHECK(words.of_verb(verb).speech == UseShare::none);
    CHECK(words.of_verb(verb).thought == UseShare::none);
  }
}

TEST_CASE("a noun has an answer of its own") {
  const ReportingWords words = ReportingWords::english();
  CHECK(words.of_noun("statement").speech == UseShare::most);
  CHECK(words.of_noun("opinion").thought >= UseShare::much);
  CHECK(words.of_noun("bridge").speech == UseShare::none);
  CHECK(words.of_verb("announcement").speech == UseShare::none);
  CHECK(words.of_noun("announcement").speech == UseShare::most);
}

TEST_CASE("an unknown word tells of nothing") {
  const ReportingWords words = ReportingWords::english();
  for (const char* lemma : {"", "qwxz", "zzzzzzzz", "0"}) {
    CHECK(words.of_verb(lemma).speech == UseShare::none);
    CHECK(words.of_noun(lemma).thought == UseShare::none);
  }
}

}  // namespace
}  // namespace twosource

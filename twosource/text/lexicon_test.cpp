#include "twosource/text/lexicon.hpp"

#include <doctest/doctest.h>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using Part = PartOfSpeech;

std::string lemma(std::string_view token, Part part) {
  return Lexicon::english().lemma_of(token, part);
}

TEST_CASE("irregular and regular forms have their lemma, by what they are in the sentence") {
  CHECK(lemma("struck", Part::vbd) == "strike");
  CHECK(lemma("strikes", Part::vbz) == "strike");
  CHECK(lemma("strikes", Part::nns) == "strike");
  CHECK(lemma("Ferries", Part::nns) == "ferry");
  CHECK(lemma("women", Part::nns) == "woman");
  CHECK(lemma("said", Part::vbd) == "say");
  CHECK(lemma("told", Part::vbn) == "tell");
  CHECK(lemma("went", Part::vbd) == "go");
  CHECK(lemma("stopping", Part::vbg) == "stop");
  CHECK(lemma("hoped", Part::vbd) == "hope");
  CHECK(lemma("hopped", Part::vbd) == "hop");
  CHECK(lemma("left", Part::vbd) == "leave");
  CHECK(lemma("left", Part::jj) == "left");
  CHECK(lemma("heavier", Part::jjr) == "heavy");
  CHECK(lemma("worst", Part::jjs) == "bad");
}

TEST_CASE("nouns for persons and the names of men and women are known") {
  const auto kinds = [](std::string_view word) {
    return Lexicon::english().kinds_of(hash_folded(fold_word(word)));
  };
  CHECK(has_kind(kinds("engineer"), WordKind::person_noun));
  CHECK(has_kind(kinds("Spokeswomen"), WordKind::person_noun));
  CHECK_FALSE(has_kind(kinds("bridge"), WordKind::person_noun));
  CHECK(has_kind(kinds("Anna"), WordKind::woman_name));
  CHECK(has_kind(kinds("Peter"), WordKind::man_name));
  CHECK_FALSE(has_kind(kinds("Peter"), WordKind::woman_name));
}

TEST_CASE("auxiliaries and clitics have their lemma") {
  CHECK(lemma("'re", Part::vbp) == "be");
  CHECK(lemma("’ve", Part::vbp) == "have");
  CHECK(lemma("'s", Part::vbz) == "be");
  CHECK(lemma("'s", Part::pos) == "'s");
  CHECK(lemma("n't", Part::rb) == "not");
  CHECK(lemma("n’t", Part::rb) == "not");
  CHECK(lemma("Was", Part::vbd) == "be");
  CHECK(lemma("wo", Part::md) == "will");
}

TEST_CASE("words that no dictionary has lose the ending of their tag") {
  CHECK(lemma("selnings", Part::nns) == "selning");
  CHECK(lemma("marified", Part::vbd) == "marify");
  CHECK(lemma("skarnized", Part::vbn) == "skarnize");
  CHECK(lemma("Port", Part::nnp) == "port");
  CHECK(lemma("", Part::nns).empty());
}

TEST_CASE("a form is known by what it can be") {
  const Lexicon lexicon = Lexicon::english();
  const auto kinds = [&](std::string_view form) { return lexicon.kinds_of(hash_folded(form)); };
  CHECK(has_kind(kinds("struck"), WordKind::past));
  CHECK_FALSE(has_kind(kinds("struck"), WordKind::noun));
  CHECK(has_kind(kinds("strikes"), WordKind::plural));
  CHECK(has_kind(kinds("strikes"), WordKind::third));
  CHECK(has_kind(kinds("quickly"), WordKind::adverb));
  CHECK(kinds("selnings") == 0);
  CHECK(kinds("") == 0);
}

}  // namespace
}  // namespace twosource

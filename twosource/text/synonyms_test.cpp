#include "twosource/text/synonyms.hpp"

#include <doctest/doctest.h>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

Closeness between(std::string_view a, std::string_view b, std::string_view language = "en") {
  const Synonyms synonyms = Synonyms::of(language);
  const Closeness found = synonyms.compare(hash_folded(fold_word(a)), hash_folded(fold_word(b)));
  CHECK(found == synonyms.compare(hash_folded(fold_word(b)), hash_folded(fold_word(a))));
  return found;
}

TEST_CASE("inflections of one word have one lemma") {
  CHECK(between("strikes", "struck") == Closeness::lemma);
  CHECK(between("ferries", "Ferry") == Closeness::lemma);
  CHECK(between("stopped", "stopping") == Closeness::lemma);
  CHECK(between("heavier", "heavy") == Closeness::lemma);
  CHECK(between("ferry", "ferry") == Closeness::equal);
}

TEST_CASE("synonyms meet in a usual sense of both words") {
  CHECK(between("hurt", "injured") >= Closeness::rare);
  CHECK(between("wounded", "injured") >= Closeness::rare);
  CHECK(between("buy", "purchase") == Closeness::synonym);
  CHECK(between("thick", "dense") >= Closeness::rare);
  CHECK(between("breakwater", "mole") >= Closeness::rare);
  CHECK(between("suspended", "halted") < Closeness::rare);
}

TEST_CASE("spellings of one word are synonyms") {
  CHECK(between("colour", "color") == Closeness::synonym);
  CHECK(between("organised", "organized") == Closeness::synonym);
  CHECK(between("harbour", "harbor") == Closeness::synonym);
}

TEST_CASE("number words are equal to their digits and to nothing else") {
  CHECK(between("twelve", "12") == Closeness::lemma);
  CHECK(between("dozen", "twelve") == Closeness::lemma);
  CHECK(between("third", "3rd") == Closeness::lemma);
  CHECK(between("two", "three") == Closeness::none);
  CHECK(between("two", "deuce") == Closeness::none);
}

TEST_CASE("words that derive from one another are of one family, opposite roles are not") {
  CHECK(between("arrive", "arrival") == Closeness::family);
  CHECK(between("injured", "injury") == Closeness::family);
  CHECK(between("employer", "employee") < Closeness::family);
}

TEST_CASE("a kind meets what is above it, two kinds of a thing do not meet") {
  CHECK(between("ship", "vessel") >= Closeness::broader);
  CHECK(between("dog", "wolf") == Closeness::none);
}

TEST_CASE("opposites are told") {
  CHECK(between("accept", "reject") == Closeness::opposite);
  CHECK(between("rose", "fell") == Closeness::opposite);
  CHECK(between("more", "less") == Closeness::opposite);
}

TEST_CASE("other languages have no synonyms: a word is equal to itself") {
  CHECK(Synonyms::of("de").size() == 0);
  CHECK(between("verletzt", "verwundet", "de") == Closeness::none);
  CHECK(between("verletzt", "Verletzt", "de") == Closeness::equal);
  CHECK(Synonyms::of("en-GB").size() > 100000);
}

}  // namespace
}  // namespace twosource

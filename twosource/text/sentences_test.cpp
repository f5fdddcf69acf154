#include "twosource/text/sentences.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace twosource {
namespace {

// Most of what is wanted stands in tests/cases/text; here is what a case cannot show.

using Strings = std::vector<std::string>;

Strings sentences_of(std::string_view text, std::string_view language = "en") {
  Strings found;
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  for (Span span : find_sentences(text, whole, language)) found.emplace_back(slice(text, span));
  return found;
}

TEST_CASE("only the block is read, and the spans are those of the text") {
  const std::string text = "No. 1. The pier is shut. It leaks. No. 2.";
  const Span block{7, 34};
  const std::vector<Span> found = find_sentences(text, block, "en");
  CHECK(found == std::vector<Span>{{7, 24}, {25, 34}});
}

TEST_CASE("a block without a word is one sentence, an empty block none") {
  CHECK(sentences_of("...") == Strings{"..."});
  CHECK(sentences_of("! ? .") == Strings{"! ? ."});
  CHECK(sentences_of("").empty());
  CHECK(sentences_of(" \n ").empty());
}

TEST_CASE("marks without a word stay with the sentence before or behind them") {
  CHECK(sentences_of("She left. ***") == Strings{"She left. ***"});
  CHECK(sentences_of("... She left. He stayed.") == Strings{"... She left.", "He stayed."});
}

TEST_CASE("a line break inside the block is a space") {
  CHECK(sentences_of("He met Gen.\nOrlo. She\nleft.") ==
        Strings{"He met Gen.\nOrlo.", "She\nleft."});
  CHECK(sentences_of("One\r\ntwo. Three.") == Strings{"One\r\ntwo.", "Three."});
}

TEST_CASE("an abbreviation in capitals is one too") {
  CHECK(sentences_of("GEN. ORLO LEFT. THE PIER IS SHUT.") ==
        Strings{"GEN. ORLO LEFT.", "THE PIER IS SHUT."});
}

TEST_CASE("the language decides what is an abbreviation") {
  const std::string_view text = "Sie kam am 3. Mai. Er blieb.";
  CHECK(sentences_of(text, "de").size() == 2);
  CHECK(sentences_of(text, "de-AT").size() == 2);
  CHECK(sentences_of(text, "en").size() == 3);
  CHECK(sentences_of("Am Ende usw. Er blieb.", "xx").size() == 2);  // all lists together
}

TEST_CASE("a finder gives the same for a text whatever it read before") {
  SentenceFinder finder("en");
  const std::string text = "He left. She stayed.";
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  const std::vector<Span> first = finder.find(text, whole);
  CHECK(finder.find("Another. Text?", {0, 14}).size() == 2);
  CHECK(finder.find(text, whole) == first);
}

TEST_CASE("hostile texts take no more than linear time") {
  for (std::string_view piece : {"! ", ". (", "aa.Bb", "\" . ", "?\" A", "1.", "…", ".\" said "}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 300'000) text += piece;
    const std::vector<Span> found =
        find_sentences(text, {0, static_cast<std::uint32_t>(text.size())});
    CHECK_FALSE(found.empty());
  }
}

}  // namespace
}  // namespace twosource

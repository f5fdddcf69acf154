#include "twosource/text/paragraphs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace twosource {
namespace {

using Strings = std::vector<std::string>;

Strings paragraphs_of(std::string_view text) {
  Strings found;
  for (Span span : find_paragraphs(text, {0, static_cast<std::uint32_t>(text.size())})) {
    found.emplace_back(slice(text, span));
  }
  return found;
}

TEST_CASE("blank lines and line breaks separate paragraphs") {
  CHECK(paragraphs_of("One.\n\nTwo.\nThree.\r\n\r\n  Four. \n") ==
        Strings{"One.", "Two.", "Three.", "Four."});
  CHECK(paragraphs_of("").empty());
  CHECK(paragraphs_of(" \n\u00A0\n").empty());
}

TEST_CASE("only the body is read") {
  CHECK(find_paragraphs("Title\n\nBody", {7, 11}) == std::vector<Span>{{7, 11}});
}

TEST_CASE("a list of short lines is not taken for a wrapped text") {
  const std::string list = "Selne harbour\nAlba market\nThe old quarry\nBrightwell works";
  CHECK(paragraphs_of(list).size() == 4);
}

TEST_CASE("lines of sentences are paragraphs, however alike their lengths are") {
  const std::string text =
      "The harbour of Selne was shut on Monday morning.\n"
      "Divers had found cracks in one of the two piers.\n"
      "The mayor would not say when it will be open.\n"
      "The council of the town meets again on Tuesday.";
  CHECK(paragraphs_of(text).size() == 4);
}

TEST_CASE("a text wrapped at 72 columns is put together") {
  const std::string text =
      "The harbour of Selne was shut on Monday morning after divers had found\n"
      "cracks in one of its two piers, and nobody would say when the ferries to\n"
      "the islands can use it again.\n"
      "The mayor promised an answer.";
  CHECK(paragraphs_of(text).size() == 2);
}

TEST_CASE("hostile texts take no more than linear time") {
  for (std::string_view piece :
       {"\n", "a\n", "\r", "a \n b\n", "\u00A0\n", "wordswordswordswords,\n"}) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 300'000) text += piece;
    CHECK_NOTHROW(find_paragraphs(text, {0, static_cast<std::uint32_t>(text.size())}));
  }
}

}  // namespace
}  // namespace twosource

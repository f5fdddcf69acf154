#include "twosource/speech/source_phrase.hpp"

#include <doctest/doctest.h>

#include <string>

#include "twosource/text/analyze.hpp"
#include "twosource/text/tagging.hpp"

namespace twosource {
namespace {

// What a part of a text would mean as a source.
std::string description(const std::string& text, const std::string& source) {
  Article article;
  article.text = text;
  article.text +=
      "\n\nThe ferry left the quay of Selne at noon, and the rain that had fallen since Monday "
      "went "
      "on. Nobody who stood in the harbour had seen the other ship before it came out of the "
      "fog.\n";
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  const TaggedText tagged = TextTagger().tag(article, analysis);
  const ArticleNames names = gather_names(article.text, tagged);
  const SpeakerInput input = {0, article, analysis, tagged};
  const ArticleView view(input, names);
  const auto begin = static_cast<std::uint32_t>(text.find(source));
  const TokenRange tokens =
      view.tokens_of({begin, begin + static_cast<std::uint32_t>(source.size())});
  const auto found = description_of_source(view, tokens, head_of_source(view, tokens));
  return found ? std::string(slice(article.text, *found)) : "none";
}

TEST_CASE("a source without a name is described by a noun for somebody who speaks") {
  const std::string text =
      "A senior official who had asked for silence said that the ferry was late. The police said "
      "so on Monday. Two of the guards in the yard said it, too. The ministry's report said it.";
  CHECK(description(text, "A senior official who had asked for silence") == "A senior official");
  CHECK(description(text, "The police") == "The police");
  CHECK(description(text, "Two of the guards in the yard") == "Two of the guards in the yard");
  CHECK(description(text, "The ministry's report") == "The ministry's report");
}

TEST_CASE("what cannot speak is no description") {
  const std::string text =
      "Six metres of the bow were ripped open in the night. Traffic is backed up on the road to "
      "the harbour. By 9:15 p.m. everyone was off, the coastguard said on Tuesday.";
  CHECK(description(text, "Six metres of the bow") == "none");
  CHECK(description(text, "Traffic") == "none");
  CHECK(description(text, "9:15 p.m. everyone was off,") == "none");
}

}  // namespace
}  // namespace twosource

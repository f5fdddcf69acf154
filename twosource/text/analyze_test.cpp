#include "twosource/text/analyze.hpp"

#include <doctest/doctest.h>

#include <string>

namespace twosource {
namespace {

Article article_of(const std::string& title, const std::string& body) {
  Article article;
  article.text = title.empty() ? body : title + "\n\n" + body;
  const auto size = static_cast<std::uint32_t>(article.text.size());
  article.title = {0, static_cast<std::uint32_t>(title.size())};
  article.body = {size - static_cast<std::uint32_t>(body.size()), size};
  return article;
}

TEST_CASE("the light part has the words of the whole text and knows where the body begins") {
  const Article article = article_of("Mayor resigns", "She left on Monday.");
  const Analysis analysis = analyze_words(article);
  CHECK(analysis.words.size() == 6);
  CHECK(analysis.body_word == 2);
  CHECK(analysis.sentences.empty());
  CHECK(analyze_words(article_of("", "One two")).body_word == 0);
  CHECK(analyze_words(article_of("One two", "")).body_word == 2);
}

TEST_CASE("sentence 0 is the title, an empty span where there is none") {
  const Article titled = article_of("Mayor resigns. At last", "She left. He stayed.");
  const Analysis analysis = analyze_structure(titled, analyze_words(titled));
  REQUIRE(analysis.sentences.size() == 3);
  CHECK(analysis.sentences[0] == titled.title);
  CHECK(analysis.words.size() == 8);
  const Article bare = article_of("", "She left. He stayed.");
  const Analysis without = analyze_structure(bare, analyze_words(bare));
  REQUIRE(without.sentences.size() == 3);
  CHECK(without.sentences[0].empty());
}

TEST_CASE("an open mark in the title does not go on in the body") {
  const Article article = article_of("\"We go", "\"We stay,\" she said.");
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  REQUIRE(analysis.quotations.size() == 2);
  CHECK_FALSE(analysis.quotations[0].closed);
  CHECK_FALSE(analysis.quotations[1].continued);
}

TEST_CASE("an empty article has an empty analysis but for the title's place") {
  const Article article = article_of("", "");
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  CHECK(analysis.words.empty());
  CHECK(analysis.paragraphs.empty());
  CHECK(analysis.quotations.empty());
  CHECK(analysis.language.empty());
  CHECK(analysis.sentences.size() == 1);
}

}  // namespace
}  // namespace twosource

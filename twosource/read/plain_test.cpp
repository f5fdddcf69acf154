#include "twosource/read/plain.hpp"

#include <doctest/doctest.h>

using namespace twosource;

namespace {

std::string_view body_of(const Article& article) {
  return slice(article.text, article.body);
}

}  // namespace

TEST_CASE("the first line that is not empty is the title, the rest the body, the text untouched") {
  const std::string text =
      "\n \nHarbour closed \r\n\r\n\tThe harbour was closed.\r\n\r\nFor a day.\n";
  const Article article = read_plain(text);
  CHECK(article.text == text);
  CHECK(title_of(article) == "Harbour closed");
  CHECK(body_of(article) == "The harbour was closed.\r\n\r\nFor a day.");
}

TEST_CASE("a text of one line is a title without a body") {
  const Article article = read_plain("Only this");
  CHECK(title_of(article) == "Only this");
  CHECK(article.body.empty());
  CHECK(read_plain("").title.empty());
  CHECK(read_plain(" \n ").body.empty());
}

TEST_CASE("a masthead on one line gives outlet and date") {
  const Article article =
      read_plain("Harbour closed\nThe Selne Courier | 4 May 2031\n\nThe harbour was closed.");
  CHECK(article.outlet == "The Selne Courier");
  REQUIRE(article.published.has_value());
  CHECK(article.published->unix_seconds == 1935619200);
  CHECK(article.published->source == DateSource::text);
  CHECK(body_of(article) == "The Selne Courier | 4 May 2031\n\nThe harbour was closed.");
}

TEST_CASE("a masthead of several lines gives outlet, date, authors and address") {
  const Article article = read_plain(
      "Harbour closed\n\nSelne Evening Mail\nTuesday, 4 March 2031, 5:05 p.m.\n"
      "By Ann Example and Bo Sample\nhttps://mail.example/harbour\n\nSELNE - The harbour was "
      "closed.");
  CHECK(article.outlet == "Selne Evening Mail");
  CHECK(article.url == "https://mail.example/harbour");
  CHECK(article.authors == std::vector<std::string>{"Ann Example", "Bo Sample"});
  REQUIRE(article.published.has_value());
  CHECK(article.published->precision == DatePrecision::minute);
}

TEST_CASE("dates and bylines are read with their labels") {
  const Article article =
      read_plain("Title\n\nBy Ann Example\nPublished: 2031-05-04 10:20\n\nText of the article.");
  CHECK(article.authors == std::vector<std::string>{"Ann Example"});
  REQUIRE(article.published.has_value());
  CHECK(article.published->unix_seconds == 1935656400);
  CHECK(article.outlet.empty());
}

TEST_CASE("what only looks like a masthead says nothing") {
  for (const char* text :
       {"Title\n\nSELNE, 4 May 2031\n\nText.", "Title\n\nPort Selne\n\nText of the article.",
        "Title\n\nSELNE, May 4 (NWA) - The harbour was closed.", "Title\n\nBy the sea\n\nText.",
        "Title\n\nA subheading\n\n4 May 2031\n\nText.",
        "Title\n\nThe harbour was closed on 4 May 2031.\n\nText."}) {
    CAPTURE(text);
    const Article article = read_plain(text);
    CHECK(article.outlet.empty());
    CHECK(article.authors.empty());
  }
}

TEST_CASE("a date deep in the text is not the date of the text") {
  CHECK_FALSE(read_plain("Title\n\nThe harbour was closed for a day, the port said.\n4 May 2031\n")
                  .published.has_value());
}

#include "twosource/read/html.hpp"

#include <doctest/doctest.h>

using namespace twosource;

namespace {

const std::string fog =
    "The harbour of Selne was closed for a day because of thick fog, the port said.";
const std::string ferry =
    "Two ferries had to wait at sea until the pilots could see the lights again.";
const std::string mayor =
    "“Nobody was in danger,” the harbour master, Ann Example, told the Courier.";

std::string paragraphs() {
  return "<p>" + fog + "</p><p>" + ferry + "</p><p>" + mayor + "</p>";
}

std::string body_of(const std::string& html) {
  const Result<Article> article = read_html(html);
  REQUIRE_MESSAGE(article.has_value(), "no article in " << html);
  return std::string(slice(article->text, article->body));
}

const std::string all = fog + "\n\n" + ferry + "\n\n" + mayor;

}  // namespace

TEST_CASE("the paragraphs of a plain page are the body") {
  CHECK(body_of("<h1>Fog</h1>" + paragraphs()) == all);
}

TEST_CASE("inline markup joins without stray blanks, white space folds, entities are read") {
  CHECK(body_of("<p>The har<b>bour</b> of   Selne\n<i>was</i> closed &amp; empty for a day, "
                "caf&eacute;s&nbsp;too.</p>") ==
        "The harbour of Selne was closed & empty for a day, cafés\xC2\xA0too.");
}

TEST_CASE("two line breaks part paragraphs, one breaks the line") {
  CHECK(body_of("<div>" + fog + "<br><br>" + ferry + "<br>" + mayor + "</div>") ==
        fog + "\n\n" + ferry + "\n" + mayor);
}

TEST_CASE("menus, asides, footers, captions, forms and scripts are left out") {
  const std::string links =
      "<a href=a>Politics and government</a> <a href=b>Business and ports</a>";
  CHECK(body_of(
            "<nav>" + links + "</nav><header class=site-header>" + links + "</header><main>" +
            "<h1>Fog</h1><figure><img src=x><figcaption>The harbour of Selne in the fog on "
            "Monday morning, seen from the tower.</figcaption></figure>" +
            paragraphs() +
            "<aside>The newsletter of the Courier comes every morning to your mail.</aside>"
            "<form><p>Please write your address here to get the newsletter every day.</p></form>"
            "<script>var a = 'The harbour was closed for a day because of thick fog.';</script>"
            "</main><footer>The Selne Courier is published by the Lantern Media Group.</footer>") ==
        all);
}

TEST_CASE("what a page names as furniture is left out between the paragraphs") {
  for (const char* name : {"related-links", "articleRelated", "newsletter_signup", "social share",
                           "ad-slot", "author-bio", "comments", "read-more", "wp-caption"}) {
    CAPTURE(name);
    CHECK(body_of("<article><h1>Fog</h1><p>" + fog + "</p><div class='" + name +
                  "'><p>Two other stories that our readers liked this week, and why.</p></div><p>" +
                  ferry + "</p><p>" + mayor + "</p></article>") == all);
  }
}

TEST_CASE("a name that would take the article away is not believed") {
  CHECK(body_of("<div class=sidebar><h1>Fog</h1>" + paragraphs() + "</div>") == all);
  CHECK(body_of("<body class='has-nav share'><div hidden class=paywall>" + paragraphs() +
                "</div>") == all);
}

TEST_CASE("the article's own subheadings, lists and quotations are kept") {
  CHECK(body_of("<article><h1>Fog</h1><p>" + fog + "</p><h2>What happened</h2><ul><li>" + ferry +
                "</li><li>Nobody was hurt.</li></ul><blockquote>" + mayor +
                "</blockquote></article>") ==
        fog + "\n\nWhat happened\n\n" + ferry + "\n\nNobody was hurt.\n\n" + mayor);
}

TEST_CASE("standing phrases and lists of links are dropped with their heading") {
  CHECK(body_of("<article><p>" + fog + "</p><p>Advertisement</p><p>" + ferry +
                "</p><h3>More on ports</h3><ul><li><a href=a>A new pier for Selne</a></li>"
                "<li><a href=b>The pilots are on strike</a></li></ul><p>" +
                mayor + "</p></article>") == all);
}

TEST_CASE("a short last paragraph is the article's own: its closing sentence, or a credit") {
  CHECK(body_of("<div>" + paragraphs() +
                "<p>It never came.</p><p>Source: NWA</p></div>"
                "<p>Weather: foggy</p>") == all + "\n\nIt never came.\n\nSource: NWA");
}

TEST_CASE("the summary under the headline belongs to the body") {
  CHECK(body_of("<h1>Fog stops ferries</h1><p class=standfirst>The port is open again since "
                "noon</p><p class=byline>By Ann Example</p><div class=article-body>" +
                paragraphs() + "</div>") == "The port is open again since noon\n\n" + all);
}

TEST_CASE("of several articles on a page the first one counts") {
  const std::string other =
      "<p>A new pier will be built in Hollin for the ships of the island line next year.</p>";
  CHECK(body_of("<article><h1>Fog</h1>" + paragraphs() + "</article><article><h1>Pier</h1>" +
                other + other + "</article>") == all);
}

TEST_CASE("a page of links, or of nothing, holds no article") {
  for (const char* html : {"", "<html></html>", "<body><p></p></body>",
                           "<ul><li><a href=a>One</a></li><li><a href=b>Two</a></li></ul>"}) {
    CAPTURE(html);
    const Result<Article> article = read_html(html);
    REQUIRE_FALSE(article.has_value());
    CHECK(article.error().kind == ErrorKind::empty);
  }
}

TEST_CASE("metadata come from JSON-LD, with publisher and owner found by their id") {
  const Result<Article> article = read_html(
      R"(<html lang="en-gb"><title>Fog - Courier</title><link rel=canonical href="https://courier.com/fog">
      <script type="application/ld+json">{"@graph": [
        {"@type": "Organization", "@id": "#o", "name": "The Selne Courier",
         "parentOrganization": {"name": "Lantern &amp; Sons"}},
        {"@type": ["NewsArticle"], "headline": "Fog stops ferries", "publisher": {"@id": "#o"},
         "author": [{"@type": "Person", "name": "Ann Example"}, {"name": "Bo Sample"}],
         "datePublished": "2031-05-04T10:20:30+02:00"}]}</script><h1>Fog stops ferries</h1>)" +
      paragraphs());
  REQUIRE(article.has_value());
  CHECK(title_of(*article) == "Fog stops ferries");
  CHECK(article->outlet == "The Selne Courier");
  CHECK(article->owner == "Lantern & Sons");
  CHECK(article->url == "https://courier.com/fog");
  CHECK(article->language == "en-GB");
  CHECK(article->authors == std::vector<std::string>{"Ann Example", "Bo Sample"});
  REQUIRE(article->published.has_value());
  CHECK(article->published->unix_seconds == 1935649230);
}

TEST_CASE("metadata come from meta elements and the page where there is no JSON-LD") {
  const Result<Article> article = read_html(
      R"(<html><head><title>Fog stops ferries | The Selne Courier</title>
      <meta property="og:site_name" content="The Selne Courier">
      <meta property="og:url" content="https://courier.com/2031/05/04/fog">
      <meta property="og:locale" content="en_US"><meta name="author" content="Ann Example">
      <meta property="article:published_time" content="2031-05-04T08:20:30Z"></head><body>)" +
      paragraphs());
  REQUIRE(article.has_value());
  CHECK(title_of(*article) == "Fog stops ferries");
  CHECK(article->outlet == "The Selne Courier");
  CHECK(article->url == "https://courier.com/2031/05/04/fog");
  CHECK(article->language == "en-US");
  CHECK(article->authors == std::vector<std::string>{"Ann Example"});
  REQUIRE(article->published.has_value());
  CHECK(article->published->unix_seconds == 1935649230);
}

TEST_CASE("time elements, bylines and addresses are the last witnesses") {
  const Result<Article> timed = read_html(
      "<h1>Fog</h1><p class=byline>By <a rel=author>Ann Example"
      "</a></p><time datetime=2031-05-04>Sunday</time>" +
      paragraphs());
  REQUIRE(timed.has_value());
  REQUIRE(timed->published.has_value());
  CHECK(timed->published->precision == DatePrecision::day);
  CHECK(timed->authors == std::vector<std::string>{"Ann Example"});
  const Result<Article> linked = read_html(
      "<link rel=canonical href='https://news.courier.co.uk/2031/05/04/fog'>" + paragraphs());
  REQUIRE(linked.has_value());
  CHECK(linked->outlet == "courier.co.uk");
  REQUIRE(linked->published.has_value());
  CHECK(linked->published->source == DateSource::url);
}

TEST_CASE("broken JSON-LD is passed over") {
  CHECK(body_of("<script type='application/ld+json'>{\"@type\": \"NewsArticle\", </script>"
                "<script type='application/ld+json'></script>" +
                paragraphs()) == all);
}

TEST_CASE("a fragment becomes its text, every block a paragraph") {
  CHECK(is_html_fragment("<p>x</p>"));
  CHECK_FALSE(is_html_fragment("5 < 6"));
  CHECK(text_of_fragment("<p>One</p><ul><li>Two<li>Three</ul>Four") ==
        "One\n\nTwo\n\nThree\n\nFour");
  CHECK(text_of_fragment("").empty());
}

TEST_CASE("a text that a script would load is taken from JSON-LD") {
  std::string linked;
  for (int i = 0; i < 8; ++i) linked += ferry + "\\n\\n" + "It was day " + std::to_string(i) + ". ";
  const std::string page =
      "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
      "\"headline\": \"Fog\", \"articleBody\": \"" +
      linked + "\"}</script><h1>Fog</h1><p>" + fog + "</p>";
  const std::string body = body_of(page);
  CHECK(body.starts_with(ferry + "\n\nIt was day 0. "));
  CHECK(body.find(fog) == std::string::npos);
}

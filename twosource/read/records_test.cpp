#include "twosource/read/records.hpp"

#include <doctest/doctest.h>

using namespace twosource;

namespace {

Article record(std::string_view json, const FieldMap& map = {}) {
  const Result<Json> parsed = parse_json(json);
  REQUIRE(parsed.has_value());
  Result<Article> article = read_record(*parsed, "a.jsonl:1", map);
  REQUIRE_MESSAGE(article.has_value(), article.error().message);
  return *article;
}

Error error_of(std::string_view json) {
  const Result<Json> parsed = parse_json(json);
  REQUIRE(parsed.has_value());
  const Result<Article> article = read_record(*parsed, "a.jsonl:1", {});
  REQUIRE_FALSE(article.has_value());
  return article.error();
}

ReadOutcome read(std::string_view text) {
  return read_json("a.jsonl", text, {});
}

}  // namespace

TEST_CASE("a record under its usual names is read whole") {
  const Article article = record(R"({"id": 17, "title": " Harbour\nclosed ", "text": "The text.",
      "url": "https://www.courier.com/2031/05/04/x", "source": {"name": "The Selne Courier"},
      "date": "2031-05-04T10:20:00Z", "lang": "EN", "author": "By Ann Example and Bo Sample",
      "owner": "Lantern Media"})");
  CHECK(article.id == "17");
  CHECK(article.path == "a.jsonl:1");
  CHECK(article.text == "Harbour closed\n\nThe text.");
  CHECK(article.outlet == "The Selne Courier");
  CHECK(article.owner == "Lantern Media");
  CHECK(article.language == "en");
  CHECK(article.authors == std::vector<std::string>{"Ann Example", "Bo Sample"});
  REQUIRE(article.published.has_value());
  CHECK(article.published->unix_seconds == 1935656400);
}

TEST_CASE("names of fields are compared without case and separators") {
  for (const char* json : {R"({"articleBody": "x"})", R"({"article_body": "x"})",
                           R"({"Body": "x"})", R"({"CONTENT": "x"})", R"({"full-text": "x"})"}) {
    CAPTURE(json);
    CHECK(record(json).text == "x");
  }
  CHECK(record(R"({"text": "x", "datePublished": "2031-05-04"})").published.has_value());
  CHECK(record(R"({"text": "x", "pubDate": "Sun, 04 May 2031 10:20 GMT"})").published.has_value());
  CHECK(record(R"({"text": "x", "published_at": 1935570030})").published.has_value());
}

TEST_CASE("a blank field gives way to the next usual name") {
  CHECK(record(R"({"text": " ", "body": "x"})").text == "x");
  CHECK(record(R"({"text": null, "content": "x"})").text == "x");
}

TEST_CASE("a mapped field is looked for where the map says and nowhere else") {
  const FieldMap map{{{"text", "meta.words"}, {"title", "text"}, {"outlet", "a.b"}}};
  const Article article = record(
      R"({"text": "Title", "meta": {"words": "Body"}, "a.b": "Outlet", "title": "no"})", map);
  CHECK(article.text == "Title\n\nBody");
  CHECK(article.outlet == "Outlet");
  CHECK_FALSE(read_record(*parse_json(R"({"text": "x"})"), "p", {{{"text", "body"}}}).has_value());
}

TEST_CASE("the fields that a map may name are known") {
  for (const char* field :
       {"text", "title", "url", "outlet", "owner", "authors", "date", "language", "id"}) {
    CHECK(is_record_field(field));
  }
  CHECK_FALSE(is_record_field("body"));
  CHECK_FALSE(is_record_field(""));
}

TEST_CASE("without an outlet the domain of the address is the outlet") {
  CHECK(record(R"({"text": "x", "url": "https://news.bbc.co.uk/2/hi"})").outlet == "bbc.co.uk");
  CHECK(record(R"({"text": "x"})").outlet.empty());
}

TEST_CASE("without a date the address may hold one") {
  const Article article = record(R"({"text": "x", "url": "https://c.com/2031/05/04/x"})");
  REQUIRE(article.published.has_value());
  CHECK(article.published->source == DateSource::url);
  CHECK_FALSE(record(R"({"text": "x", "date": "soon"})").published.has_value());
}

TEST_CASE("a body of paragraphs or of HTML becomes text") {
  CHECK(record(R"({"text": ["One.", "Two."]})").text == "One.\n\nTwo.");
  CHECK(record(R"({"text": "<p>One <b>b</b>old.</p><p>Two &amp; three.</p>"})").text ==
        "One bold.\n\nTwo & three.");
  CHECK(record(R"({"text": "5 < 6 and 7 > 6"})").text == "5 < 6 and 7 > 6");
}

TEST_CASE("a record without a text says which keys it has") {
  const Error error = error_of(R"({"headline": "x", "words": 3})");
  CHECK(error.kind == ErrorKind::field);
  CHECK(error.message ==
        "no field with the text; name it with --map text=KEY (keys: headline, words)");
  CHECK(error_of("{}").message.ends_with("(keys: none)"));
  CHECK(error_of(R"({"text": 5})").kind == ErrorKind::field);
  CHECK(error_of(R"({"text": ""})").kind == ErrorKind::empty);
  CHECK(error_of(R"({"text": null})").kind == ErrorKind::empty);
}

TEST_CASE("JSON Lines go on behind a bad line, and problems name the line") {
  const ReadOutcome outcome = read(
      "\n{\"text\": \"one\"}\n{\"text\": \n\n[1]\n{\"title\": \"x\"}\r\n{\"text\": \"two\"}\n");
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[0].path == "a.jsonl:2");
  CHECK(outcome.articles[1].path == "a.jsonl:7");
  REQUIRE(outcome.problems.size() == 3);
  CHECK(outcome.problems[0].path == "a.jsonl:3");
  CHECK(outcome.problems[0].kind == ErrorKind::format);
  CHECK(outcome.problems[1].path == "a.jsonl:5");
  CHECK(outcome.problems[2].kind == ErrorKind::field);
}

TEST_CASE("a broken first line does not cost the rest") {
  const ReadOutcome outcome = read("{\"text\": \"one\n{\"text\": \"two\"}\n");
  CHECK(outcome.articles.size() == 1);
  CHECK(outcome.problems.size() == 1);
}

TEST_CASE("a line that is not UTF-8 is read with a problem") {
  const ReadOutcome outcome = read("{\"text\": \"caf\xE9 x\"}\n{\"text\": \"two\"}\n");
  REQUIRE(outcome.articles.size() == 2);
  CHECK(outcome.articles[0].text == "caf\xEF\xBF\xBD x");
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].kind == ErrorKind::encoding);
}

TEST_CASE("a line longer than an article may be is too large, the rest goes on") {
  ReadOptions options;
  options.max_article_bytes = 100;
  const std::string text = "{\"text\": \"" + std::string(200, 'x') + "\"}\n{\"text\": \"two\"}\n";
  const ReadOutcome outcome = read_json("a.jsonl", text, options);
  CHECK(outcome.articles.size() == 1);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].kind == ErrorKind::too_large);
  CHECK(outcome.problems[0].path == "a.jsonl:1");
}

TEST_CASE("one object, an array and our own output are read as documents") {
  CHECK(read("{\n \"text\": \"one\"\n}").articles[0].path == "a.jsonl");
  CHECK(read("{\"text\": \"one\"}").articles.size() == 1);
  const ReadOutcome array = read("[{\"text\": \"one\"}, 5, {\"text\": \"two\"}]");
  REQUIRE(array.articles.size() == 2);
  CHECK(array.articles[1].path == "a.jsonl:3");
  CHECK(array.problems.size() == 1);
  CHECK(read("{\"schema\": \"x\", \"articles\": [{\"text\": \"one\"}]}").articles.size() == 1);
  CHECK(read("[]").articles.empty());
  CHECK(read("1").problems.size() == 1);
}

TEST_CASE("documents of other formats and broken ones are refused") {
  const auto message = [](std::string_view text) {
    const ReadOutcome outcome = read(text);
    CHECK(outcome.articles.empty());
    REQUIRE(outcome.problems.size() == 1);
    return outcome.problems[0].message;
  };
  CHECK(message("{\"version\": \"https://jsonfeed.org/version/1.1\"}") ==
        "a.jsonl: a JSON feed, which is not read yet; give pages, texts or JSON Lines");
  CHECK(message("{\"uri\": \"x\", \"body_xhtml\": \"<p>x</p>\"}") ==
        "a.jsonl: a ninjs item, which is not read yet; give pages, texts or JSON Lines");
  CHECK(message("{\"text\": \"cut") == "a.jsonl: not valid JSON at byte 14; mend the file");
}

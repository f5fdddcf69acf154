#include "twosource/report/json.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "twosource/base/json.hpp"
#include "twosource/report/example_report.hpp"

namespace twosource {
namespace {

Json parsed(const std::string& text) {
  Result<Json> value = parse_json(text);
  REQUIRE(value);
  return std::move(*value);
}

const Json& at(const Json& list, std::size_t index) {
  return (*list.array())[index];
}

TEST_CASE("a report holds all records that were computed, under plural keys, in their order") {
  const Json report = parsed(report_json(example_report()));
  std::vector<std::string> keys;
  for (const Json::Member& member : *report.object()) keys.push_back(member.first);
  CHECK(keys == std::vector<std::string>{"schema", "version", "articles", "stories", "copies",
                                         "origins", "lineage", "entities", "statements", "times",
                                         "claims", "flags", "timeline", "brief", "problems",
                                         "coverage"});
  CHECK(report.text_at("schema") == "twosource/report/1");
  CHECK(report.text_at("version") == library_version());
  CHECK(report.find("articles")->array()->size() == 8);
  CHECK(report.find("copies")->array()->size() == 9);
}

TEST_CASE("an article says what is not known with null, not with an empty text or a zero") {
  Report report = example_report();
  report.analyses[6].sentences.clear();
  const Json document = parsed(records_json(report, RecordKind::articles, JsonShape::document));
  const Json& article = at(*document.find("articles"), 6);
  for (const char* key : {"outlet", "owner", "url", "published", "published_source",
                          "published_precision", "sentences"}) {
    CAPTURE(key);
    REQUIRE(article.find(key) != nullptr);
    CHECK(article.find(key)->is_null());
  }
  CHECK(article.find("text") == nullptr);
  CHECK(at(*document.find("articles"), 0).text_at("published") == "2031-05-04T08:10:00Z");
}

TEST_CASE("times are as exact as they are known") {
  Report report = example_report();
  report.articles[0].published->precision = DatePrecision::day;
  report.articles[0].published->source = DateSource::flag;
  const Json document = parsed(report_json(report));
  const Json& article = at(*document.find("articles"), 0);
  CHECK(article.text_at("published") == "2031-05-04");
  CHECK(article.text_at("published_precision") == "day");
  CHECK(article.text_at("published_source") == "flag");
  CHECK(at(*document.find("stories"), 0).text_at("first") == "2031-05-04");
  CHECK(at(*document.find("stories"), 0).text_at("last") == "2031-05-05T10:00:00Z");
}

TEST_CASE("a span behind two emoji counts them as one code point and four bytes each") {
  const Json document =
      parsed(records_json(example_report(), RecordKind::copies, JsonShape::document));
  const Json::Array& copies = *document.find("copies")->array();
  const auto edited = std::find_if(copies.begin(), copies.end(), [](const Json& copy) {
    return copy.text_at("kind") == "edited";
  });
  REQUIRE(edited != copies.end());
  const Json& span = *edited->find("b");
  CHECK(span.find("exact")->string()->starts_with("Three dock workers were injured when"));
  // "🚢" before it; "🏗" with its variation selector: 4 + 4 + 3 bytes are 3 code points.
  CHECK(span.find("byte_start")->number() - span.find("start")->number() == 8);
  CHECK(span.find("byte_end")->number() - span.find("end")->number() == 8);
}

TEST_CASE("as lines every record is one line, and a kind alone brings no other records") {
  const Report report = example_report();
  const auto count_lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  CHECK(count_lines(report_json(report, JsonShape::lines)) ==
        8 + 2 + 9 + 6 + 5 + 1 + 2 + 8 + 3 + 7 + 2 + 2 + 3);
  const std::string extracts = records_json(report, RecordKind::extracts, JsonShape::lines);
  CHECK(count_lines(extracts) == 8);
  const Json first = parsed(extracts.substr(0, extracts.find('\n')));
  CHECK(first.text_at("text") == report.articles[0].text);
  CHECK(records_json(report, RecordKind::origins, JsonShape::lines).find("\"lineage\"") !=
        std::string::npos);
}

TEST_CASE("a report without articles is a valid document too") {
  const Json report = parsed(report_json(Report{}));
  CHECK(report.find("articles")->array()->empty());
  CHECK(report.find("coverage")->find("articles")->number() == 0);
  CHECK(report_json(Report{}, JsonShape::lines).empty());
}

TEST_CASE("the language that nothing tells is called und") {
  Report report = example_report();
  report.coverage.languages = {{"", 3}};
  const Json document = parsed(report_json(report));
  CHECK(document.find("coverage")->find("languages")->find("und")->number() == 3);
}

}  // namespace
}  // namespace twosource

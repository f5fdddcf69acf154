#include "twosource/report/schemas.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "twosource/base/json.hpp"

namespace twosource {
namespace {

TEST_CASE("every schema is complete in itself and names what it is for") {
  for (const std::string& name : schema_names()) {
    CAPTURE(name);
    const Result<std::string> text = json_schema(name);
    REQUIRE(text);
    const Result<Json> schema = parse_json(*text);
    REQUIRE(schema);
    CHECK(schema->text_at("title") == name);
    CHECK_FALSE(schema->text_at("description").empty());
    CHECK(schema->text_at("$schema") == "https://json-schema.org/draft/2020-12/schema");
  }
}

TEST_CASE("a schema brings the definitions that it reaches and no others") {
  const Result<Json> schema = parse_json(*json_schema("copy"));
  REQUIRE(schema);
  std::vector<std::string> names;
  for (const Json::Member& member : *schema->find("$defs")->object()) names.push_back(member.first);
  CHECK(names == std::vector<std::string>{"id", "reason", "span"});
}

TEST_CASE("the names are sorted, and an unknown one is answered with the known ones") {
  const std::vector<std::string> names = schema_names();
  CHECK(std::is_sorted(names.begin(), names.end()));
  const Result<std::string> unknown = json_schema("verdict");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().kind == ErrorKind::usage);
  CHECK(unknown.error().message.find("article, articles, brief, brief_sentence, claim") !=
        std::string::npos);
}

}  // namespace
}  // namespace twosource

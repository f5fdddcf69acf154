#include "twosource/base/json.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

TEST_CASE("what is read is written back the same, members in their order") {
  const std::string text = R"({"b":[1,2.5,null,true],"a":{"z":"\u00e9\n\"","y":-3}})";
  Result<Json> value = parse_json(text);
  REQUIRE(value);
  CHECK(to_json(*value) == R"({"b":[1,2.5,null,true],"a":{"z":"é\n\"","y":-3}})");
  CHECK(value->find("a")->text_at("z") == "é\n\"");
  CHECK(value->find("a")->find("y")->number() == -3);
  CHECK(value->find("none") == nullptr);
}

TEST_CASE("indented output has a line for each value and none for empty containers") {
  const Json value(Json::Object{{"a", Json::Array{1}}, {"b", Json::Array{}}});
  CHECK(to_json(value, true) == "{\n  \"a\": [\n    1\n  ],\n  \"b\": []\n}");
}

TEST_CASE("broken, cut off and endlessly nested documents are refused with a place") {
  CHECK(parse_json("{\"a\": 1,}").error().message == "not valid JSON at byte 9");
  CHECK_FALSE(parse_json("").has_value());
  CHECK_FALSE(parse_json("[1, 2").has_value());
  CHECK_FALSE(parse_json("1e999").has_value());
  CHECK(parse_json(std::string(100000, '[')).error().message ==
        "JSON nested deeper than 200 levels");
}

TEST_CASE("bytes that are not UTF-8 are replaced and never written raw") {
  CHECK(to_json(Json(std::string("a\xff"))) == "\"a\xef\xbf\xbd\"");
}

}  // namespace
}  // namespace twosource

#include "twosource/report/pair.hpp"

#include <doctest/doctest.h>

#include "twosource/base/json.hpp"
#include "twosource/report/example_report.hpp"

namespace twosource {
namespace {

PairExplanation first_copy_of(const Report& report) {
  const Copy& copy = report.copies.front();
  return {.a = copy.a,
          .b = copy.b,
          .same_story = true,
          .copies = {0},
          .shared_origins = {},
          .reasons = {{"shared_copy", "They share a passage.", {{copy.a, copy.a_span}}}}};
}

TEST_CASE("the explanation of a pair names both, its reasons and the words they share") {
  const Report report = example_report();
  const PairExplanation pair = first_copy_of(report);
  const std::string text = render_pair(report, pair, {.width = 300});
  CHECK(text.find("Joined: one story") == 0);
  CHECK(text.find(title_of(report.articles[pair.a])) != std::string::npos);
  CHECK(text.find("They share a passage.") != std::string::npos);
  CHECK(text.find("independence") != std::string::npos);
  const Copy& copy = report.copies.front();
  CHECK(text.find(slice(report.articles[copy.b].text, copy.b_span).substr(0, 60)) !=
        std::string::npos);
}

TEST_CASE("a pair as JSON holds the copies themselves, as a line and as a document") {
  const Report report = example_report();
  const PairExplanation pair = first_copy_of(report);
  const Result<Json> line = parse_json(pair_json(report, pair, JsonShape::lines));
  REQUIRE(line);
  CHECK(line->text_at("type") == "pair");
  CHECK(line->find("copies")->array()->front().text_at("type") == "copy");
  const Result<Json> document = parse_json(pair_json(report, pair, JsonShape::document));
  REQUIRE(document);
  CHECK(document->text_at("schema") == "twosource/pairs/1");
  CHECK(to_json(document->find("pairs")->array()->front()) == to_json(*line));
}

TEST_CASE("hostile titles stay harmless in the explanation of a pair") {
  const Report report = hostile_report();
  const std::string text = render_pair(report, {.a = 0, .b = 1}, {});
  CHECK(text.find("Kept apart") == 0);
  CHECK(text.find('\x1b') == std::string::npos);
}

}  // namespace
}  // namespace twosource

#include "twosource/report/view.hpp"

#include <doctest/doctest.h>

#include "twosource/report/example_report.hpp"

namespace twosource {
namespace {

TEST_CASE("letters go to origins that are shown, question marks to those that are possible") {
  const Report report = example_report();
  const ReportView view(report);
  std::vector<std::string> labels;
  for (const OriginIndex origin : view.origins_of_story(0)) labels.push_back(view.label(origin));
  CHECK(labels == std::vector<std::string>{"A", "B", "?1", "?2", "+"});
}

TEST_CASE("letters begin anew in every story, and go on with AA behind Z") {
  Report report;
  report.stories = {{"s", "", {}, {}}, {"t", "", {}, {}}};
  for (int i = 0; i < 28; ++i) {
    Origin origin;
    origin.kind = OriginKind::own;
    origin.counted = true;
    report.origins.origins.push_back(origin);
  }
  Origin unclear;
  unclear.story = 1;
  unclear.counted = true;
  report.origins.origins.insert(report.origins.origins.end(), 2, unclear);
  const ReportView view(report);
  CHECK(view.label(25) == "Z");
  CHECK(view.label(26) == "AA");
  CHECK(view.label(27) == "AB");
  CHECK(view.label(28) == "?1");
  CHECK(view.label(29) == "?2");
}

TEST_CASE("words between quotation marks count apart, also inside a copied passage") {
  const Report report = example_report();
  const ReportView view(report);
  for (const PairSummary& pair : view.all_pairs()) {
    if (pair.a == 0 && pair.b == 1) {
      CHECK(pair.quoted_a == 16);
      CHECK(pair.words_a == pair.words_b);
      CHECK(pair.share_b > 0.7);
      CHECK(pair.share_a < pair.share_b);
      CHECK(pair.direction == Direction::a_to_b);
    }
    if (pair.a == 0 && pair.b == 3) CHECK(pair.quoted_only());
  }
}

TEST_CASE("overlapping passages are counted once, furniture never") {
  Report report = example_report();
  const Copy first = report.copies.front();
  report.copies.push_back(first);
  const double once = ReportView(report).pairs_of_story(0)[1].share_b;
  CHECK(once == doctest::Approx(ReportView(example_report()).pairs_of_story(0)[1].share_b));
  for (Copy& copy : report.copies) copy.furniture = true;
  for (const PairSummary& pair : ReportView(report).pairs_of_story(0)) {
    CHECK(pair.furniture_only());
    CHECK(describe(pair) == "the same site furniture only");
  }
}

TEST_CASE("an article's origins come largest first with their share of its words") {
  const Report report = example_report();
  const ReportView view(report);
  const auto origins = view.origins_of(5);
  REQUIRE(origins.size() == 2);
  CHECK(view.label(origins[0].origin) == "?1");
  CHECK(origins[0].share > origins[1].share);
  CHECK(origins[0].share + origins[1].share < 1.0);
}

TEST_CASE("per cent never rounds something to nothing or a part to the whole") {
  CHECK(percent(0.0) == "0 %");
  CHECK(percent(0.001) == "under 1 %");
  CHECK(percent(0.416) == "42 %");
  CHECK(percent(0.999) == "over 99 %");
  CHECK(percent(1.0) == "100 %");
}

TEST_CASE("a sum without a shown origin says so") {
  Sum sum;
  sum.articles = 1;
  sum.outlets = 1;
  sum.possible = 1;
  CHECK(sum_line(sum) == "1 article · 1 outlet · no independent origin shown, at most 1");
}

TEST_CASE("the closest pairs tell of each article once and leave furniture out") {
  std::vector<PairSummary> pairs(3);
  pairs[0].a = 0, pairs[0].b = 1, pairs[0].words_a = pairs[0].words_b = 50;
  pairs[1].a = 0, pairs[1].b = 2, pairs[1].words_a = pairs[1].words_b = 40;
  pairs[2].a = 1, pairs[2].b = 2, pairs[2].words_a = pairs[2].words_b = 30;
  CHECK(closest_pairs(pairs, 8).size() == 2);
  CHECK(closest_pairs(pairs, 1).size() == 1);
  pairs[0].words_a = pairs[0].words_b = 0;
  CHECK(closest_pairs(pairs, 8).front().b == 2);
}

}  // namespace
}  // namespace twosource

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "twosource/report/example_report.hpp"
#include "twosource/report/lineage_layout.hpp"
#include "twosource/report/lineage_svg.hpp"

namespace twosource {
namespace {

const LineageDrawing::Node& node_of(const LineageDrawing& drawing, ArticleIndex article) {
  for (const LineageDrawing::Node& node : drawing.nodes) {
    if (!node.ghost && node.index == article) return node;
  }
  FAIL("no such node");
  return drawing.nodes.front();
}

void check_drawing(const LineageDrawing& drawing) {
  for (std::size_t i = 0; i < drawing.nodes.size(); ++i) {
    const LineageDrawing::Node& node = drawing.nodes[i];
    CHECK(node.x >= drawing.lanes_left);
    CHECK(node.x + node_radius <= drawing.width);
    CHECK(node.y - node_radius >= 0.0);
    CHECK(node.y + node_radius <= drawing.height);
    for (std::size_t k = 0; k < i; ++k) {
      CHECK(std::hypot(node.x - drawing.nodes[k].x, node.y - drawing.nodes[k].y) >=
            2.0 * node_radius);
    }
  }
  for (const LineageDrawing::Edge& edge : drawing.edges) {
    CHECK(edge.from < drawing.nodes.size());
    CHECK(edge.to < drawing.nodes.size());
    CHECK(drawing.nodes[edge.to].taken);
  }
}

TEST_CASE("time runs to the right, an outlet keeps its lane") {
  const Report report = example_report();
  const LineageDrawing drawing = lay_out_lineage(ReportView(report), 0);
  check_drawing(drawing);
  for (ArticleIndex i = 1; i < 6; ++i) {
    CHECK(node_of(drawing, i).x > node_of(drawing, i - 1).x);
  }
  REQUIRE(drawing.lanes.size() == 7);
  CHECK(drawing.lanes[0].outlet == "Northwater News Agency");
  CHECK(drawing.lanes[6].outlet.empty());
  CHECK(node_of(drawing, 3).y == drawing.lanes[3].y);
}

TEST_CASE("undated articles stand behind a border, right of all dated ones") {
  const Report report = example_report();
  const LineageDrawing drawing = lay_out_lineage(ReportView(report), 0);
  REQUIRE(drawing.undated_x.has_value());
  CHECK(node_of(drawing, 6).x > *drawing.undated_x);
  CHECK(node_of(drawing, 5).x < *drawing.undated_x);
}

TEST_CASE("an origin outside the collection stands left of all articles") {
  const Report report = example_report();
  const LineageDrawing drawing = lay_out_lineage(ReportView(report), 0);
  REQUIRE(drawing.nodes.back().ghost);
  CHECK(drawing.nodes.back().label == "?1");
  CHECK(drawing.nodes.back().x < node_of(drawing, 0).x);
  CHECK(drawing.edges.size() == 5);
}

TEST_CASE("two sources outside the collection have trunks of their own") {
  Report report = example_report();
  Lineage edge = report.origins.lineage.back();
  edge.from_origin = true;
  edge.from = 0;
  report.origins.lineage.push_back(edge);
  const LineageDrawing drawing = lay_out_lineage(ReportView(report), 0);
  check_drawing(drawing);
  std::set<double> trunks;
  for (const LineageDrawing::Node& node : drawing.nodes) {
    if (!node.ghost) continue;
    trunks.insert(node.trunk);
    CHECK(node.trunk > node.x + node_radius);
    CHECK(node.trunk < node_of(drawing, 0).x - node_radius);
  }
  CHECK(trunks.size() == 2);
}

TEST_CASE("a day is written once and a time only where it has room") {
  const Report report = example_report();
  const LineageDrawing drawing = lay_out_lineage(ReportView(report), 0);
  REQUIRE(drawing.ticks.size() == 6);
  CHECK(drawing.ticks[0].day == "2031-05-04");
  CHECK(drawing.ticks[0].time == "08:10");
  CHECK(drawing.ticks[1].day.empty());
  CHECK(drawing.ticks[5].day == "2031-05-05");
}

TEST_CASE("without any date everything is in the undated column, and nodes never touch") {
  Report report = large_report(300, 300);
  for (Article& article : report.articles) {
    article.published.reset();
    article.outlet.clear();
  }
  const LineageDrawing drawing = lay_out_lineage(ReportView(report), 0);
  CHECK(drawing.ticks.empty());
  CHECK(drawing.lanes.size() == 1);
  CHECK(drawing.nodes.size() == 300);
  std::set<std::pair<double, double>> places;
  for (const LineageDrawing::Node& node : drawing.nodes) places.insert({node.x, node.y});
  CHECK(places.size() == 300);
  CHECK(drawing.width < 1000.0);
}

TEST_CASE("articles of one outlet at one time stand side by side") {
  Report report = large_report(60, 60);
  for (Article& article : report.articles) {
    article.published = report.articles[0].published;
    article.outlet = "One";
  }
  check_drawing(lay_out_lineage(ReportView(report), 0));
}

TEST_CASE("the drawing says in words what it shows") {
  const Report report = example_report();
  const std::string svg = lineage_svg(ReportView(report), 0);
  CHECK(svg.find("<title id=\"lineage-1-title\">Who took text from whom</title>") !=
        std::string::npos);
  CHECK(svg.find("5 lines show text that was taken over") != std::string::npos);
  CHECK(svg.find("72 % of [3] comes from [1], edited") != std::string::npos);
  CHECK(svg.find("84 % of [5] comes from ?1 (a text that [5] and [6] share), word for word") !=
        std::string::npos);
  CHECK(svg.find("nan") == std::string::npos);
}

TEST_CASE("a name cannot leave its place in the drawing") {
  const Report report = hostile_report();
  const std::string svg = lineage_svg(ReportView(report), 0);
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("<i>") == std::string::npos);
  CHECK(svg.find("&lt;/text&gt;&lt;script&gt;") != std::string::npos);
}

}  // namespace
}  // namespace twosource

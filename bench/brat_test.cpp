#include "bench/brat.hpp"

#include <doctest/doctest.h>

namespace twosource::bench {
namespace {

TEST_CASE("a brat file gives its marks and its events") {
  const auto file = parse_brat(
      "T1\tSource 0 4\tAnna\r\n"
      "T2\tContent 10 14;20 25\tshe won\n"
      "E1\tAttribution:T9 Content:T2 Source2:T1\n"
      "#1\tAnnotatorNotes T1\tdoubtful\n"
      "The second line of a mark's text\n"
      "R1\tSame Arg1:T1 Arg2:T2\n");
  REQUIRE(file);
  REQUIRE(file->marks.size() == 2);
  CHECK(file->marks.at("T1").kind == "Source");
  const auto& ranges = file->marks.at("T2").ranges;
  REQUIRE(ranges.size() == 2);
  CHECK(ranges[1].begin == 20);
  CHECK(ranges[1].end == 25);
  REQUIRE(file->events.size() == 1);
  CHECK(file->events[0].roles.size() == 3);
  CHECK(file->events[0].roles[2] == std::pair<std::string, std::string>("Source", "T1"));
}

TEST_CASE("a mark without a range is refused, and so is one that ends before it begins") {
  CHECK_FALSE(parse_brat("T1\tSource\tAnna\n"));
  CHECK_FALSE(parse_brat("T1\tSource 4 4\tAnna\n"));
  CHECK_FALSE(parse_brat("T1\tSource 0 4;x 9\tAnna\n"));
}

TEST_CASE("an empty file has nothing") {
  const auto file = parse_brat("");
  REQUIRE(file);
  CHECK(file->marks.empty());
  CHECK(file->events.empty());
}

}  // namespace
}  // namespace twosource::bench

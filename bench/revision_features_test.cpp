#include "bench/revision_features.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace twosource::bench {
namespace {

TEST_CASE("containment counts different sequences once") {
  CHECK(containment({1, 2, 1, 2, 3}, {1, 2}, 1) == doctest::Approx(2.0 / 3.0));
  CHECK(containment({1, 2, 1, 2, 3}, {1, 2}, 2) == doctest::Approx(1.0 / 3.0));
  CHECK(containment({1, 2}, {1, 2}, 3) == 0.0);
}

TEST_CASE("the longest common subsequence may have gaps in both texts") {
  CHECK(common_subsequence({1, 9, 2, 3, 4}, {1, 2, 8, 8, 4, 3}) == 3);
  CHECK(common_subsequence({}, {1}) == 0);
  CHECK(common_subsequence({1}, {}) == 0);
}

TEST_CASE("tiles take the longest run first and no word twice") {
  // Mine has the run 3 4 5 and, apart from it, 1 2; theirs has 2 3 too, which is taken by then.
  const std::vector<Tile> tiles = common_tiles({1, 2, 9, 3, 4, 5, 3, 4}, {1, 2, 3, 4, 5}, 2);
  REQUIRE(tiles.size() == 2);
  CHECK(tiles[0].mine == 0);
  CHECK(tiles[0].theirs == 0);
  CHECK(tiles[0].size == 2);
  CHECK(tiles[1].mine == 3);
  CHECK(tiles[1].theirs == 2);
  CHECK(tiles[1].size == 3);
  CHECK(common_tiles({1, 2}, {2, 1}, 2).empty());
  CHECK(common_tiles({1, 2}, {2, 1}, 0).size() == 2);
}

TEST_CASE("a copy has few long runs, a revision more and shorter ones") {
  WordRow source;
  for (std::uint64_t word = 1; word <= 40; ++word) source.push_back(word);
  WordRow revised = source;
  for (std::size_t i = 4; i < revised.size(); i += 5) revised[i] += 100;
  const RevisionFeatures copy = revision_features(source, source);
  const RevisionFeatures revision = revision_features(revised, source);
  for (std::size_t f = 0; f < 11; ++f) CHECK(copy[f] == doctest::Approx(1.0));
  CHECK(copy[11] == doctest::Approx(1.0 / 40));
  CHECK(copy[12] == doctest::Approx(std::log(41.0)));
  CHECK(revision[5] == doctest::Approx(0.8));
  CHECK(revision[6] == doctest::Approx(0.8));
  CHECK(revision[7] == 0.0);
  CHECK(revision[11] == doctest::Approx(8.0 / 40));
  CHECK(revision[12] == doctest::Approx(std::log(5.0)));
  CHECK(revision_features({}, source) == RevisionFeatures{});
}

}  // namespace
}  // namespace twosource::bench

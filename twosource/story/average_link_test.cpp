#include "twosource/story/average_link.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace twosource {
namespace {

using Groups = std::vector<std::uint32_t>;

Groups join(const Groups& weights, const std::vector<Likeness>& likenesses,
            std::int64_t threshold = 50) {
  return join_by_average(weights, likenesses, threshold);
}

}  // namespace

TEST_CASE("items that are like no other stay alone") {
  CHECK(join({}, {}).empty());
  CHECK(join({1, 1, 1}, {}) == Groups{0, 1, 2});
  CHECK(join({1, 1}, {{0, 1, 49, 49}}) == Groups{0, 1});
  CHECK(join({1, 1}, {{0, 1, 50, 50}}) == Groups{0, 0});
}

TEST_CASE("a chain of neighbours is no group") {
  // 0-1-2-3, each like the next only: two pairs, for the average between them is a quarter.
  CHECK(join({1, 1, 1, 1}, {{0, 1, 90, 90}, {1, 2, 80, 80}, {2, 3, 90, 90}}) == Groups{0, 0, 2, 2});
}

TEST_CASE("a round-up that is like one article of each story joins neither whole stories") {
  const std::vector<Likeness> stories = {{0, 1, 90, 90}, {0, 2, 90, 90}, {1, 2, 90, 90},
                                         {3, 4, 90, 90}, {3, 5, 90, 90}, {4, 5, 90, 90},
                                         {2, 6, 80, 80}, {3, 6, 80, 80}};
  CHECK(join({1, 1, 1, 1, 1, 1, 1}, stories) == Groups{0, 0, 0, 3, 3, 3, 6});
}

TEST_CASE("an item that stands for many counts as many") {
  // 2 is like 0, not like 1: on average 45 if 0 counts once, 81 if it counts nine times.
  const std::vector<Likeness> likenesses = {{0, 1, 95, 95}, {0, 2, 90, 90}};
  CHECK(join({1, 1, 1}, likenesses) == Groups{0, 0, 2});
  CHECK(join({9, 1, 1}, likenesses) == Groups{0, 0, 0});
}

TEST_CASE("lenient likeness counts for an item that is alone, not between groups") {
  CHECK(join({1, 1}, {{0, 1, 0, 60}}) == Groups{0, 0});
  CHECK(join({2, 2}, {{0, 1, 0, 60}}) == Groups{0, 1});
  CHECK(join({2, 1}, {{0, 1, 0, 60}}) == Groups{0, 0});
}

}  // namespace twosource

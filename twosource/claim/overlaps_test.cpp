#include "twosource/claim/overlaps.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

using Flags = std::vector<bool>;

}  // namespace

TEST_CASE("a clause gives way to the sentence that the same articles share") {
  const FactPlaces sentence{{{0, {0, 90}}, {1, {0, 90}}}};
  const FactPlaces clause{{{0, {0, 30}}, {1, {0, 30}}}};
  CHECK(told_elsewhere(std::vector{clause, sentence}) == Flags{true, false});
}

TEST_CASE("a clause that a third article has is told for itself") {
  const FactPlaces sentence{{{0, {0, 90}}, {1, {0, 90}}}};
  const FactPlaces clause{{{0, {0, 30}}, {2, {0, 30}}}};
  CHECK(told_elsewhere(std::vector{clause, sentence}) == Flags{false, false});
  // Three articles have it: then it is the sentence that tells nothing more of its own.
  const FactPlaces more{{{0, {0, 30}}, {1, {0, 30}}, {2, {0, 30}}}};
  CHECK(told_elsewhere(std::vector{more, sentence}) == Flags{false, true});
}

TEST_CASE("what one article has alone is told where nothing of it is told") {
  const FactPlaces shared{{{0, {0, 30}}, {1, {0, 30}}}};
  const FactPlaces sentence{{{0, {0, 90}}}};
  const FactPlaces rest{{{0, {31, 90}}}};
  CHECK(told_elsewhere(std::vector{shared, sentence, rest}) == Flags{false, true, false});
}

TEST_CASE("a conflict does not give way to an agreement") {
  const FactPlaces shared{{{0, {0, 90}}, {1, {0, 90}}, {2, {0, 90}}}};
  const FactPlaces conflict{{{0, {0, 30}}, {1, {0, 30}}}, true};
  CHECK(told_elsewhere(std::vector{shared, conflict}) == Flags{false, false});
}

TEST_CASE("no facts") {
  CHECK(told_elsewhere({}).empty());
}

}  // namespace twosource

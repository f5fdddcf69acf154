#include "bench/revision_model.hpp"

#include <doctest/doctest.h>

namespace twosource::bench {
namespace {

RevisionFeatures at(double first, double second) {
  RevisionFeatures features{};
  features[0] = first;
  features[1] = second;
  return features;
}

TEST_CASE("a regression tells classes apart that lie side by side") {
  const std::vector<RevisionFeatures> known = {at(0, 3), at(1, 1),  at(5, 2),
                                               at(6, 1), at(10, 3), at(11, 2)};
  const Regression regression(known, {0, 0, 1, 1, 2, 2}, 3);
  CHECK(regression.predict(at(0.5, 2)) == 0);
  CHECK(regression.predict(at(5.5, 2)) == 1);
  CHECK(regression.predict(at(10.5, 2)) == 2);
  CHECK(regression.predict(at(100, 2)) == 2);
}

TEST_CASE("a regression without telling features says the class that is met most") {
  const std::vector<RevisionFeatures> known(5, at(1, 1));
  CHECK(Regression(known, {0, 1, 1, 1, 0}, 2).predict(at(1, 1)) == 1);
  CHECK(Regression(known, {0, 1, 0, 1, 0}, 2).predict(at(7, 1)) == 0);
}

}  // namespace
}  // namespace twosource::bench

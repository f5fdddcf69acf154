#include "twosource/base/parallel.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace twosource {
namespace {

TEST_CASE("every index is visited exactly once, with one thread and with four") {
  for (unsigned threads : {1U, 4U}) {
    std::vector<int> visits(1000, 0);
    parallel_for({threads}, visits.size(), [&](std::size_t i) { ++visits[i]; });
    CHECK(visits == std::vector<int>(1000, 1));
  }
}

}  // namespace
}  // namespace twosource

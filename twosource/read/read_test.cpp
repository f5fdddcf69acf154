#include "twosource/read/read.hpp"

#include <doctest/doctest.h>

using namespace twosource;

TEST_CASE("a plain text is one article") {
  const ReadOutcome outcome = read_bytes("a.txt", "Title\n\nBody of it.\n", {});
  REQUIRE(outcome.articles.size() == 1);
  CHECK(title_of(outcome.articles[0]) == "Title");
}

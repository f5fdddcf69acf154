#include "twosource/read/byline.hpp"

#include <doctest/doctest.h>

using namespace twosource;

using Names = std::vector<std::string>;

TEST_CASE("a byline gives its people and leaves offices out") {
  CHECK(authors_of("By Ann Example") == Names{"Ann Example"});
  CHECK(authors_of("By Ann Example and Bo Sample, Political Editor") ==
        Names{"Ann Example", "Bo Sample"});
  CHECK(authors_of("Von Änne Beispiel, Selne Tagblatt Redaktion") == Names{"Änne Beispiel"});
  CHECK(authors_of("Ann Example; Bo Sample") == Names{"Ann Example", "Bo Sample"});
  CHECK(authors_of("By Ann Example in Port Selne") == Names{"Ann Example", "Port Selne"});
}

TEST_CASE("who is not a person is no author") {
  for (const char* text :
       {"", "By", "Staff Writer", "By Northwater News Agency", "Admin", "ann@courier.example",
        "By the sea", "Updated 10:20",
        "The harbour was closed on Monday, the port authority said, and stays so"}) {
    CAPTURE(text);
    CHECK(authors_of(text).empty());
  }
}

TEST_CASE("a byline is a line that opens like one and names someone") {
  CHECK(is_byline("By Ann Example"));
  CHECK(is_byline("  by Ann Example  "));
  CHECK_FALSE(is_byline("Ann Example"));
  CHECK_FALSE(is_byline("By the sea they stood."));
  CHECK_FALSE(is_byline("By Monday Evening Mail."));
}

#include "twosource/base/hash.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

TEST_CASE("sha256 gives the digest that FIPS 180-4 prints for abc") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("an id depends on the type and on where one field ends and the next begins") {
  CHECK(make_id("article", {"ab", "c"}).size() == 16);
  CHECK(make_id("article", {"ab", "c"}) == make_id("article", {"ab", "c"}));
  CHECK(make_id("article", {"ab", "c"}) != make_id("article", {"a", "bc"}));
  CHECK(make_id("article", {"ab"}) != make_id("story", {"ab"}));
}

}  // namespace
}  // namespace twosource

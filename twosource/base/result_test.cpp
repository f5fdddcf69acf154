#include "twosource/base/result.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return Error{ErrorKind::field, "an odd number has no half"};
  return number / 2;
}

TEST_CASE("a result holds its value or the sentence that says why there is none") {
  CHECK(half(8).value() == 4);
  CHECK(*half(2) == 1);
  CHECK_FALSE(half(3).has_value());
  CHECK(half(3).error().kind == ErrorKind::field);
  CHECK(half(3).error().message == "an odd number has no half");
  CHECK(half(3).value_or(7) == 7);
}

}  // namespace
}  // namespace twosource

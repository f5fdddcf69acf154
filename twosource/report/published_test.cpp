#include "twosource/report/published.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace twosource {
namespace {

TEST_CASE("a wall clock has no zone and stays within four digits of a year") {
  CHECK(wall_clock(0) == "1970-01-01T00:00:00");
  CHECK(wall_clock(-1) == "1969-12-31T23:59:59");
  CHECK(wall_clock(1935619200) == "2031-05-04T00:00:00");
  CHECK(wall_clock(std::numeric_limits<std::int64_t>::max()) == "9999-12-31T23:59:59");
  CHECK(wall_clock(std::numeric_limits<std::int64_t>::min()) == "0000-01-01T00:00:00");
}

TEST_CASE("values of the calendar are written for people") {
  CHECK(readable_value("2031-05-04") == "2031-05-04");
  CHECK(readable_value("2031-05") == "2031-05");
  CHECK(readable_value("2031") == "2031");
  CHECK(readable_value("2031-05-04TEV") == "2031-05-04 evening");
  CHECK(readable_value("2031-05-04T21:15") == "2031-05-04 21:15");
  CHECK(readable_value("2031-W18") == "week 18 of 2031");
  CHECK(readable_value("2031-SU") == "summer 2031");
  CHECK(readable_value("2031-Q3") == "third quarter of 2031");
  CHECK(readable_value("197") == "1970s");
  CHECK(readable_value("19") == "20th century");
  CHECK(readable_value("20") == "21st century");
  CHECK(readable_value("10") == "11th century");
  CHECK(readable_value("1950/1953") == "1950 to 1953");
}

TEST_CASE("what is no value of the calendar stays as it is") {
  for (const char* value : {"", "P3D", "PAST_REF", "XXXX-XX-XX", "2031-", "-SU", "T", "1"})
    CHECK(readable_value(value) == value);
}

}  // namespace
}  // namespace twosource

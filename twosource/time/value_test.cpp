#include "twosource/time/value.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "twosource/time/calendar.hpp"

namespace twosource {
namespace {

TEST_CASE("every form of a value is read and written back") {
  for (const char* const text : {"2018-07-08",
                                 "2018-07",
                                 "2018",
                                 "201",
                                 "20",
                                 "2",
                                 "XXXX",
                                 "XXXX-XX",
                                 "XXXX-XX-XX",
                                 "2018-XX-XX",
                                 "XXXX-10-31",
                                 "XXXX-02-29",
                                 "2018-H1",
                                 "XXXX-H2",
                                 "2018-Q3",
                                 "2018-QX",
                                 "2018-SP",
                                 "2018-SU",
                                 "2018-FA",
                                 "XXXX-WI",
                                 "2018-W27",
                                 "2018-W27-WE",
                                 "XXXX-WXX-WE",
                                 "XXXX-WXX-7",
                                 "2018-W27-6",
                                 "2018-07-08TMO",
                                 "2018-07-08TMI",
                                 "2018-07-08TAF",
                                 "2018-07-08TEV",
                                 "2018-07-08TNI",
                                 "XXXX-XX-XXTDT",
                                 "XXXX-WXX-2TNI",
                                 "2018-07-08T21",
                                 "2018-07-08T21:15",
                                 "2018-07-08T21:15:30",
                                 "2018-07-08T24:00",
                                 "XXXX-XX-XXT15:00",
                                 "P3D",
                                 "PXD",
                                 "P2.5Y",
                                 "PT1H30M",
                                 "P1DT12H",
                                 "P2WE",
                                 "P1W",
                                 "P1E",
                                 "P2C",
                                 "P1L",
                                 "P6Q",
                                 "PT0.125S",
                                 "P1Y6M",
                                 "PAST_REF",
                                 "PRESENT_REF",
                                 "FUTURE_REF",
                                 "1950/1953",
                                 "2018-07-08/2018-07-10",
                                 "0001-01-01",
                                 "9999-12-31",
                                 "000",
                                 "P0D"}) {
    CAPTURE(text);
    const std::optional<TimeValue> value = read_time_value(text);
    REQUIRE(value);
    CHECK(write_time_value(*value) == text);
    CHECK(read_time_value(write_time_value(*value)) == value);
  }
}

TEST_CASE("what no calendar has is not read") {
  for (const char* const text : {"",
                                 "X-",
                                 "2018-13",
                                 "2018-00",
                                 "2018-02-29",
                                 "2018-04-31",
                                 "2018-W53",
                                 "2018-W00",
                                 "2018-W27-8",
                                 "2018-W27-X",
                                 "2018-Q5",
                                 "2018-H3",
                                 "2018-07-08T25",
                                 "2018-07-08T24:01",
                                 "2018-07-08T12:60",
                                 "2018-07-08T",
                                 "20180708",
                                 "0000",
                                 "2018-7-8",
                                 "2018-SUX",
                                 "199X",
                                 "P",
                                 "PT",
                                 "P3",
                                 "PD",
                                 "P3DT",
                                 "P1D1Y",
                                 "P1.D",
                                 "P1234567890123456D",
                                 "1950/",
                                 "/1953",
                                 "1950/1953/1960",
                                 "P1D/P2D",
                                 "past_ref",
                                 "2018-07-08 ",
                                 "-2018",
                                 "2018-"}) {
    CAPTURE(text);
    CHECK_FALSE(read_time_value(text));
  }
}

TEST_CASE("an amount lasts so many seconds") {
  CHECK(seconds_of(amount_of(Grain::hour, 1500)) == 5400);
  CHECK(seconds_of(amount_of(Grain::month, 2 * TimeAmount::one)) == 60 * 86400);
  CHECK(seconds_of(read_time_value("P1DT12H")->amount) == 36 * 3600);
  CHECK(seconds_of(TimeAmount{}) == 0);
  CHECK_FALSE(seconds_of(amount_of(Grain::day, TimeAmount::unknown)));
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  CHECK(seconds_of(amount_of(Grain::millennium, most)) == most);
}

}  // namespace
}  // namespace twosource

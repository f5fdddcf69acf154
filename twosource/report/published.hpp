#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "twosource/model/article.hpp"

namespace twosource {

/// RFC 3339 in UTC, as exact as it is known: "2031-05-04", or "2031-05-04T10:20:00Z".
std::string rfc3339(const Published& published);

/// The same for people: "2031-05-04", "2031-05-04 10:20".
std::string readable_time(const Published& published);

/// A TIMEX3 value of the calendar for people: "2031-05-04 evening", "week 18 of 2031", "summer
/// 2031", "2031-05-04 10:20", "1970s", "2031-05 to 2031-06"; what is none of these stays as it is.
std::string readable_value(std::string_view value);

/// A second on a clock whose zone nobody knows: "2031-05-04T10:20:00". Beyond the years 0 to 9999
/// it is the first or the last second of them.
std::string wall_clock(std::int64_t seconds);

}  // namespace twosource

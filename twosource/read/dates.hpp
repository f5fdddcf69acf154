#pragma once

#include <optional>
#include <string_view>

#include "twosource/model/article.hpp"

namespace twosource {

/// Reads one date, with or without a time of day; `text` must hold nothing else but white space, a
/// weekday, or a label such as "Published:".
///
/// Forms: ISO 8601 and RFC 3339 ("2031-05-04", "2031-05-04T10:20:30+02:00", "20310504T102030Z"),
/// RFC 822 ("Sun, 04 May 2031 10:20 GMT"), written dates ("4 May 2031", "May 4, 2031, 10:20 a.m.",
/// "4. Mai 2031", months of seven European languages), "04.05.2031" (day first), seconds or
/// milliseconds since 1970. "04/05/2031" is not guessed: it is a date only where one of the two
/// numbers cannot be a month. A date that is not in the calendar is none.
///
/// The precision is `day` without a time of day, and where the time has a zone that cannot be told
/// ("ET"). A time without any zone counts as UTC.
std::optional<Published> parse_date(std::string_view text, DateSource source);

/// The date in the path of an address, "/2031/05/04/" or "/2031-05-04-": a whole day with source
/// `url`.
std::optional<Published> date_of_url(std::string_view url);

}  // namespace twosource

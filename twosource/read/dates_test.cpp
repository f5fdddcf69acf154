#include "twosource/read/dates.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace twosource;

namespace {

// The date as the test wants to see it: seconds since 1970 and the precision, or "none".
std::string read(std::string_view text) {
  const std::optional<Published> date = parse_date(text, DateSource::metadata);
  if (!date) return "none";
  return std::to_string(date->unix_seconds) + " " + name_of(date->precision);
}

}  // namespace

TEST_CASE("a day in any usual form is the same day") {
  for (const char* text :
       {"2031-05-04", "2031-5-4", "2031/05/04", "20310504", "4 May 2031", "4. Mai 2031",
        "04-May-2031", "4th of May 2031", "May 4, 2031", "May 4th, 2031", "Sunday, May 4, 2031",
        "Sun, 04 May 2031", "4 de mayo de 2031", "4 mai 2031", "04.05.2031",
        "Published: 4 May 2031", "Last updated on May 4, 2031", "  2031-05-04\n", "1er mai 2031"}) {
    CAPTURE(text);
    CHECK(read(text) ==
          (std::string(text).starts_with("1er") ? "1935360000 day" : "1935619200 day"));
  }
}

TEST_CASE("a time of day is read with its zone") {
  CHECK(read("2031-05-04T10:20:30Z") == "1935656430 second");
  CHECK(read("2031-05-04T10:20:30.250+02:00") == "1935649230 second");
  CHECK(read("2031-05-04 10:20") == "1935656400 minute");
  CHECK(read("2031-05-04T10:20-0500") == "1935674400 minute");
  CHECK(read("20310504T102030Z") == "1935656430 second");
  CHECK(read("Sun, 04 May 2031 10:20:30 GMT") == "1935656430 second");
  CHECK(read("Sun, 04 May 2031 10:20:30 +0200 (CEST)") == "1935649230 second");
  CHECK(read("May 4, 2031, 10:20 a.m.") == "1935656400 minute");
  CHECK(read("May 4, 2031 at 10:20 pm EST") == "1935717600 minute");
  CHECK(read("4 May 2031, 5 p.m.") == "1935680400 minute");
  CHECK(read("4. Mai 2031 um 10.20 Uhr") == "1935656400 minute");
  CHECK(read("12:30 a.m. is after midnight") == "none");
  CHECK(read("May 4, 2031 12:30 a.m.") == "1935621000 minute");
  CHECK(read("May 4, 2031 12:30 p.m.") == "1935664200 minute");
}

TEST_CASE("a zone that means several things leaves only the day") {
  CHECK(read("May 4, 2031 10:20 a.m. ET") == "1935619200 day");
  CHECK(read("2031-05-04 10:20 IST") == "1935619200 day");
}

TEST_CASE("seconds and milliseconds since 1970 are dates, other numbers are none") {
  CHECK(read("1935656430") == "1935656430 second");
  CHECK(read("1935656430123") == "1935656430 second");
  CHECK(read("19355700") == "none");
  CHECK(read("193557003") == "none");
  CHECK(read("19355700301234567") == "none");
}

TEST_CASE("two numbers that could both be the month are not guessed") {
  CHECK(read("04/05/2031") == "none");
  CHECK(read("25/12/2031") == "1955923200 day");
  CHECK(read("12/25/2031") == "1955923200 day");
  CHECK(read("05/05/2031") == "1935705600 day");
  CHECK(read("04/05/31") == "none");
}

TEST_CASE("a date that is not in the calendar is none") {
  for (const char* text :
       {"2031-02-29", "2031-13-01", "2031-00-10", "31 April 2031", "0000-01-01", "1400-01-01",
        "2031-05-04T25:00", "2031-05-04T10:61", "May 4, 2031 13:00 p.m.", "9999-12-31"}) {
    CAPTURE(text);
    CHECK(read(text) == "none");
  }
  CHECK(read("2032-02-29") != "none");
}

TEST_CASE("text around a date makes it none") {
  for (const char* text : {"", " ", "May", "2031", "4 May", "On 4 May 2031 the harbour was closed",
                           "4 May 2031 in Selne", "room 2031-05-04-17", "2031-05", "10:20"}) {
    CAPTURE(text);
    CHECK(read(text) == "none");
  }
  CHECK(read(std::string(100000, '1')) == "none");
}

TEST_CASE("the date in the path of an address is a whole day") {
  const auto day = [](std::string_view url) {
    const std::optional<Published> date = date_of_url(url);
    return date ? std::to_string(date->unix_seconds) + " " + name_of(date->source) : "none";
  };
  CHECK(day("https://courier.example/2031/05/04/harbour") == "1935619200 url");
  CHECK(day("https://courier.example/news/2031-05-04-harbour.html") == "1935619200 url");
  CHECK(day("https://courier.example/2031/05/04") == "1935619200 url");
  CHECK(day("https://courier.example/2031/13/04/harbour") == "none");
  CHECK(day("https://courier.example/2031/05/") == "none");
  CHECK(day("https://courier.example/?on=/2031/05/04/") == "none");
  CHECK(day("") == "none");
}

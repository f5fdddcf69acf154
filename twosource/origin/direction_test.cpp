#include "twosource/origin/direction.hpp"

#include <doctest/doctest.h>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

const std::string sentence =
    "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour, the "
    "coastguard said.";

Print print(const std::string& outlet, const std::string& text, const std::string& date = {}) {
  return {.outlet = outlet, .text = "Title\n\n" + text, .published = date};
}

/// Direction and reason of the only copy: "a_to_b published_earlier".
std::string directed(const Newsroom& newsroom) {
  const std::vector<Copy> copies =
      direct_copies(newsroom.articles, newsroom.analyses, newsroom.copies, built_in_tables());
  REQUIRE(copies.size() == 1);
  std::string text = name_of(copies.front().direction);
  for (const Reason& reason : copies.front().reasons) text += " " + reason.code;
  return text;
}

TEST_CASE("the earlier article had the passage first") {
  CHECK(directed(Newsroom({print("A", sentence, "2031-05-04 10:00"),
                           print("B", sentence, "2031-05-04 09:00")})) ==
        "b_to_a published_earlier");
}

TEST_CASE("the same minute, or a day against a minute of that day, tells nothing") {
  CHECK(directed(Newsroom({print("A", sentence, "2031-05-04 10:00"),
                           print("B", sentence, "2031-05-04 10:00")})) == "unknown");
  CHECK(directed(Newsroom({print("A", sentence, "2031-05-04"),
                           print("B", sentence, "2031-05-04 10:00")})) == "unknown");
  CHECK(directed(Newsroom(
            {print("A", sentence, "2031-05-03"), print("B", sentence, "2031-05-04 10:00")})) ==
        "a_to_b published_earlier");
}

TEST_CASE("a missing date and a date from the flag are no evidence") {
  CHECK(directed(Newsroom({print("A", sentence, "2031-05-03"), print("B", sentence)})) ==
        "unknown");
  Newsroom newsroom({print("A", sentence, "2031-05-03"), print("B", sentence, "2031-05-04")});
  newsroom.articles.back().published->source = DateSource::flag;
  CHECK(directed(newsroom) == "unknown");
}

TEST_CASE("the agency's own file is first whatever the dates say") {
  Print agency = print("AP", sentence, "2031-05-05");
  agency.url = "https://apnews.com/1";
  CHECK(directed(Newsroom({print("A", sentence, "2031-05-04"), agency})) == "b_to_a agency_file");
}

TEST_CASE("a press release is before the article that prints it") {
  CHECK(directed(Newsroom({print("A", sentence, "2031-05-04"),
                           print("Freight", "PRESS RELEASE\n\n" + sentence, "2031-05-04")})) ==
        "b_to_a release_file");
}

TEST_CASE("who was told had it first") {
  const std::string told =
      "“We heard a bang and then nothing,” the captain of the ferry, who was alone on the bridge "
      "on "
      "Tuesday, told the Courier.";
  CHECK(directed(Newsroom({print("Harbour Post", told), print("Selne Courier", told)})) ==
        "b_to_a names_outlet");
}

TEST_CASE("quoted speech and furniture have no direction") {
  Newsroom newsroom({print("A", sentence, "2031-05-03"), print("B", sentence, "2031-05-04")});
  newsroom.copies.front().furniture = true;
  CHECK(directed(newsroom) == "unknown");
  newsroom.copies.front().furniture = false;
  newsroom.copies.front().quoted_share_a = 1.0;
  CHECK(directed(newsroom) == "unknown");
}

TEST_CASE("dates before 1970 are compared as well") {
  const Article old{.published = Published{-100000, DatePrecision::day, DateSource::text}};
  const Article young{.published = Published{-1, DatePrecision::second, DateSource::text}};
  CHECK(compare_published(old, young) < 0);
  CHECK(compare_published(young, old) > 0);
  CHECK(compare_published(old, old) == 0);
}

}  // namespace
}  // namespace twosource

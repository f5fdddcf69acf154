#include "twosource/origin/direction.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <vector>

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
  CHECK(directed(Newsroom({print("A", sentence, "2031-05-04"), agency})) ==
        "b_to_a agency_file published_earlier");
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

// Six sentences of one report, for signs that the texts themselves give.
const std::vector<std::string> report = {
    "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour.",
    "The ship had left the island of Varn an hour earlier with 1,214 passengers on board.",
    "Divers examined the hull until nightfall and found a crack below the waterline of the ship.",
    "The pier will stay closed for a week while engineers replace eleven of its wooden piles.",
    "A second ferry has taken over the line and runs every ninety minutes from the western quay.",
    "Two of the hurt were treated for bruises and went home before midnight on the same day."};

std::string text_of(std::initializer_list<std::size_t> sentences) {
  std::string text;
  for (const std::size_t i : sentences) text += (text.empty() ? "" : "\n\n") + report[i];
  return text;
}

/// Direction of the first copy.
std::string direction_of(const Newsroom& newsroom) {
  const std::vector<Copy> copies =
      direct_copies(newsroom.articles, newsroom.analyses, newsroom.copies, built_in_tables());
  REQUIRE(!copies.empty());
  return name_of(copies.front().direction);
}

TEST_CASE("what is cut from the end was there before") {
  CHECK(directed(
            Newsroom({print("A", text_of({0, 1, 2})), print("B", text_of({0, 1, 2, 3, 4, 5}))})) ==
        "b_to_a cut_from_end nothing_own");
}

TEST_CASE("a single sign in the texts is not enough") {
  CHECK(directed(Newsroom({print("A", text_of({0, 1, 2})), print("B", text_of({0, 1, 2, 3}))})) ==
        "unknown");
}

TEST_CASE("a new lead above a text that was shortened") {
  const std::string lead =
      "A quiet week in the port of Selne ended with sirens and blue lights, and with questions "
      "that nobody there would answer.";
  CHECK(directed(Newsroom({print("A", lead + "\n\n" + text_of({0, 1, 2})),
                           print("B", text_of({0, 1, 2, 3, 4, 5}))})) ==
        "b_to_a new_lead cut_from_end");
}

TEST_CASE("numbers are rounded and names shortened by those who copy") {
  std::string rounded = text_of({0, 1, 2, 3});
  rounded.replace(rounded.find("1,214"), 5, "1,200");
  Newsroom room({print("A", "SELNE — " + text_of({0, 1, 2, 3, 4, 5})), print("B", rounded)});
  CHECK(direction_of(room) == "a_to_b");
}

TEST_CASE("two customers of an agency show no direction between them") {
  CHECK(directed(Newsroom({print("A", "SELNE (AP) — " + text_of({0, 1, 2})),
                           print("B", text_of({0, 1, 2, 3, 4, 5}))})) == "unknown");
}

TEST_CASE("nor do two where a third has more of the text than either") {
  CHECK(direction_of(
            Newsroom({print("A", text_of({0, 1, 2, 3, 4})), print("B", text_of({0, 1, 2, 5})),
                      print("C", text_of({0, 1, 2, 4, 5}))})) == "unknown");
}

TEST_CASE("an article stitched together from two was not there before them") {
  const std::string other =
      "The oldest bakery of the quarter has baked its last loaf after a hundred years.\n\n"
      "Its owner shut the shutters herself and gave the remaining rolls to the children.\n\n"
      "A rise in the rent had left her no choice, she explained while she wiped the counter.";
  CHECK(direction_of(Newsroom({print("A", text_of({0, 1, 2})), print("B", other),
                               print("C", text_of({0, 1, 2}) + "\n\n" + other)})) == "unknown");
}

TEST_CASE("a page that bears a later date than its cut copy keeps its direction open") {
  const std::string lead =
      "A quiet week in the port of Selne ended with sirens and blue lights, and with questions "
      "that nobody there would answer.";
  CHECK(direction_of(Newsroom(
            {print("A", lead + "\n\n" + text_of({0, 1, 2}), "2031-05-04"),
             print("B", "SELNE — " + text_of({0, 1, 2, 3, 4, 5}), "2031-05-06")})) == "unknown");
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

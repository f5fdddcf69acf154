// Who printed a sentence first, and when that makes it his.
#include "twosource/origin/first_prints.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

// Sentences of two texts, in their order.
const std::vector<std::string> ferry = {
    "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour.",
    "The ship had left the island of Varn an hour earlier with ninety passengers on board.",
    "Divers examined the hull until nightfall and found a crack below the waterline.",
    "The pier will stay closed for a week while engineers replace eleven of its piles.",
    "A crane from the yard at Tollan is to lift the damaged ramp before the next spring tide.",
    "Two school classes that were on board spent the night in the gymnasium of the town."};
const std::vector<std::string> bakery = {
    "The oldest bakery of the quarter has baked its last loaf after a hundred years of business.",
    "Its owner shut the shutters herself and gave the remaining rolls to the children outside.",
    "A rise in the rent by more than a third had left her no choice, neighbours explained.",
    "The landlord wants to let the rooms to a chain that sells telephones in three cities.",
    "Customers wrote their farewells in flour on the window until the glass was white.",
    "The oven, built by a mason from Great Skarn, will go to the museum of crafts in spring."};

std::string some(const std::vector<std::string>& text, std::size_t begin, std::size_t end) {
  std::string body;
  for (std::size_t i = begin; i < end; ++i) body += (body.empty() ? "" : " ") + text[i];
  return body;
}

std::string page(const std::string& above, const std::string& body, const std::string& below = "") {
  std::string text = "A headline\n\n" + above + body;
  if (!below.empty()) text += "\n\n" + below;
  return text;
}

const std::string signed_by = "By Mara Lind\n\nSELNE — ";

TEST_CASE("a later version without byline and dateline is no second origin of its outlet") {
  const Newsroom newsroom({{.outlet = "Courier",
                            .text = page(signed_by, some(ferry, 0, 6)),
                            .published = "2031-05-04 08:00"},
                           {.outlet = "Courier",
                            .text = page("", some(ferry, 0, 6) + " " + some(bakery, 0, 3)),
                            .published = "2031-05-04 12:00"}});
  CHECK(newsroom.sum() == "1 shown, at most 1");
}

TEST_CASE("the credit of a later article speaks of the part that nobody reported before it") {
  const Newsroom newsroom(
      {{.outlet = "Courier",
        .text = page(signed_by, some(ferry, 0, 6)),
        .published = "2031-05-04 08:00"},
       {.outlet = "Post", .text = page("", some(bakery, 0, 6)), .published = "2031-05-04 09:00"},
       {.outlet = "Mail",
        .text = page("VARN (NWA) — ", some(bakery, 0, 6), some(ferry, 0, 4)),
        .published = "2031-05-04 10:00"}});
  CHECK(newsroom.counted() == "agency text (NWA) 1 2\nown reporting: Courier 0 2");
}

TEST_CASE("a passage amid an agency's text is the agency's, also if a reporter printed it first") {
  const Newsroom newsroom({{.outlet = "Courier",
                            .text = page(signed_by, some(bakery, 0, 3) + " " + some(ferry, 2, 4) +
                                                        " " + some(bakery, 3, 6)),
                            .published = "2031-05-04 08:00"},
                           {.outlet = "Post",
                            .text = page("VARN (NWA) — ", some(ferry, 0, 6)),
                            .published = "2031-05-04 09:00"},
                           {.outlet = "Mail",
                            .text = page("VARN (NWA) — ", some(ferry, 0, 6)),
                            .published = "2031-05-04 10:00"}});
  CHECK(newsroom.origin_of(1, "Divers examined") == "agency text (NWA)");
  CHECK(newsroom.counted() == "agency text (NWA) 0 1 2\nown reporting: Courier 0");
}

TEST_CASE(
    "an unsigned first print that lacks what stands between its sentences is not the source") {
  const std::string cut = ferry[0] + " " + ferry[2] + " " + ferry[3] + " " + ferry[5];
  const Newsroom newsroom(
      {{.outlet = "Post", .text = page("", cut), .published = "2031-05-04 09:00"},
       {.outlet = "Mail", .text = page("", some(ferry, 0, 6)), .published = "2031-05-04 10:00"}});
  CHECK(newsroom.counted() == "common text of 2 articles, source not among them 0 1");
  CHECK(newsroom.origin_of(1, "A crane from") ==
        "common text of 2 articles, source not among them");
}

TEST_CASE("an unsigned first print of all that the others have counts once with its rest") {
  const Newsroom newsroom(
      {{.outlet = "Post", .text = page("", some(ferry, 0, 6)), .published = "2031-05-04 09:00"},
       {.outlet = "Mail", .text = page("", some(ferry, 0, 3)), .published = "2031-05-04 10:00"}});
  CHECK(newsroom.sum() == "0 shown, at most 1");
}

TEST_CASE("what stands behind the shared text may be the printer's own and stays possible") {
  const Newsroom newsroom(
      {{.outlet = "Post", .text = page("", some(ferry, 0, 6)), .published = "2031-05-04 09:00"},
       {.outlet = "Mail",
        .text = page("", some(ferry, 0, 6), some(bakery, 0, 4)),
        .published = "2031-05-04 10:00"}});
  CHECK(newsroom.sum() == "0 shown, at most 2");
}

TEST_CASE("two readers of two parts of a report fold only where both parts are large") {
  const auto folds = [](std::size_t lines) {
    const Newsroom newsroom(
        {{.outlet = "Courier",
          .text = page(signed_by, some(ferry, 0, 6) + " " + some(bakery, 0, 6)),
          .published = "2031-05-04 08:00"},
         {.outlet = "Post", .text = page("", some(ferry, 0, 6)), .published = "2031-05-04 09:00"},
         {.outlet = "Mail",
          .text = page("", some(bakery, 0, lines)),
          .published = "2031-05-04 10:00"}});
    return newsroom.origin_of(2, bakery[0].substr(0, 20)) == "own reporting: Courier";
  };
  CHECK(folds(4));
  CHECK_FALSE(folds(2));
}

TEST_CASE("a lone credit does not fold the two texts that its article stitched together") {
  const Newsroom newsroom(
      {{.outlet = "Courier", .text = page("", some(ferry, 0, 6))},
       {.outlet = "Post", .text = page("", some(ferry, 0, 6))},
       {.outlet = "Mail", .text = page("SELNE (NWA) — ", some(bakery, 0, 6))},
       {.outlet = "Echo", .text = page("SELNE (NWA) — ", some(bakery, 0, 6), some(ferry, 0, 6))}});
  CHECK(newsroom.origin_of(0, "Divers examined") ==
        "common text of 3 articles, source not among them");
  CHECK(newsroom.origin_of(2, "The oven") == "agency text (NWA)");
}

}  // namespace
}  // namespace twosource

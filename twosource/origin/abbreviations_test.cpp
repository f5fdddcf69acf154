#include "twosource/origin/abbreviations.hpp"

#include <doctest/doctest.h>

#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

TEST_CASE("initials and first syllables abbreviate a name") {
  CHECK(abbreviates("NNA", "Northwater News Agency"));
  CHECK(abbreviates("BRNA", "Breamim News Agency"));
  CHECK(abbreviates("SKANA", "Skarn Islands News Agency") == false);
  CHECK(abbreviates("SKINA", "Skarn Islands News Agency"));
  CHECK(abbreviates("NWPA", "North-West Press Agency"));
  CHECK(abbreviates("PAV", "Press Agency of Varn"));
  CHECK(abbreviates("PAOV", "Press Agency of Varn"));
}

TEST_CASE("letters that do not come from the words in order abbreviate nothing") {
  CHECK_FALSE(abbreviates("NWA", "Northwater News Agency"));
  CHECK_FALSE(abbreviates("NAB", "Breamim News Agency"));
  CHECK_FALSE(abbreviates("BR", "Breamim News Agency"));
  CHECK_FALSE(abbreviates("BREAMNA", "Breamim News Agency"));
  CHECK_FALSE(abbreviates("BNEA", "Breamim News Agency"));
  CHECK_FALSE(abbreviates("NA", "News Agency"));
  CHECK_FALSE(abbreviates("", ""));
}

Agency only(std::string name) {
  return {.short_name = name, .names = {name}, .credits = {}, .domains = {}};
}

TEST_CASE("an abbreviation joins the only full name of the story that it fits") {
  const AgencyIndex index({only("BRNA"), only("Breamim News Agency"), only("Skarn News Agency")});
  CHECK(find_full_names(index, {0, 1, 2}) == std::map<std::uint32_t, std::uint32_t>{{0, 1}});
  CHECK(find_full_names(index, {0, 2}).empty());
}

TEST_CASE("two names, two abbreviations or an abbreviation of its own keep agencies apart") {
  const AgencyIndex names({only("BNA"), only("Breamim News Agency"), only("Bolt News Agency")});
  CHECK(find_full_names(names, {0, 1}).empty());
  const AgencyIndex letters({only("BNA"), only("BRNA"), only("Breamim News Agency")});
  CHECK(find_full_names(letters, {0, 1, 2}).empty());
  CHECK(find_full_names(letters, {0, 2}).size() == 1);
  const AgencyIndex taken({only("BNA"),
                           {.short_name = "BMN",
                            .names = {"Breamim News Agency", "BMN"},
                            .credits = {},
                            .domains = {}}});
  CHECK(find_full_names(taken, {0, 1}).empty());
}

const std::string ferry =
    "Three people were hurt on Tuesday when a ferry struck the eastern pier of the harbour.\n\n"
    "The ship had left the island of Varn an hour earlier with ninety passengers on board.\n\n"
    "Divers examined the hull until nightfall and found a crack below the waterline.\n\n"
    "The pier will stay closed for at least a week while engineers replace eleven piles.";
const std::string bakery =
    "The oldest bakery of the quarter has baked its last loaf after a hundred and twelve years.\n\n"
    "Its owner shut the shutters herself on Monday evening and gave the rolls to the children.\n\n"
    "A rise in the rent by more than a third had left her no choice, she explained at the till.\n\n"
    "The landlord wants to let the rooms to a chain that sells telephones in the city.";

TEST_CASE("texts credited to the abbreviation and to the full name are one origin") {
  const Newsroom newsroom(
      {{.outlet = "Harbour Courier", .text = "Ferry\n\nSELNE (BRNA) — " + ferry},
       {.outlet = "Inland Post", .text = "Bakery\n\n" + bakery + "\n\n— Breamim News Agency"}});
  CHECK(newsroom.counted() == "agency text (Breamim News Agency) 0 1");
  std::string codes;
  const Origins found = newsroom.trace();
  for (const Reason& reason : found.origins.front().reasons) codes += reason.code + " ";
  CHECK(codes.find("same_agency") != std::string::npos);
}

TEST_CASE("an abbreviation that fits two agencies of the story is an agency of its own") {
  const Newsroom newsroom(
      {{.outlet = "Harbour Courier", .text = "Ferry\n\nSELNE (BNA) — " + ferry},
       {.outlet = "Inland Post", .text = "Bakery\n\n" + bakery + "\n\n— Breamim News Agency"},
       {.outlet = "Coast Mail", .text = "Bakery\n\n" + bakery + "\n\n— Bolt News Agency"}});
  CHECK(newsroom.counted().find("agency text (BNA) 0") != std::string::npos);
}

}  // namespace
}  // namespace twosource

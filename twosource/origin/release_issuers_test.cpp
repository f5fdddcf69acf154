#include "twosource/origin/release_issuers.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "twosource/origin/marks.hpp"
#include "twosource/origin/newsroom_test.hpp"

namespace twosource {
namespace {

const std::string pump =
    "Varn Works today presented a pump that fishermen can mend with the tools they have on "
    "board.\n\n"
    "The pump was tried for a year on eleven boats, and none of them had to call at a yard.\n\n"
    "It weighs nine kilograms, costs as much as a net, and is made on the island of Skarn.";

std::string issuer(const std::string& text) {
  static const AgencyIndex agencies(built_in_tables().agencies);
  const Article article = make_print("a", {.outlet = "Selne Courier", .text = "Pump\n\n" + text});
  const auto found = find_marks(article, agencies).issuer;
  return found ? std::string(slice(article.text, *found)) : "-";
}

TEST_CASE("a press release says who issued it") {
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nSOURCE Varn Works Ltd.") == "Varn Works Ltd");
  CHECK(issuer("Press release from the Harbour Office of Selne\n\n" + pump) ==
        "Harbour Office of Selne");
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nIssued by: Selne Agency on behalf of others") ==
        "Selne Agency");
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nAbout Varn Works\n\nIt makes pumps.") ==
        "Varn Works");
  CHECK(issuer("SELNE, May 3, 2031 /PRNewswire/ -- " + pump + "\n\nVarn Works sells it.") ==
        "Varn Works");
  CHECK(issuer("SELNE--(BUSINESS WIRE)--" + pump + "\n\nVarn Works sells it.") == "Varn Works");
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nMedia contact: Mara Lind, Varn Works, 0800 555") ==
        "Varn Works");
}

TEST_CASE("the strongest sign names the issuer") {
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nAbout Varn Works\n\nSOURCE Skarn Holding") ==
        "Skarn Holding");
}

TEST_CASE("what may be something else names nobody") {
  CHECK(issuer("PRESS RELEASE\n\n" + pump) == "-");
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nAbout Selne there is much to say") == "-");
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nAbout Lantern") == "-");
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nAbout the Varn Works") == "-");
  CHECK(issuer("PRESS RELEASE\n\n" + pump + "\n\nMedia contact: Mara Lind, 0800 555") == "-");
  // No release, so nobody issued it.
  CHECK(issuer(pump + "\n\nAbout Varn Works") == "-");
}

TEST_CASE("a release has its issuer's name, and two of one issuer are one origin") {
  const Newsroom newsroom(
      {{.outlet = "Harbour Courier",
        .text = "Pump\n\nPRESS RELEASE\n\n" + pump + "\n\nAbout Varn Works"},
       {.outlet = "Inland Post",
        .text =
            "Price\n\nPRESS RELEASE\n\nThe owners have agreed on a price for the ships that were "
            "laid up in spring.\n\nVarn Works takes nine of them, and the rest will be broken "
            "up in the yard at Selne.\n\nThe crews have been told, and each of them is offered "
            "another ship.\n\nAbout Varn Works"}});
  CHECK(newsroom.counted() == "press release of Varn Works 0 1");
  const Origins found = newsroom.trace();
  std::string codes;
  for (const Reason& reason : found.origins.front().reasons) codes += reason.code + " ";
  CHECK(codes.find("release_issuer") != std::string::npos);
}

}  // namespace
}  // namespace twosource

#include "twosource/origin/agencies.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace twosource {
namespace {

const AgencyIndex& known() {
  static const AgencyIndex index(built_in_tables().agencies);
  return index;
}

/// The agency named at the first token that names one, with the number of its tokens.
std::string first_match(std::string_view text) {
  const std::vector<LineToken> tokens =
      find_line_tokens(text, {0, static_cast<std::uint32_t>(text.size())});
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (const auto naming = known().match(text, tokens, i)) {
      return known()[naming->agency].short_name + " " + std::to_string(naming->tokens) +
             (naming->credit_only ? " credit" : "");
    }
  }
  return "none";
}

Article article(std::string text, std::vector<std::string> authors = {}) {
  Article result{.text = std::move(text), .authors = std::move(authors)};
  result.body = {0, static_cast<std::uint32_t>(result.text.size())};
  return result;
}

std::string discovered(std::vector<Article> articles) {
  std::string out;
  for (const Agency& agency : discover_agencies(articles, known(), Jobs{1})) {
    out += agency.short_name + ":";
    for (const std::string& name : agency.names) out += " " + name + ",";
    out += "\n";
  }
  return out;
}

TEST_CASE("the longest form is matched, several words in any case") {
  CHECK(first_match("the Associated Press writer") == "AP 2");
  CHECK(first_match("THE ASSOCIATED PRESS") == "AP 3");
  CHECK(first_match("Agence France-Presse") == "AFP 4");
  CHECK(first_match("by the Associated Press of Pakistan") == "APP 4");
  CHECK(first_match("mit Material der dpa") == "dpa 1");
}

TEST_CASE("single words match exactly as they are written") {
  CHECK(first_match("the ap is old") == "none");
  CHECK(first_match("an apa itself") == "none");
  CHECK(first_match("(PA)") == "PA Media 1 credit");
}

TEST_CASE("a word that goes on as another name is no agency") {
  CHECK(first_match("Petra Lund reports") == "none");
  CHECK(first_match("the Reuters Institute found") == "none");
  CHECK(first_match("Reuters Staff") == "Reuters 1");
  CHECK(first_match("AP Diplomatic Writer") == "AP 1");
}

TEST_CASE("abbreviations that are words, names or offices besides are none in running text") {
  for (const char* sentence :
       {"The PA raised its toll.", "SPA and MAP were on the sign.", "APP users complained.",
        "She took the TT home.", "The STA train was late.", "An APA member voted no."}) {
    const std::string text = sentence;
    const std::vector<LineToken> tokens =
        find_line_tokens(text, {0, static_cast<std::uint32_t>(text.size())});
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const auto naming = known().match(text, tokens, i);
      CAPTURE(text);
      CHECK((!naming || naming->credit_only));
    }
  }
}

TEST_CASE("in a line of capitals a person's name is no agency") {
  CHECK(first_match("BY NINA MORROW") == "none");
  CHECK(first_match("BY LENA BRASK AND PETRA LUND") == "none");
  CHECK(first_match("BY NINA STAFF") == "NINA 1 credit");
}

TEST_CASE("agencies are known by their names in their own languages") {
  CHECK(first_match("Българска телеграфна агенция") == "BTA 3");
  CHECK(first_match("新华社") == "Xinhua 1");
  CHECK(first_match("رويترز") == "Reuters 1");
  CHECK(first_match("according to the Swiss News Agency") == "Keystone-SDA 3");
  CHECK(first_match("News Agency of the Slovak Republic") == "TASR 6");
}

TEST_CASE("an agency is known by its domain and what lies below it") {
  REQUIRE(known().by_host("news.apnews.com"));
  CHECK(known()[*known().by_host("apnews.com")].short_name == "AP");
  CHECK_FALSE(known().by_host("notapnews.com"));
  CHECK_FALSE(known().by_host(""));
  CHECK(known()[*known().by_name("The Associated Press")].short_name == "AP");
  CHECK_FALSE(known().by_name(""));
}

TEST_CASE("a name with News Agency shows an agency, also with its abbreviation") {
  CHECK(discovered({article("The Northwater News Agency (NWA) reported a storm.")}) ==
        "NWA: NWA, Northwater News Agency,\n");
  CHECK(discovered({article("The Northwater News Agency reported a storm.")}) ==
        "Northwater News Agency: Northwater News Agency,\n");
  CHECK(discovered({article("SELNE (NWA) — A storm came."),
                    article("The Northwater News Agency (NWA) reported a storm.")}) ==
        "NWA: NWA, Northwater News Agency,\n");
}

TEST_CASE("the name may stand behind its abbreviation") {
  CHECK(discovered({article("It was NWA (Northwater News Agency) that reported a storm.")}) ==
        "NWA: NWA, Northwater News Agency,\n");
  CHECK(discovered({article("The port (Northwater News Agency) reported a storm.")}) ==
        "Northwater News Agency: Northwater News Agency,\n");
}

TEST_CASE("a byline and a dateline of one article name one agency") {
  CHECK(
      discovered({article("By Mara Lind, Northwater News Agency\nSELNE (NWA) — A storm came.")}) ==
      "NWA: NWA, Northwater News Agency,\n");
  CHECK(discovered({article("SELNE (NWA) — A storm came.", {"Northwater News Agency"})}) ==
        "NWA: NWA, Northwater News Agency,\n");
}

TEST_CASE("known agencies are not discovered again") {
  CHECK(discovered({article("SELNE (AP) — The Xinhua News Agency reported.")}).empty());
}

TEST_CASE("the outlet's own abbreviation in its dateline is no agency") {
  Article own = article("SELNE (SC) — A storm came.");
  own.outlet = "Selne Courier";
  CHECK(discovered({own}).empty());
}

TEST_CASE("what is discovered does not depend on the order of the articles") {
  std::vector<Article> articles = {article("SELNE (NWA) — A storm came."),
                                   article("The Northwater News Agency (NWA) reported a storm."),
                                   article("VARN (SKP) — Rain."),
                                   article("The Skarn Press Agency reported rain.")};
  const std::string forward = discovered(articles);
  std::ranges::reverse(articles);
  CHECK(discovered(articles) == forward);
}

}  // namespace
}  // namespace twosource

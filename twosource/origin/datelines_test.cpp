#include "twosource/origin/datelines.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace twosource {
namespace {

/// "place | agencies | unknown" or "-" for no dateline.
std::string read(std::string_view line) {
  static const AgencyIndex known(built_in_tables().agencies);
  const auto found = read_dateline(line, {0, static_cast<std::uint32_t>(line.size())}, known);
  if (!found) return "-";
  std::string text(slice(line, found->place));
  for (const std::uint32_t agency : found->agencies) text += " | " + known[agency].short_name;
  for (const std::string& word : found->unknown) text += " | ?" + word;
  return text;
}

TEST_CASE("a dateline gives its place and its agencies") {
  CHECK(read("SELNE (AP) — The ferry left.") == "SELNE | AP");
  CHECK(read("PORT VARN, Marenia (AP) — The ferry left.") == "PORT VARN, Marenia | AP");
  CHECK(read("Selne, May 3 (IANS) The ferry left.") == "Selne, May 3 | IANS");
  CHECK(read("Selne DC [MA], August 23 (ANI): The ferry left.") ==
        "Selne DC [MA], August 23 | ANI");
  CHECK(read("SELNE (Reuters) -The ferry left.") == "SELNE | Reuters");
  CHECK(read("(Reuters) - The ferry left.") == " | Reuters");
  CHECK(read("SELNE (AFP/Reuters) – The ferry left.") == "SELNE | AFP | Reuters");
  CHECK(read("Berlin (dpa) - Die Fähre fuhr ab.") == "Berlin | dpa");
  CHECK(read("BERLIN, dpa — Die Fähre fuhr ab.") == "BERLIN | dpa");
}

TEST_CASE("an agency between strokes behind a date needs no dash") {
  CHECK(read("SELNE, May 3. /TASS/. The ferry left.") == "SELNE, May 3 | TASS");
  CHECK(read("СЕЛЬНА, 3 мая. /ТАСС/. Паром ушел.") == "СЕЛЬНА, 3 мая | TASS");
  CHECK(read("SELNE, May 3, 2031 /PRNewswire/ -- The ferry left.") ==
        "SELNE, May 3, 2031 | PR Newswire");
  CHECK(read("The TASS / Interfax rivalry is old.") == "-");
}

TEST_CASE("months that are written small belong to the date behind a day only") {
  CHECK(read("Selne, 3 ago (EFE).- El ferry salió.") == "Selne, 3 ago | EFE");
  CHECK(read("SELNE, 3 août 2031 (AFP) - Le ferry est parti.") == "SELNE, 3 août 2031 | AFP");
  CHECK(read("Selne, 3 ago. (Adnkronos) - Il traghetto.") == "Selne, 3 ago | Adnkronos");
  CHECK(read("Selne mai (AFP) The ferry left.") == "-");
}

TEST_CASE("datelines of agencies around the world") {
  CHECK(read("Selne (Kyodo) -- The ferry left.") == "Selne | Kyodo");
  CHECK(read("SELNE, Aug. 3 (MNA) – The ferry left.") == "SELNE, Aug. 3 | Mehr");
  CHECK(read("Selne, 3 Aug (APP): The ferry left.") == "Selne, 3 Aug | APP");
  CHECK(read("Berlin (ots) - Die Fähre fuhr ab.") == "Berlin | news aktuell");
  CHECK(read("SELNE--(BUSINESS WIRE)--The ferry left.") == "SELNE | Business Wire");
  CHECK(read("SELNE (RNS) — The ferry left.") == "SELNE | Religion News Service");
}

TEST_CASE("two to six capitals in the parentheses are an agency that no table knows") {
  CHECK(read("SELNE (NWA) — The ferry left.") == "SELNE | ?NWA");
  CHECK(read("Selne, May 3 (NWA): The ferry left.") == "Selne, May 3 | ?NWA");
}

TEST_CASE("capitals that are a country, a place or an abbreviation are no agency") {
  CHECK(read("SELNE, PA – The ferry left.") == "SELNE, PA");
  CHECK(read("SELNE (US) — The ferry left.") == "-");
  CHECK(read("(SELNE) — The ferry left.") == "-");
  CHECK(read("Port Safety Board (PSB) — it meets on Monday.") == "-");
  CHECK(read("The Island Post (ELTA) said on Monday that") == "-");
}

TEST_CASE("a place alone is a dateline before a dash or a colon") {
  CHECK(read("SELNE — The ferry left.") == "SELNE");
  CHECK(read("PORT ANSEL – The ferry left.") == "PORT ANSEL");
  CHECK(read("SELNE: The ferry left.") == "SELNE");
  CHECK(read("Great Skarn: The ferry left.") == "Great Skarn");
  CHECK(read("Selne - The ferry left.") == "Selne");
}

TEST_CASE("a sentence, a heading and an announcement are no datelines") {
  CHECK(read("The ferry left Selne (the capital) on Monday.") == "-");
  CHECK(read("Highlights: The ferry left.") == "-");
  CHECK(read("UPDATED: The ferry left.") == "-");
  CHECK(read("Residents of Port Ansel And Varn Say: We stay.") == "-");
  CHECK(read("Tarrant — who was late — came in.") == "-");
  CHECK(read("A well-known captain left.") == "-");
  CHECK(read("2031 - The year began.") == "-");
  CHECK(read("") == "-");
}

}  // namespace
}  // namespace twosource

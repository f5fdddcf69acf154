#include "twosource/origin/tables.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "twosource/origin/lines.hpp"

namespace twosource {
namespace {

const Agency* find_agency(const std::vector<Agency>& agencies, std::string_view name) {
  const auto found = std::ranges::find(agencies, name, &Agency::short_name);
  return found == agencies.end() ? nullptr : &*found;
}

TEST_CASE("the built-in tables can be read and know the large agencies") {
  const OriginTables& tables = built_in_tables();
  CHECK(tables.agencies.size() > 300);
  CHECK(tables.owners.size() > 400);
  for (const char* name : {"AP",       "Reuters",      "AFP",     "dpa",    "ANSA",
                           "EFE",      "Xinhua",       "TASS",    "Kyodo",  "Yonhap",
                           "PTI",      "ANI",          "Bernama", "UPI",    "Canadian Press",
                           "PA Media", "TT",           "NTB",     "Ritzau", "STT",
                           "APA",      "Keystone-SDA", "Belga",   "ANP",    "CTK",
                           "PAP",      "MTI",          "Anadolu", "KCNA",   "IANS",
                           "Antara",   "VNA"}) {
    CAPTURE(name);
    CHECK(find_agency(tables.agencies, name) != nullptr);
  }
}

TEST_CASE("no form and no domain stands for two agencies") {
  std::map<std::string, std::string> owner_of_form;
  for (const Agency& agency : built_in_tables().agencies) {
    std::vector<std::string> forms = agency.names;
    forms.insert(forms.end(), agency.credits.begin(), agency.credits.end());
    for (const std::string& domain : agency.domains) forms.push_back("@" + domain);
    for (const std::string& form : forms) {
      const bool phrase = form.find_first_of(" -/") != std::string::npos;
      const auto [at, fresh] =
          owner_of_form.emplace(phrase ? lower_ascii(form) : form, agency.short_name);
      CAPTURE(form);
      CHECK(at->second == agency.short_name);
    }
  }
}

TEST_CASE("no domain stands for two owners, and an agency's domain for none") {
  std::map<std::string, std::string> owner_of_domain;
  for (const Agency& agency : built_in_tables().agencies) {
    for (const std::string& domain : agency.domains) owner_of_domain.emplace(domain, "an agency");
  }
  for (const Owner& owner : built_in_tables().owners) {
    for (const std::string& domain : owner.domains) {
      CAPTURE(domain);
      CHECK(owner_of_domain.emplace(domain, owner.name).second);
    }
  }
}

TEST_CASE("the tables' lines are those of the documentation: domains in small letters") {
  const auto is_domain = [](const std::string& domain) {
    return domain.find('.') != std::string::npos && lower_ascii(domain) == domain &&
           domain.find_first_of(" /:") == std::string::npos;
  };
  for (const Agency& agency : built_in_tables().agencies) {
    CAPTURE(agency.short_name);
    CHECK(std::ranges::all_of(agency.domains, is_domain));
  }
  for (const Owner& owner : built_in_tables().owners) {
    CAPTURE(owner.name);
    CHECK(std::ranges::all_of(owner.domains, is_domain));
  }
}

TEST_CASE("services that distribute press releases are marked as such") {
  const Agency* wire = find_agency(built_in_tables().agencies, "PR Newswire");
  REQUIRE(wire != nullptr);
  CHECK(wire->kind == AgencyKind::release);
}

TEST_CASE("the invented agency of the tests is not in the table") {
  for (const Agency& agency : built_in_tables().agencies) {
    CHECK(std::ranges::find(agency.names, "Northwater News Agency") == agency.names.end());
    CHECK(std::ranges::find(agency.credits, "NWA") == agency.credits.end());
  }
}

TEST_CASE("a table of one's own is read with comments, several values and empty cells") {
  const auto agencies = parse_agencies(
      "# a comment\n"
      "short\tkind\tnames\tcredits\tdomains\n"
      "\n"
      "NWA\tagency\tNorthwater News Agency; Northwater\tNWA; nwa\twww.Northwater.example\r\n"
      "Dispatch\trelease\n");
  REQUIRE(agencies);
  REQUIRE(agencies->size() == 2);
  CHECK(agencies->front().short_name == "Dispatch");
  CHECK(agencies->front().kind == AgencyKind::release);
  CHECK(agencies->front().names.empty());
  CHECK(agencies->back().names == std::vector<std::string>{"Northwater News Agency", "Northwater"});
  CHECK(agencies->back().credits == std::vector<std::string>{"NWA", "nwa"});
  CHECK(agencies->back().domains == std::vector<std::string>{"northwater.example"});
}

TEST_CASE("a broken table is refused with its line and what to do") {
  const std::string head = "short\tkind\tnames\tcredits\tdomains\n";
  CHECK(parse_agencies(head + "NWA\tnewspaper\n").error().message.find("line 2") !=
        std::string::npos);
  CHECK(parse_agencies(head + "\tagency\n").error().kind == ErrorKind::format);
  CHECK(parse_agencies(head + "a\tagency\tb\tc\td\te\n").error().kind == ErrorKind::format);
  CHECK(parse_agencies(head + "a\tagency\na\trelease\n").error().message.find("twice") !=
        std::string::npos);
  CHECK(parse_owners("owner\toutlets\tdomains\nX\ta\tb\tc\n").error().kind == ErrorKind::format);
}

TEST_CASE("an empty table is a table") {
  CHECK(parse_agencies("")->empty());
  CHECK(parse_owners("# nothing\nowner\toutlets\tdomains\n")->empty());
}

TEST_CASE("the user's line replaces the line of the same name") {
  const OriginTables base{
      .agencies = {{.short_name = "A", .names = {"old"}, .credits = {}, .domains = {}},
                   {.short_name = "B", .names = {}, .credits = {}, .domains = {}}},
      .owners = {}};
  const OriginTables mine{
      .agencies = {{.short_name = "A", .names = {"new"}, .credits = {}, .domains = {}}},
      .owners = {{.name = "Holding", .outlets = {"Courier"}, .domains = {}}}};
  const OriginTables merged = merge_tables(base, mine);
  REQUIRE(merged.agencies.size() == 2);
  CHECK(merged.agencies.front().names == std::vector<std::string>{"new"});
  CHECK(merged.owners.size() == 1);
}

}  // namespace
}  // namespace twosource

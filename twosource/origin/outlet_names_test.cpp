#include "twosource/origin/outlet_names.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

std::string name(std::string_view text) {
  const std::vector<LineToken> tokens =
      find_line_tokens(text, {0, static_cast<std::uint32_t>(text.size())});
  const auto found = read_name(text, tokens, 0);
  return found ? std::string(slice(text, found->span)) : "-";
}

TEST_CASE("a name is a row of capitalised words with small ones between") {
  CHECK(name("The Selne Courier on Monday") == "Selne Courier");
  CHECK(name("Bank of Selne & Sons, a bank") == "Bank of Selne & Sons");
  CHECK(name("Courier 24 today") == "Courier 24");
  CHECK(name("Courier and said") == "Courier");
}

TEST_CASE("a domain is a name") {
  CHECK(name("courier.example, 3 May") == "courier.example");
  CHECK(name("www.selne-courier.example.") == "www.selne-courier.example");
  CHECK(name("U.S.Steel") == "U");
}

TEST_CASE("days, months, languages and small words are no names") {
  for (const char* text :
       {"Monday, and", "May 3, 2031", "English.", "a partner", "the press", "", "3 May", "X."}) {
    CAPTURE(text);
    CHECK(name(text) == "-");
  }
  CHECK(name("Sunday Courier.") == "Sunday Courier");
}

TEST_CASE("two spellings of a name have one key") {
  CHECK(name_key("The Selne Courier") == "selnecourier");
  CHECK(name_key("www.selnecourier.example") == "selnecourier");
  CHECK(name_key("https://theselnecourier.example") == "selnecourier");
  CHECK(name_key("St. Varn Post") == "stvarnpost");
  CHECK(name_key("").empty());
}

TEST_CASE("an outlet is recognised by its name and by what its domain is made of") {
  const Article article{.outlet = "selnetimes.example", .url = "https://www.selnetimes.example/1"};
  CHECK(may_be_outlet(article, "Selne Times"));
  CHECK(may_be_outlet(article, "The Selne Times Online"));
  CHECK(may_be_outlet({.url = "https://stimes.example/1"}, "The Selne Times"));
  CHECK(may_be_outlet({.url = "https://news.smh.example/1"}, "Selne Morning Herald"));
  CHECK_FALSE(may_be_outlet(article, "Varn Times"));
  CHECK_FALSE(may_be_outlet(article, "Selne Courier"));
  CHECK_FALSE(may_be_outlet({}, "Selne Courier"));
  CHECK_FALSE(may_be_outlet(article, ""));
}

TEST_CASE("the press is known by the table of owners and by the collection") {
  const std::vector<Owner> owners = {
      {.name = "Lantern", .outlets = {"Selne Courier", "Post (Varn)"}, .domains = {}}};
  const PressIndex press(owners, std::vector<std::string>{"Inland Tribune"});
  const auto match = [&](std::string_view text) {
    const auto found =
        press.match(text, find_line_tokens(text, {0, static_cast<std::uint32_t>(text.size())}), 0);
    return found ? std::string(found->name) + "/" + std::string(found->owner) : "-";
  };
  CHECK(match("Selne Courier") == "Selne Courier/Lantern");
  CHECK(match("Inland Tribune") == "Inland Tribune/");
  CHECK(match("Post (Varn)") == "-");
}

}  // namespace
}  // namespace twosource

#include "twosource/text/quotations.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/paragraphs.hpp"

namespace twosource {
namespace {

// Most of what is wanted stands in tests/cases/text; here is what a case cannot show.

using Strings = std::vector<std::string>;

std::vector<Quotation> find(std::string_view text) {
  return find_quotations(text, find_paragraphs(text, {0, static_cast<std::uint32_t>(text.size())}));
}

Strings quotations_of(std::string_view text) {
  Strings found;
  for (const Quotation& quotation : find(text)) found.emplace_back(slice(text, quotation.span));
  return found;
}

TEST_CASE("a quotation has a span with its marks and a content without") {
  const std::string text = "Il dit « oui ».";
  const std::vector<Quotation> found = find(text);
  REQUIRE(found.size() == 1);
  CHECK(slice(text, found[0].span) == "« oui »");
  CHECK(slice(text, found[0].content) == "oui");
  CHECK(found[0].closed);
  CHECK_FALSE(found[0].continued);
}

TEST_CASE("a quotation mark that is never closed in mid-sentence opens no quotation") {
  CHECK(quotations_of("She said \"no").empty());
  CHECK(quotations_of("The \"pier is shut. Nobody knows why.").empty());
}

TEST_CASE("marks around nothing are no quotation") {
  CHECK(quotations_of("\"\"").empty());
  CHECK(quotations_of("\" \" or “...”").empty());
}

TEST_CASE("marks with lost spaces still pair") {
  CHECK(quotations_of("He said\"we go\"and left.") == Strings{"\"we go\""});
  CHECK(quotations_of("a \"gangway\"closed") == Strings{"\"gangway\""});
  CHECK(quotations_of("He said \" we go \" and left.") == Strings{"\" we go \""});
}

TEST_CASE("curly marks that point the wrong way are read by what stands beside them") {
  CHECK(quotations_of("”We go,“ he said.") == Strings{"”We go,“"});
  CHECK(quotations_of("“We go,“ he said.") == Strings{"“We go,“"});
  CHECK(quotations_of("\"We go,” he said.") == Strings{"\"We go,”"});
}

TEST_CASE("numbers in front of a mark are inches only if a better mark follows") {
  CHECK(quotations_of("\"It is 12\" wide,\" he said.") == Strings{"\"It is 12\" wide,\""});
  CHECK(quotations_of("the \"class of 2018\" met") == Strings{"\"class of 2018\""});
  CHECK(quotations_of("a 12\" pipe and a 6\" pipe").empty());
  CHECK(quotations_of("5' 10\" tall, 6'2\" his brother").empty());
}

TEST_CASE("quotations in other marks survive an unclosed one before them") {
  CHECK(quotations_of("The \"plan was «good» and 'cheap'.") == Strings{"«good»", "'cheap'"});
}

TEST_CASE("a headline in single marks is read like any text") {
  CHECK(quotations_of("Mayor calls pier 'death trap', says 'never again'") ==
        Strings{"'death trap'", "'never again'"});
}

TEST_CASE("brackets and dashes beside a mark do not hide it") {
  CHECK(quotations_of("(\"a\") [\"b\"] —\"c\"— \"d\"-type") ==
        Strings{"\"a\"", "\"b\"", "\"c\"", "\"d\""});
}

TEST_CASE("a quotation goes on only in a paragraph that opens it again") {
  const std::string text = "\"The pier is old.\n\nThe mayor nodded. \"Very old.\"";
  const std::vector<Quotation> found = find(text);
  REQUIRE(found.size() == 2);
  CHECK_FALSE(found[0].closed);
  CHECK_FALSE(found[1].continued);
}

TEST_CASE("hostile texts take no more than linear time") {
  for (std::string_view piece :
       {"\"a", "'a ", " \"a 'b' «c ", "\"1 ", "“a” 'b' ", ",said x", "‘a \"b\" c’ ", "‚ "}) {
    CAPTURE(piece);
    std::string text = "\"";
    while (text.size() < 300'000) text += piece;
    CHECK_NOTHROW(find(text));
  }
}

}  // namespace
}  // namespace twosource

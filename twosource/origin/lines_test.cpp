#include "twosource/origin/lines.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

std::string lines_of(std::string_view text) {
  std::string out;
  for (const Span line : find_lines(text, {0, static_cast<std::uint32_t>(text.size())})) {
    out += slice(text, line);
    out += '|';
  }
  return out;
}

std::string tokens_of(std::string_view text) {
  std::string out;
  for (const LineToken& token :
       find_line_tokens(text, {0, static_cast<std::uint32_t>(text.size())})) {
    out += slice(text, token.span);
    out += token.word ? '|' : '^';
  }
  return out;
}

TEST_CASE("lines come without white space around them and without empty ones") {
  CHECK(lines_of("  one \r\n\n\ttwo\nthree") == "one|two|three|");
  CHECK(lines_of("").empty());
  CHECK(lines_of(" \n \n").empty());
}

TEST_CASE("only the lines of the part are found") {
  const std::string_view text = "title\n\nbody one\nbody two";
  const std::vector<Span> lines = find_lines(text, {7, 15});
  REQUIRE(lines.size() == 1);
  CHECK(slice(text, lines.front()) == "body one");
}

TEST_CASE("tokens are words and single marks") {
  CHECK(tokens_of("SELNE (NWA) — He") == "SELNE|(^NWA|)^—^He|");
  CHECK(tokens_of("AP’s") == "AP|’^s|");
  CHECK(tokens_of("AFP/Reuters, 2031") == "AFP|/^Reuters|,^2031|");
}

TEST_CASE("letters that are not ASCII are letters, spaces and marks are not") {
  CHECK(tokens_of("Münchner São") == "Münchner|São|");
  CHECK(tokens_of("a\u00a0b\u2009c") == "a|b|c|");
  CHECK(tokens_of("«oui» „ja“") == "«^oui|»^„^ja|“^");
  CHECK(tokens_of("新华社。") == "新华社|。^");
}

TEST_CASE("a cut or broken sequence ends the text and not the program") {
  CHECK(find_line_tokens("a\xe2", {0, 2}).size() == 1);
  CHECK(find_line_tokens("\xe2\x80", {0, 2}).size() <= 1);
  CHECK(find_line_tokens("\xc2", {0, 1}).size() <= 1);
}

TEST_CASE("capitals are told from capitalised words") {
  CHECK(is_upper("NWA"));
  CHECK_FALSE(is_upper("Nwa"));
  CHECK_FALSE(is_upper("12"));
  CHECK(starts_upper("Nwa"));
  CHECK(starts_upper("Ägypten"));
  CHECK_FALSE(starts_upper("nwa"));
  CHECK_FALSE(starts_upper(""));
  CHECK(lower_ascii("REUTERS É") == "reuters É");
}

}  // namespace
}  // namespace twosource

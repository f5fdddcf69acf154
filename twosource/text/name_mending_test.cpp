#include "twosource/text/name_mending.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/tokens.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr NameKind place = NameKind::place;
constexpr NameKind organisation = NameKind::organisation;
constexpr NameKind people = NameKind::people;
constexpr NameKind person = NameKind::person;

struct Named {
  std::uint32_t begin;
  std::uint32_t end;
  NameKind kind;
};

// The mended names, each in brackets with the first letters of its kind: "[or Times of Selne]".
std::string mended(const std::string& text, const std::vector<Named>& named) {
  constexpr std::array<std::string_view, name_kind_count> kinds = {"pe", "or", "pl", "na", "ot"};
  const std::vector<Span> whole = {{0, static_cast<std::uint32_t>(text.size())}};
  const TaggedText tagged = find_tokens(text, find_words(text), whole);
  std::vector<NameMention> names;
  names.reserve(named.size());
  for (const Named& name : named) names.push_back({name.begin, name.end, name.kind});
  std::string joined;
  for (const NameMention& name : mend_names(text, tagged, names)) {
    const Span span{tagged.tokens[name.begin].span.begin, tagged.tokens[name.end - 1].span.end};
    joined += '[';
    joined += kinds.at(static_cast<std::size_t>(name.kind));
    joined += ' ';
    joined += slice(text, span);
    joined += ']';
  }
  return joined;
}

TEST_CASE("no name begins with a hyphen") {
  CHECK(mended("The Indo-Pacific Command sailed", {{1, 2, people}, {2, 5, organisation}}) ==
        "[or Indo-Pacific Command]");
  CHECK(mended("Indo-Pacific talks", {{1, 3, place}}) == "[pl Indo-Pacific]");
  CHECK(mended("Kenya-Uganda talks", {{0, 1, place}, {1, 3, place}}) == "[pl Kenya][pl Uganda]");
}

TEST_CASE("a name that ends in of goes on with the name behind it, or ends before") {
  CHECK(mended("The Times of Selne said", {{1, 3, organisation}, {3, 4, place}}) ==
        "[or Times of Selne]");
  CHECK(mended("The Republic of Kenya said", {{1, 3, organisation}, {3, 4, place}}) ==
        "[pl Republic of Kenya]");
  CHECK(mended("The Office of the ferry", {{1, 4, organisation}}).empty());
  CHECK(mended("The Harbour Office of the ferry", {{1, 5, organisation}}) == "[or Harbour Office]");
  CHECK(mended("Orlo and the Hales", {{0, 3, person}, {3, 4, person}}) == "[pe Orlo][pe Hales]");
}

TEST_CASE("a weekday ends no name, but may be one") {
  CHECK(mended("In Selne Monday", {{1, 3, place}}) == "[pl Selne]");
  CHECK(mended("Joe Friday", {{1, 2, person}}) == "[pe Friday]");
}

TEST_CASE("two places with a comma between them are two") {
  CHECK(mended("Selne, Norland", {{0, 3, place}}) == "[pl Selne][pl Norland]");
  CHECK(mended("Washington, D.C. said", {{0, 3, place}}) == "[pl Washington, D.C.]");
  CHECK(mended("Hale, Orlo and Sons", {{0, 5, organisation}}) == "[or Hale, Orlo and Sons]");
}

}  // namespace
}  // namespace twosource

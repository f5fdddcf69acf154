#include "twosource/claim/wordings.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

Unit unit_of(ArticleIndex article, Span span, std::vector<std::uint64_t> lemmas) {
  Unit unit;
  unit.article = article;
  unit.span = span;
  unit.lemmas = std::move(lemmas);
  return unit;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("the same words are one wording") {
  const std::vector<Unit> units = {unit_of(0, {0, 20}, {1, 2, 3}), unit_of(0, {20, 40}, {4, 5}),
                                   unit_of(1, {0, 20}, {1, 2, 3}), unit_of(2, {0, 20}, {3, 2, 1})};
  const Wordings folded = fold_wordings({}, units);
  CHECK(folded.of == Numbers{0, 1, 0, 2});
  CHECK(folded.units == std::vector<std::vector<UnitIndex>>{{0, 2}, {1}, {3}});
}

TEST_CASE("nothing to fold") {
  CHECK(fold_wordings({}, {}).units.empty());
}

TEST_CASE("a number, a not, a modality, a pronoun or a speaker makes another wording") {
  Report report;
  report.statements.resize(1);
  const Unit plain = unit_of(0, {0, 20}, {1, 2, 3});
  std::vector<Unit> units(6, plain);
  for (ArticleIndex i = 0; i < units.size(); ++i) units[i].article = i;
  units[1].quantities.push_back({.value = 12, .low = 12, .high = 12});
  units[2].negated = true;
  units[3].modality = Modality::plan;
  units[4].participants.push_back({.entity = 3, .pronoun = true});
  units[5].statement = 0;
  CHECK(fold_wordings(report, units).of == Numbers{0, 1, 2, 3, 4, 5});
}

TEST_CASE("an edited copy is one wording with its source") {
  // The copy: bytes 100 to 200 of article 0 stand at 300 in article 1, but for ten.
  Report report;
  Copy copy;
  copy.a = 0;
  copy.b = 1;
  copy.a_span = {100, 200};
  copy.b_span = {300, 400};
  copy.runs = {{{100, 140}, {300, 340}, true}, {{150, 200}, {350, 400}, true}};
  report.copies.push_back(copy);
  std::vector<Unit> units = {unit_of(0, {100, 200}, {1, 2, 3, 4, 5}),
                             unit_of(1, {300, 400}, {1, 2, 3, 4, 9})};
  CHECK(fold_wordings(report, units).of == Numbers{0, 0});

  SUBCASE("not where too many words differ") {
    units[1].lemmas = {1, 2, 3, 8, 9};
    CHECK(fold_wordings(report, units).of == Numbers{0, 1});
  }
  SUBCASE("not where the edit says the contrary") {
    units[1].negated = true;
    CHECK(fold_wordings(report, units).of == Numbers{0, 1});
  }
  SUBCASE("not where the unit goes on outside of the copy") {
    units[1].span = {300, 480};
    CHECK(fold_wordings(report, units).of == Numbers{0, 1});
  }
}

}  // namespace twosource

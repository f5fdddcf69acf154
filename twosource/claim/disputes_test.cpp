#include "twosource/claim/disputes.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

// Each wording is a unit of its own, the first six bytes of an article of its own.
struct Made {
  Report report;
  std::vector<Unit> units;
  Wordings wordings;

  explicit Made(std::initializer_list<const char*> texts) {
    for (const char* text : texts) {
      Unit unit;
      unit.article = static_cast<ArticleIndex>(units.size());
      wordings.of.push_back(unit.article);
      wordings.units.push_back({unit.article});
      units.push_back(unit);
      report.articles.emplace_back().text = text;
    }
  }

  [[nodiscard]] std::vector<Dispute> disputes(const Facts& facts,
                                              const std::vector<ComparedPair>& pairs,
                                              const std::vector<std::uint32_t>& ranks) const {
    return find_disputes({report, {}, units, wordings}, facts, pairs, ranks);
  }
};

ComparedPair opposed(std::uint32_t a, std::uint32_t b, double about,
                     ConflictKind kind = ConflictKind::number) {
  const SlotConflict conflict{.kind = kind, .a = {0, 6}, .b = {0, 6}};
  return {a, b, {.same = 0, .about = about}, {conflict}};
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("facts that part in the same words are one dispute of the best of them") {
  // Three facts: 12, 17 and, told of something else, 17 again.
  const Made made({"12 men", "12 men", "17 men", "17 Men", "some"});
  const Facts facts{{{{0, 1}}, {{2, 4}}, {{3}}}};
  const std::vector<Dispute> disputes =
      made.disputes(facts, {opposed(0, 2, 0.7), opposed(0, 3, 0.9), opposed(1, 2, 0.8)}, {0, 1, 2});
  REQUIRE(disputes.size() == 1);
  CHECK(disputes[0].leader == 0);
  CHECK(disputes[0].own == Numbers{0, 1});
  CHECK(disputes[0].opposing == Numbers{2, 3});  // not 4: it gives no number
  CHECK(disputes[0].pair == 1);
}

TEST_CASE("the fact with more support leads, whichever comes first") {
  const Made made({"12 men", "17 men"});
  const std::vector<Dispute> disputes =
      made.disputes({{{{0}}, {{1}}}}, {opposed(0, 1, 0.7)}, {1, 0});
  REQUIRE(disputes.size() == 1);
  CHECK(disputes[0].leader == 1);
  CHECK(disputes[0].opposing == Numbers{0});
}

TEST_CASE("other words or another kind are another dispute; the same words elsewhere are none") {
  const Made made({"12 men", "17 men", "20 men", "12 men", "17 men"});
  const Facts facts{{{{0}}, {{1}}, {{2}}, {{3}}, {{4}}}};
  CHECK(made.disputes(facts, {opposed(0, 1, 0.7), opposed(0, 2, 0.7), opposed(3, 4, 0.7)},
                      {0, 1, 2, 3, 4})
            .size() == 2);
  CHECK(made.disputes(facts,
                      {opposed(0, 1, 0.7), opposed(0, 1, 0.7, ConflictKind::place),
                       opposed(3, 4, 0.7, ConflictKind::polarity)},
                      {0, 1, 2, 3, 4})
            .size() == 3);
}

TEST_CASE("a conflict inside one fact is no dispute") {
  const Made made({"12 men", "17 men"});
  CHECK(made.disputes({{{{0, 1}}}}, {opposed(0, 1, 0.7)}, {0}).empty());
}

}  // namespace twosource

#include "twosource/claim/facts.hpp"

#include <doctest/doctest.h>

namespace twosource {
namespace {

ComparedPair alike(std::uint32_t a, std::uint32_t b, double same) {
  return {a, b, {.same = same, .about = same}, {}};
}

ComparedPair opposed(std::uint32_t a, std::uint32_t b, double about) {
  return {a, b, {.same = about, .about = about}, {{.kind = ConflictKind::number}}};
}

std::vector<std::vector<std::uint32_t>> groups(const Facts& facts) {
  std::vector<std::vector<std::uint32_t>> all;
  for (const Fact& fact : facts.facts) all.push_back(fact.wordings);
  return all;
}

using Groups = std::vector<std::vector<std::uint32_t>>;

}  // namespace

TEST_CASE("wordings that say the same are one fact") {
  const std::vector<ComparedPair> pairs = {alike(0, 2, 0.9), alike(0, 1, 0.3)};
  const Facts facts = join_facts(4, pairs, {});
  CHECK(groups(facts) == Groups{{0, 2}, {1}, {3}});
  CHECK(facts.facts[0].likeness == doctest::Approx(0.9));
  CHECK(facts.facts[1].likeness == 1.0);
}

TEST_CASE("what contradicts each other is not joined") {
  const std::vector<ComparedPair> pairs = {opposed(0, 1, 0.9)};
  CHECK(groups(join_facts(2, pairs, {})) == Groups{{0}, {1}});
}

TEST_CASE("a vague wording joins one side and does not glue both") {
  // 0: twelve, 1: some, 2: seventeen.
  const std::vector<ComparedPair> pairs = {alike(0, 1, 0.9), opposed(0, 2, 0.9), alike(1, 2, 0.8)};
  CHECK(groups(join_facts(3, pairs, {})) == Groups{{0, 1}, {2}});
}

}  // namespace twosource

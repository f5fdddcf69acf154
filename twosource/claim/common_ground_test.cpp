#include "twosource/claim/common_ground.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace twosource {
namespace {

/// Words by role and meaning; the first verb is the main one.
ComparedUnit unit_of(std::initializer_list<std::pair<WordRole, std::uint32_t>> words) {
  ComparedUnit unit;
  for (const auto& [role, meaning] : words) {
    const auto index = static_cast<std::uint32_t>(unit.words.size());
    unit.words.emplace_back().role = role;
    unit.keys.push_back({meaning, index});
    if (role == WordRole::verb && unit.verb == UINT32_MAX) unit.verb = index;
  }
  std::ranges::sort(unit.keys);
  return unit;
}

constexpr std::uint32_t orlo = 1;
constexpr std::uint32_t sell = 2;
constexpr std::uint32_t boat = 3;
constexpr std::uint32_t praise = 4;
constexpr std::uint32_t harbour = 5;

}  // namespace

TEST_CASE("names alone are no common ground") {
  CHECK_FALSE(have_common_ground(unit_of({{WordRole::name, orlo}, {WordRole::noun, boat}}),
                                 unit_of({{WordRole::name, orlo}, {WordRole::noun, harbour}})));
  CHECK(have_common_ground(unit_of({{WordRole::name, orlo}, {WordRole::noun, boat}}),
                           unit_of({{WordRole::noun, boat}})));
  CHECK_FALSE(have_common_ground(unit_of({}), unit_of({})));
}

TEST_CASE("the deed of one must be mentioned in the other") {
  const ComparedUnit sells = unit_of({{WordRole::verb, sell}, {WordRole::noun, boat}});
  const ComparedUnit praises = unit_of({{WordRole::verb, praise}, {WordRole::noun, boat}});
  const ComparedUnit praises_sale =
      unit_of({{WordRole::verb, praise}, {WordRole::noun, sell}, {WordRole::noun, boat}});
  const ComparedUnit headline = unit_of({{WordRole::noun, boat}, {WordRole::noun, harbour}});
  CHECK(have_common_ground(sells, sells));
  CHECK_FALSE(have_common_ground(sells, praises));
  CHECK(have_common_ground(sells, praises_sale));
  CHECK(have_common_ground(praises_sale, sells));
  CHECK(have_common_ground(sells, headline));
}

}  // namespace twosource

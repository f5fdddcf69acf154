// The relations of intervals against a slow twin that looks at each moment of both, and those of
// days on the calendar against counting days.
#include "twosource/model/time_intervals.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <set>
#include <vector>

#include "twosource/time/calendar.hpp"

namespace twosource {
namespace {

constexpr std::int64_t seconds_of_day = 86'400;

using Moments = std::set<std::int64_t>;

Moments moments_of(const TimeInterval& interval, std::int64_t step = 1) {
  Moments all;
  for (std::int64_t at = interval.begin; at < interval.end; at += step) all.insert(at);
  return all;
}

Moments common(const Moments& a, const Moments& b) {
  Moments both;
  for (const std::int64_t at : a) {
    if (b.count(at) > 0) both.insert(at);
  }
  return both;
}

bool slow_before(const Moments& a, const Moments& b) {
  if (a.empty() || b.empty()) return false;
  for (const std::int64_t x : a) {
    for (const std::int64_t y : b) {
      if (x >= y) return false;
    }
  }
  return true;
}

void check_relations(const TimeInterval& a, const TimeInterval& b, std::int64_t step) {
  CAPTURE(a.begin);
  CAPTURE(a.end);
  CAPTURE(b.begin);
  CAPTURE(b.end);
  const Moments in_a = moments_of(a, step);
  const Moments in_b = moments_of(b, step);
  const Moments both = common(in_a, in_b);
  CHECK(is_empty(a) == in_a.empty());
  CHECK(overlap(a, b) == !both.empty());
  CHECK(contains(a, b) == (!in_b.empty() && both == in_b));
  CHECK(is_before(a, b) == slow_before(in_a, in_b));
  const auto part = common_part(a, b);
  CHECK(part.has_value() == !both.empty());
  if (part) CHECK(moments_of(*part, step) == both);
}

TEST_CASE("relations of intervals are those of their moments, second by second") {
  // All pairs of a small range, those that hold nothing or end before they begin among them.
  std::vector<TimeInterval> all;
  for (std::int64_t begin = -3; begin <= 3; ++begin) {
    for (std::int64_t end = -3; end <= 3; ++end) all.push_back({begin, end});
  }
  for (const TimeInterval& a : all) {
    for (const TimeInterval& b : all) check_relations(a, b, 1);
  }
}

// A day, week, month, quarter or weekend around the turn of 2031.
TimePoint random_unit(std::mt19937& random) {
  constexpr std::array grains = {Grain::day, Grain::week, Grain::month, Grain::quarter,
                                 Grain::weekend};
  const Day day = Day{std::chrono::year{2030} / 11 / 1} + std::chrono::days(random() % 120);
  return enclosing(point_of(day), grains[random() % grains.size()]);
}

TEST_CASE("relations of days, weeks and months are those of their days, day by day") {
  std::mt19937 random(20310304);
  std::size_t kinds = 0;  // what came up, as bits: the test would be void without all of them
  for (int round = 0; round < 1'000; ++round) {
    const auto a = interval_of(random_unit(random));
    const auto b = interval_of(random_unit(random));
    REQUIRE(a.has_value());
    REQUIRE(b.has_value());
    check_relations(*a, *b, seconds_of_day);
    kinds |= contains(*a, *b) ? 1U : 0U;
    kinds |= is_before(*a, *b) ? 2U : 0U;
    kinds |= overlap(*a, *b) && !contains(*a, *b) && !contains(*b, *a) ? 4U : 0U;
  }
  CHECK(kinds == 7);
}

TEST_CASE("of two intervals with moments exactly one holds: before, behind, overlapping") {
  std::mt19937 random(7);
  const auto any = [&] {
    const auto begin = static_cast<std::int64_t>(random() % 40);
    return TimeInterval{begin, begin + 1 + static_cast<std::int64_t>(random() % 20)};
  };
  for (int round = 0; round < 2'000; ++round) {
    const TimeInterval a = any();
    const TimeInterval b = any();
    CHECK(int{is_before(a, b)} + int{is_before(b, a)} + int{overlap(a, b)} == 1);
    CHECK(overlap(a, b) == overlap(b, a));
    if (contains(a, b) && contains(b, a)) CHECK(a == b);
  }
}

}  // namespace
}  // namespace twosource

#pragma once

#include <algorithm>
#include <optional>

#include "twosource/model/time.hpp"

namespace twosource {

/// How two stretches of time lie to each other. Both are half-open, so that a day and the next one
/// touch but do not overlap. An interval that does not end behind its begin holds no moment:
/// nothing overlaps it, and it lies within no other. Constant time each.

constexpr bool is_empty(const TimeInterval& interval) {
  return interval.end <= interval.begin;
}

/// Some moment lies in both.
constexpr bool overlap(const TimeInterval& a, const TimeInterval& b) {
  return std::max(a.begin, b.begin) < std::min(a.end, b.end);
}

/// Every moment of `inner`, which has one, lies in `outer`.
constexpr bool contains(const TimeInterval& outer, const TimeInterval& inner) {
  return !is_empty(inner) && outer.begin <= inner.begin && inner.end <= outer.end;
}

/// Both have moments, and each of `a` is before each of `b`.
constexpr bool is_before(const TimeInterval& a, const TimeInterval& b) {
  return !is_empty(a) && !is_empty(b) && a.end <= b.begin;
}

/// The moments that lie in both.
constexpr std::optional<TimeInterval> common_part(const TimeInterval& a, const TimeInterval& b) {
  if (!overlap(a, b)) return std::nullopt;
  return TimeInterval{std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

}  // namespace twosource

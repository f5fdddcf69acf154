#pragma once

#include <cstdint>
#include <span>

#include "twosource/claim/units.hpp"
#include "twosource/model/origin.hpp"

namespace twosource {

/// A place where an origin tells a fact in its own name.
struct Telling {
  OriginIndex origin = 0;
  const Unit* unit = nullptr;
};

/// Do two different origins tell it each in words of its own? Both tell it by a headline or by a
/// clause with its own subject and verb, not by a tail ("needed to conduct business"), and their
/// sentences do not share most of their wording: two reports that write up one statement by hand
/// are no second source. Quadratic in the tellings, of which the first 200 are looked at.
bool told_independently(const Report& report, std::span<const Telling> tellings);

}  // namespace twosource

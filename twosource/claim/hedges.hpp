#pragma once

#include <cstdint>
#include <string_view>

#include "twosource/claim/quantities.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// What stands before or behind a number and hedges it, and how many tokens it takes.
struct FoundHedge {
  Hedge hedge = Hedge::none;
  std::uint32_t tokens = 0;
};

/// The hedge that ends before token `number`, not before token `begin`.
FoundHedge hedge_before(const TaggedText& tagged, std::uint32_t begin, std::uint32_t number);
/// The hedge that begins at token `behind`, in the tokens up to `end`.
FoundHedge hedge_behind(const TaggedText& tagged, std::uint32_t behind, std::uint32_t end);

}  // namespace twosource

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "twosource/origin/agencies.hpp"

namespace twosource {

/// The opening of a report: "SELNE, May 3 (NWA) — ", "PORT VARN: ", "(NWA) - ".
struct Dateline {
  Span span;                            ///< from the line's begin behind the closing dash
  Span place;                           ///< empty where only a credit stands there
  std::vector<std::uint32_t> agencies;  ///< known ones that it credits
  std::vector<std::string> unknown;     ///< two to six capitals in its parentheses
};

/// Reads the dateline with which a line begins. A mixed-case place counts only before a dash or a
/// colon and with at most three words, because "Residents: they say" looks the same.
std::optional<Dateline> read_dateline(std::string_view text, Span line, const AgencyIndex& known);

}  // namespace twosource

#pragma once

#include <cstddef>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// Whether words [first, first + count) of an article are what a site says to its readers:
/// "Subscribe to our newsletter", "Join the conversation", "All rights reserved". The phrases stand
/// in reuse/tables/prompts.tsv; a text of some length that has a few of them is none. Linear.
bool is_prompt(const Analysis& analysis, std::size_t first, std::size_t count);

}  // namespace twosource

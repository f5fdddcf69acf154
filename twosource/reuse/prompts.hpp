#pragma once

#include <cstddef>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// Whether words [first, first + count) of an article are what a site says to its readers:
/// "Subscribe to our newsletter", "Join the conversation", "All rights reserved". The phrases stand
/// in reuse/tables/prompts.tsv; a text of some length that has a few of them is none. Linear.
bool is_prompt(const Analysis& analysis, std::size_t first, std::size_t count);

/// Whether the words, those of one paragraph, have a phrase of lines that name who worked on a
/// report or point to more of it: "contributed to this report", "follow our coverage at". Linear.
bool is_credit_line(const Analysis& analysis, std::size_t first, std::size_t count);

/// Whether the words, those of one paragraph, have a phrase of notes on the author: "is a reporter
/// at", "can be reached at". Linear.
bool is_author_note(const Analysis& analysis, std::size_t first, std::size_t count);

}  // namespace twosource

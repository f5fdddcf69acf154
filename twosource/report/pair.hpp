#pragma once

#include <string>

#include "twosource/model/pair.hpp"
#include "twosource/model/report.hpp"
#include "twosource/report/json.hpp"
#include "twosource/report/terminal.hpp"

namespace twosource {

/// The explanation of a pair for people: who the two are, what joins or parts them, every shared
/// passage with its words. Printable and wrapped as all terminal text.
std::string render_pair(const Report& report, const PairExplanation& pair,
                        const TerminalStyle& style);

/// The same as one record `pair`: a document of schema `twosource/pairs/1`, or one line.
std::string pair_json(const Report& report, const PairExplanation& pair, JsonShape shape);

}  // namespace twosource

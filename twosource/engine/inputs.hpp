#pragma once

#include "twosource/base/parallel.hpp"
#include "twosource/base/result.hpp"
#include "twosource/engine/settings.hpp"
#include "twosource/engine/tell.hpp"
#include "twosource/origin/tables.hpp"
#include "twosource/read/read.hpp"

namespace twosource {

/// Finds and reads all inputs: articles in canonical order, each once, with `--at` and the table of
/// owners applied, and a problem for each input that could not be read. The error is for a date
/// in `settings.at` that is none.
Result<ReadOutcome> read_inputs(const Settings& settings, const OriginTables& tables, Jobs jobs,
                                const Tell& tell);

}  // namespace twosource

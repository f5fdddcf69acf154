#pragma once

#include "twosource/base/result.hpp"
#include "twosource/engine/settings.hpp"
#include "twosource/model/report.hpp"

namespace twosource {

/// Reads the inputs and answers who copied whom, how many independent origins there are, who
/// said what, where the accounts agree, differ and stand alone, and when things happened.
///
/// Inputs that cannot be read are listed in `Report::problems` and stop nothing else; a report
/// without articles is an answer too. The error is for a wrong request: a date that is none, a
/// table that cannot be read. The same inputs give the same report, whatever their order and
/// the number of threads. What lies behind the depth asked for stays empty.
Result<Report> analyze(const Settings& settings);

}  // namespace twosource

#pragma once

#include "twosource/engine/settings.hpp"
#include "twosource/model/report.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// Everything of `analyze` behind reading: fills a report that holds nothing but its articles, in
/// their order, and problems.
void answer(Report& report, const OriginTables& tables, const Settings& settings);

}  // namespace twosource

#pragma once

#include "twosource/base/result.hpp"
#include "twosource/engine/settings.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// The built-in tables of agencies and owners, and over them those that the settings name. The
/// error says which file cannot be used and why.
Result<OriginTables> load_tables(const Settings& settings);

}  // namespace twosource

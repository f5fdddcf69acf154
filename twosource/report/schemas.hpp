#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"

namespace twosource {

/// The names that `json_schema` knows, sorted: documents ("report", "copies"), records ("article")
/// and their parts ("span").
std::vector<std::string> schema_names();

/// The JSON Schema (draft 2020-12) of a document or record: complete in itself, indented, with a
/// line break at the end. An unknown name is an error of kind `usage` that lists the known ones.
///
/// Fields that a schema does not name are allowed: later versions may add some.
Result<std::string> json_schema(std::string_view name);

}  // namespace twosource

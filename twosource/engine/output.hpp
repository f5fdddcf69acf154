#pragma once

#include <string>
#include <string_view>

#include "twosource/base/result.hpp"

namespace twosource {

/// Writes a file whole or not at all; a missing folder on the way is made. The error says what
/// could not be written, where, and why.
Result<Done> write_output(const std::string& path, std::string_view bytes);

}  // namespace twosource

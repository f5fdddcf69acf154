#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "twosource/base/result.hpp"

namespace twosource {

/// Whether the bytes begin as a gzip file does (RFC 1952).
bool is_gzip(std::string_view bytes);

/// Unpacks a gzip file of one or more members, with zero bytes allowed behind the last one.
///
/// Errors: `damaged` for bytes that are cut off or corrupted, `too_large` when more than
/// `max_bytes` come out; memory never exceeds that by more than one block.
Result<std::string> gunzip(std::string_view bytes, std::size_t max_bytes);

}  // namespace twosource

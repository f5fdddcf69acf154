#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "twosource/speech/segments.hpp"

namespace twosource {

using PackedRow = std::array<std::int8_t, row_width>;

/// Unpacks rows as they stand in a file, one behind the other (docs/formats/speech-model.md).
/// Returns how many bytes they took; more than there are if the last ones are cut off. Some 5
/// nanoseconds a row.
std::size_t unpack_rows(std::string_view bytes, std::span<PackedRow> rows);

}  // namespace twosource

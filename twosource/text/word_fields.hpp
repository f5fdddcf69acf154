#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace twosource {

/// Eight bytes of text, the first in the lowest bits.
inline std::uint64_t load_eight(const char* bytes) {
  std::uint64_t eight = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&eight, bytes, sizeof eight);
  } else {
    for (unsigned i = 0; i < 8; ++i) {
      eight |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
  }
  return eight;
}

/// Bytes that are classified together.
inline constexpr std::size_t field_block = 64;

/// The most blocks of one call of `find_field_edges`.
inline constexpr std::size_t most_field_blocks = 16;

/// Finds the fields of `blocks` blocks of text, at most `most_field_blocks`. A field is a maximal
/// run of ASCII letters, ASCII digits and bytes that are not ASCII: "Selne", "3", "„Wir".
///
/// Writes where each begins and ends, in order, counted from `text`; returns how many numbers these
/// are, at most `field_block` for a block. An odd number says that the last field is still open at
/// the end of the blocks. The same on every machine.
std::size_t find_field_edges(const char* text, std::size_t blocks, std::uint16_t* edges);

}  // namespace twosource

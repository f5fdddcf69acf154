#include "twosource/base/code_points.hpp"

#include <algorithm>
#include <cstddef>

namespace twosource {
namespace {

constexpr std::size_t block_size = 256;

// A code point has exactly one byte that is not of the form 10xxxxxx.
std::uint32_t count_code_points(std::string_view bytes) {
  return static_cast<std::uint32_t>(std::count_if(bytes.begin(), bytes.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

CodePointMap::CodePointMap(std::string_view text) : text_(text) {
  before_block_.reserve(text.size() / block_size + 1);
  std::uint32_t count = 0;
  for (std::size_t start = 0; start <= text.size(); start += block_size) {
    before_block_.push_back(count);
    count += count_code_points(text.substr(start, block_size));
  }
}

std::uint32_t CodePointMap::at(std::uint32_t byte) const {
  const std::size_t block = byte / block_size;
  const std::size_t start = block * block_size;
  return before_block_[block] + count_code_points(text_.substr(start, byte - start));
}

}  // namespace twosource

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace twosource {

/// Turns byte offsets of one UTF-8 text into code point offsets.
///
/// Building it reads the text once; a look-up reads at most one block of 256 bytes. `text` must
/// be valid UTF-8 and must outlive the map.
class CodePointMap {
 public:
  explicit CodePointMap(std::string_view text);

  /// Number of code points before the byte offset `byte`, which lies in [0, text.size()].
  [[nodiscard]] std::uint32_t at(std::uint32_t byte) const;

  /// Number of code points in the whole text.
  [[nodiscard]] std::uint32_t size() const { return at(static_cast<std::uint32_t>(text_.size())); }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;
};

}  // namespace twosource

#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace twosource {

/// A set of bytes that are looked for together; several times quicker than find_first_of.
class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (char byte : bytes) has_[static_cast<unsigned char>(byte)] = true;
  }

  /// The first place from `from` on with a byte of the set; the size of the text if there is none.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const {
    while (from < text.size() && !has_[static_cast<unsigned char>(text[from])]) ++from;
    return from < text.size() ? from : text.size();
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace twosource

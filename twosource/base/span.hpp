#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace twosource {

/// Half-open range of UTF-8 bytes [begin, end) in one article's stored text.
///
/// A span is an offset pair and not a view: it stays right when the text moves and when it is
/// written to disk. Both ends lie on the border of a code point.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  auto operator<=>(const Span&) const = default;
};

/// The bytes of `text` that `span` names. The span must lie inside the text.
constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace twosource

#include "twosource/text/spans.hpp"

#include "twosource/base/unicode.hpp"

namespace twosource {

Span trim(std::string_view text, Span span) {
  const std::string_view inside = text.substr(0, span.end);
  std::uint32_t begin = span.begin;
  while (begin < span.end) {
    const CodePoint c = code_point_at(inside, begin);
    if (!is_space(c.value)) break;
    begin += c.size;
  }
  if (begin >= span.end) return {span.begin, span.begin};
  std::uint32_t end = span.end;
  while (end > begin) {
    const CodePoint c = code_point_before(inside, end);
    if (!is_space(c.value)) break;
    end -= c.size;
  }
  return {begin, end};
}

}  // namespace twosource

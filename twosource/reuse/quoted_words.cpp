#include "twosource/reuse/quoted_words.hpp"

#include <algorithm>

namespace twosource {

std::vector<bool> quoted_words(const Analysis& analysis, std::size_t first, std::size_t count) {
  std::vector<bool> quoted(count, false);
  if (count == 0) return quoted;
  const std::vector<Quotation>& quotations = analysis.quotations;
  const std::uint32_t begin = analysis.words[first].span.begin;
  auto quotation = std::partition_point(quotations.begin(), quotations.end(),
                                        [&](const Quotation& q) { return q.content.end <= begin; });
  for (std::size_t i = 0; i < count; ++i) {
    const Span word = analysis.words[first + i].span;
    while (quotation != quotations.end() && quotation->content.end <= word.begin) ++quotation;
    if (quotation == quotations.end()) break;
    quoted[i] = quotation->content.contains(word);
  }
  return quoted;
}

}  // namespace twosource

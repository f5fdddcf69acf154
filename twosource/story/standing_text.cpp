#include "twosource/story/standing_text.hpp"

#include <cstddef>
#include <cstdint>

#include "twosource/text/headline.hpp"

namespace twosource {

std::vector<bool> find_standing_text(std::span<const Article> articles,
                                     std::span<const Analysis> analyses,
                                     std::span<const Copy> copies) {
  std::vector<std::vector<std::uint64_t>> headlines;
  headlines.reserve(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    headlines.push_back(telling_headline_words(articles[i], analyses[i].language));
  }
  std::vector<bool> standing;
  standing.reserve(copies.size());
  for (const Copy& copy : copies) {
    const bool one_outlet =
        !articles[copy.a].outlet.empty() && articles[copy.a].outlet == articles[copy.b].outlet;
    standing.push_back(copy.furniture ||
                       (one_outlet && are_unrelated(headlines[copy.a], headlines[copy.b])));
  }
  return standing;
}

}  // namespace twosource

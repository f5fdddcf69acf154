// Whose are the sentences that one print of a text has and all others lack?
//
//   others    a b     e f        the agency's text, as most print it
//   print     a b c d e f g h    unsigned
//
// Editors cut, and they add above and below; hardly anybody writes between the lines that he
// copies. So c and d are the text's, which the others cut; g and h may be anybody's.
#include "twosource/origin/text_between.hpp"

#include <optional>
#include <vector>

namespace twosource {
namespace {

using Line = FirstPrints::Line;

/// The source of the shared sentence that a line is.
std::optional<OriginKey> key_of(const Line& line, const TextSources& found) {
  return line.shared == FirstPrints::not_shared ? std::nullopt : found.keys[line.shared];
}

void fill_in(ArticleIndex article, const std::vector<Line>& lines, TextSources& found) {
  std::map<OriginKey, std::size_t> carried;
  for (const Line& line : lines) {
    if (const auto key = key_of(line, found)) ++carried[*key];
  }
  std::optional<OriginKey> last;
  std::vector<std::uint32_t> between;
  for (const Line& line : lines) {
    const auto key = key_of(line, found);
    if (!key) {
      between.push_back(line.sentence);
      continue;
    }
    if (last == key && 2 * carried[*key] > lines.size()) {
      for (const std::uint32_t sentence : between) {
        found.filled_in.emplace(SentenceRef{article, sentence}, *key);
      }
    }
    last = key;
    between.clear();
  }
}

}  // namespace

void fill_in_prints(const StoryMaterial& material, const FirstPrints& prints, TextSources& found) {
  for (const ArticleIndex article : material.story.articles) {
    if (prints.shows_nothing(article)) fill_in(article, prints.lines(article), found);
  }
}

void give_rest_of_first(const FirstPrints& prints,
                        const std::map<ArticleIndex, std::size_t>& carried, const OriginKey& text,
                        TextSources& found) {
  constexpr double min_part = 0.3;
  std::vector<ArticleIndex> articles;
  articles.reserve(carried.size());
  for (const auto& [article, count] : carried) articles.push_back(article);
  const auto first = prints.first_of(articles);
  if (!first || !prints.shows_nothing(*first)) return;
  const std::vector<Line>& lines = prints.lines(*first);
  const auto part = static_cast<double>(carried.at(*first));
  if (part < min_part * static_cast<double>(lines.size())) return;
  for (const Line& line : lines) {
    if (line.shared != FirstPrints::not_shared) continue;
    found.filled_in.emplace(SentenceRef{*first, line.sentence}, text);
  }
}

}  // namespace twosource

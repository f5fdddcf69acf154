#include "twosource/text/headline.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/text/frequencies.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// "The Daily Selne Post Online" is as long as names of outlets get.
constexpr std::size_t longest_outlet_name = 5;

// From 1 in 1,000 words on; "the", "after", "new" are more frequent.
constexpr double telling_bits = 10.0;

struct Separator {
  std::string_view text;
  bool certain;  // never stands inside a headline
};
constexpr std::array<Separator, 6> separators = {
    {{" | ", true}, {" :: ", true}, {" · ", true}, {" - ", false}, {" – ", false}, {" — ", false}}};

// "CBS News" and "www.cbsnews.com" both hold "cbsnews".
std::string without_gaps(std::string_view text) {
  std::string joined;
  for (const Word& word : find_words(text)) joined += fold_word(slice(text, word.span));
  return joined;
}

bool names_outlet(std::string_view part, const Article& article) {
  const std::string name = without_gaps(part);
  if (name.empty()) return false;
  return without_gaps(article.outlet).find(name) != std::string::npos ||
         without_gaps(article.url.substr(0, article.url.find('/', 8))).find(name) !=
             std::string::npos;
}

}  // namespace

Span headline_of(const Article& article) {
  const std::string_view title = title_of(article);
  for (const Separator& separator : separators) {
    const std::size_t at = title.rfind(separator.text);
    if (at == std::string_view::npos || find_words(title.substr(0, at)).empty()) continue;
    const std::string_view part = title.substr(at + separator.text.size());
    if (find_words(part).size() > longest_outlet_name) continue;
    if (!separator.certain && !names_outlet(part, article)) continue;
    return {article.title.begin, article.title.begin + static_cast<std::uint32_t>(at)};
  }
  return article.title;
}

std::vector<std::uint64_t> telling_headline_words(const Article& article,
                                                  std::string_view language) {
  const WordFrequencies& frequencies = WordFrequencies::background(language);
  std::vector<std::uint64_t> hashes;
  for (const Word& word : find_words(slice(article.text, headline_of(article)))) {
    if (frequencies.bits(word.hash) >= telling_bits) hashes.push_back(word.hash);
  }
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

bool are_unrelated(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (a.empty() || b.empty()) return false;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return false;
    *i < *j ? ++i : ++j;
  }
  return true;
}

}  // namespace twosource

#include "twosource/engine/coverage.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace twosource {

Coverage measure_coverage(std::span<const Article> articles, std::span<const Analysis> analyses) {
  Coverage coverage;
  coverage.articles = static_cast<std::uint32_t>(articles.size());
  for (const Article& article : articles) {
    coverage.undated += article.published ? 0U : 1U;
    coverage.no_outlet += article.outlet.empty() ? 1U : 0U;
  }
  std::map<std::string, std::uint32_t> languages;
  for (const Analysis& analysis : analyses) ++languages[analysis.language];
  coverage.languages.assign(languages.begin(), languages.end());
  return coverage;
}

}  // namespace twosource

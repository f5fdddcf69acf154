#include "twosource/engine/coverage.hpp"

#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

#include "twosource/text/tagging.hpp"

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

void add_unread_languages(Report& report) {
  const auto others = std::count_if(report.analyses.begin(), report.analyses.end(),
                                    [](const Analysis& analysis) { return !is_english(analysis); });
  if (others == 0) return;
  report.coverage.unanalysed.push_back(fmt::format(
      "Statements and names are looked for in English only: {} in other languages {} none.",
      others == 1 ? "one article" : fmt::format("{} articles", others),
      others == 1 ? "has" : "have"));
}

}  // namespace twosource

// Given: `article`, or sections `article NAME`. Computed:
//   times  one line a time expression, by article and place: words | kind | value | doubt, the last
//          only where there is one; with more than one article its name before it
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/cases/case_articles.hpp"
#include "tests/cases/stages.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/time/times.hpp"

namespace twosource::tests {

std::optional<std::string> render_time(const GoldenCase& golden, std::string_view output) {
  if (output != "times") return std::nullopt;
  std::vector<Article> articles = articles_of(golden);
  if (articles.empty()) articles.push_back(make_article("article", golden.text_of("article")));
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const Article& article = articles[i];
    Analysis analysis = analyze_structure(article, analyze_words(article));
    if (article.language.empty()) analysis.language = "en";  // a line or two is too little to tell
    for (const TimeExpression& time : read_times(static_cast<ArticleIndex>(i), article, analysis)) {
      std::string words(slice(article.text, time.span));
      std::replace(words.begin(), words.end(), '\n', ' ');
      std::string line = fmt::format("{} | {} | {}", words, name_of(time.kind), time.value);
      if (time.doubt != TimeDoubt::none) line += fmt::format(" | {}", name_of(time.doubt));
      lines.push_back(articles.size() == 1 ? line : fmt::format("{}: {}", article.id, line));
    }
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

}  // namespace twosource::tests

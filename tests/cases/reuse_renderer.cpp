// Given: sections `article NAME`. Computed: `copies`, two lines for each: whose code points are
// equal to whose, then the words of the first article.
#include <fmt/format.h>

#include "tests/cases/case_articles.hpp"
#include "tests/cases/stages.hpp"
#include "twosource/base/code_points.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::tests {
namespace {

std::string place_of(const Article& article, Span span) {
  const CodePointMap map(article.text);
  return fmt::format("{} {}-{}", article.id, map.at(span.begin), map.at(span.end));
}

std::string one_line(std::string_view text) {
  std::string line;
  for (char c : text) line += c == '\n' ? ' ' : c;
  return line;
}

}  // namespace

std::optional<std::string> render_reuse(const GoldenCase& golden, std::string_view output) {
  if (output != "copies") return std::nullopt;
  const std::vector<Article> articles = articles_of(golden);
  std::vector<Analysis> analyses;
  analyses.reserve(articles.size());
  for (const Article& article : articles) {
    analyses.push_back(analyze_structure(article, analyze_words(article)));
  }
  std::string out;
  for (const Copy& copy : find_copies(articles, analyses, Jobs{1}).copies) {
    if (!out.empty()) out += '\n';
    out += fmt::format("{} = {} {}{}{}\n    {}", place_of(articles[copy.a], copy.a_span),
                       place_of(articles[copy.b], copy.b_span), name_of(copy.kind),
                       copy.quoted() ? " quoted" : "",
                       copy.furniture ? " furniture"
                       : copy.formula ? " formula"
                                      : "",
                       one_line(slice(articles[copy.a].text, copy.a_span)));
  }
  return out.empty() ? "none" : out;
}

}  // namespace twosource::tests

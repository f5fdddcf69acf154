#include "twosource/engine/why.hpp"
#include <utility>

#include "cli/outcome.hpp"
#include "twosource/engine/tables.hpp"
#include "twosource/report/pair.hpp"

namespace twosource::cli {
namespace {

Delivery write_explanation(const Options& options, const Report& report, const OriginTables& tables,
                           ArticleIndex a, ArticleIndex b) {
  const PairExplanation pair = explain(report, tables, a, b);
  if (options.json || options.json_lines) {
    const JsonShape shape = options.json ? JsonShape::document : JsonShape::lines;
    return deliver(options, pair_json(report, pair, shape));
  }
  return deliver(options, render_pair(report, pair, style_of(options)));
}

// The two articles that the user named, or what is wrong with the names.
Result<std::pair<ArticleIndex, ArticleIndex>> find_pair(const Report& report,
                                                        const std::vector<std::string>& names) {
  const Result<ArticleIndex> a = find_article(report, names[0]);
  if (!a) return a.error();
  const Result<ArticleIndex> b = find_article(report, names[1]);
  if (!b) return b.error();
  if (*a == *b) return Error{ErrorKind::usage, "--pair wants two different articles"};
  return std::pair(*a, *b);
}

}  // namespace

int why(const Options& options, const std::vector<std::string>& names) {
  bool named_wrong = false;
  const int code = with_report(options, Depth::origins, [&](const Report& report) {
    const auto pair = find_pair(report, names);
    const auto tables = load_tables(options.settings);
    if (pair && tables) {
      return write_explanation(options, report, *tables, pair->first, pair->second);
    }
    named_wrong = true;
    complain(pair ? tables.error().message : pair.error().message);
    return Delivery::failed;
  });
  return named_wrong ? int{exit_usage} : code;
}

}  // namespace twosource::cli

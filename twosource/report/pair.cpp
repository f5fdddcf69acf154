#include "twosource/report/pair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "twosource/base/json.hpp"
#include "twosource/report/records.hpp"
#include "twosource/report/terminal_page.hpp"
#include "twosource/report/view.hpp"

namespace twosource {
namespace {

// A passage that goes on for a page is recognised by its first lines.
constexpr std::size_t words_of_passage_shown = 400;  // bytes

std::string head_of(std::string_view passage) {
  if (passage.size() <= words_of_passage_shown) return std::string(passage);
  const std::size_t end = passage.rfind(' ', words_of_passage_shown);
  return std::string(passage.substr(0, end == std::string_view::npos ? 0 : end)) + " …";
}

void print_article(TerminalPage& page, const Report& report, ArticleIndex index) {
  const Article& article = report.articles[index];
  page.entry(number_of(index), fmt::format("{} · {} · {}", title_or_none(title_of(article)),
                                           outlet_of(article), time_of(article)));
}

void print_passages(TerminalPage& page, const Report& report, const PairExplanation& pair) {
  const char* label = "Passages";
  for (const std::size_t i : pair.copies) {
    const Copy& copy = report.copies[i];
    page.item(std::exchange(label, ""), name_of(copy.kind),
              fmt::format("“{}”", head_of(slice(report.articles[copy.b].text, copy.b_span))));
  }
}

}  // namespace

std::string render_pair(const Report& report, const PairExplanation& pair,
                        const TerminalStyle& style) {
  const ReportView view(report);
  TerminalPage page(style);
  page.heading(pair.same_story ? "Joined: one story" : "Kept apart: two stories");
  print_article(page, report, pair.a);
  print_article(page, report, pair.b);
  const char* label = "Because";
  for (const Reason& reason : pair.reasons) page.entry(std::exchange(label, ""), reason.text);
  print_passages(page, report, pair);
  label = "Origins";
  for (const OriginIndex i : pair.shared_origins) {
    page.item(std::exchange(label, ""), view.label(i), report.origins.origins[i].name);
  }
  if (pair.shared_origins.empty()) {
    page.entry(label,
               "No origin has sentences in both: as far as the texts show, neither rests on "
               "the other. That is no proof of independence.");
  }
  return page.take();
}

std::string pair_json(const Report& report, const PairExplanation& pair, JsonShape shape) {
  RecordMaker maker(report);
  Json record = maker.pair(pair);
  if (shape == JsonShape::lines) return to_json(record) + "\n";
  Json::Array problems;
  for (std::size_t i = 0; i < report.problems.size(); ++i) problems.push_back(maker.problem(i));
  const Json document(Json::Object{{"schema", "twosource/pairs/1"},
                                   {"version", library_version()},
                                   {"pairs", Json::Array{std::move(record)}},
                                   {"problems", std::move(problems)},
                                   {"coverage", maker.coverage()}});
  return to_json(document, true) + "\n";
}

}  // namespace twosource

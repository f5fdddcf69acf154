// Flags on the page: a mark in the article's text, and a list above it that says what each means.
// The text itself stays as it is: whoever copies it, or the script that puts two side by side, gets
// the stored text.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>

#include "twosource/base/unicode.hpp"
#include "twosource/report/html_accounts.hpp"
#include "twosource/report/html_text.hpp"
#include "twosource/report/printable.hpp"
#include "twosource/report/words.hpp"

namespace twosource {
namespace {

constexpr std::size_t flags_listed = 40;  // of one article; the rest is only marked
constexpr std::size_t excerpt_columns = 90;

}  // namespace

std::string flagged_text(const ReportView& view, ArticleIndex article) {
  const Report& report = view.report();
  const std::string_view text = report.articles[article].text;
  std::string out;
  std::uint32_t at = 0;
  for (const std::uint32_t i : view.flags_of(article)) {
    const Flag& flag = report.flags[i];
    const std::uint32_t begin = std::max(at, flag.place.span.begin);
    if (begin >= flag.place.span.end) continue;  // inside the one before
    out += escape_html(text.substr(at, begin - at));
    fmt::format_to(std::back_inserter(out),
                   R"(<mark class="flag" id="flag-{0}" title="{1}">{2}</mark>)", i + 1,
                   html_line(fmt::format("{}: {}", words_of(flag.kind), flag.note)),
                   escape_html(text.substr(begin, flag.place.span.end - begin)));
    at = flag.place.span.end;
  }
  return out + escape_html(text.substr(at));
}

std::string flag_list(const ReportView& view, ArticleIndex article) {
  const Report& report = view.report();
  const std::span<const std::uint32_t> flags = view.flags_of(article);
  if (flags.empty()) return {};
  std::string out = R"(<ul class="flags">)";
  std::uint32_t marked = 0;
  for (std::size_t k = 0; k < std::min(flags.size(), flags_listed); ++k) {
    const Flag& flag = report.flags[flags[k]];
    const std::string words = html_line(truncate_to_width(
        printable(slice(report.articles[article].text, flag.place.span)), excerpt_columns));
    const bool has_mark = flag.place.span.end > marked;
    marked = std::max(marked, flag.place.span.end);
    const std::string place =
        has_mark ? fmt::format(R"(<a href="#flag-{}">“{}”</a>)", flags[k] + 1, words)
                 : fmt::format("“{}”", words);
    fmt::format_to(std::back_inserter(out),
                   R"(<li><strong>{}</strong> <span dir="auto">{}</span> {}</li>)",
                   words_of(flag.kind), place, html_sentence(flag.note, report.articles.size()));
  }
  if (flags.size() > flags_listed)
    fmt::format_to(std::back_inserter(out),
                   R"(<li class="quiet">… {} more, marked in the text</li>)",
                   flags.size() - flags_listed);
  return out + "</ul>";
}

}  // namespace twosource

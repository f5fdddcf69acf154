#include "twosource/report/html_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "twosource/base/unicode.hpp"
#include "twosource/report/html_text.hpp"
#include "twosource/report/printable.hpp"

namespace twosource {
namespace {

constexpr std::size_t numbers_shown = 12;
constexpr std::size_t short_columns = 300;

}  // namespace

std::string html_numbers(const std::vector<ArticleIndex>& articles) {
  std::string out;
  const std::size_t shown = std::min(articles.size(), numbers_shown);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += ' ';
    out += html_number(articles[i]);
  }
  if (articles.size() > shown)
    out += fmt::format(R"( <span class="quiet">and {} more</span>)", articles.size() - shown);
  return out;
}

std::string html_short(std::string_view text) {
  return escape_html(truncate_to_width(printable(text), short_columns));
}

void HtmlFold::before(std::size_t index, const char* close, const char* open) {
  if (index != in_full_) return;
  fmt::format_to(std::back_inserter(out_), "{}<details class=\"rest\"><summary>{} more</summary>{}",
                 close, count_ - in_full_, open);
}

void HtmlFold::end() {
  if (count_ > at_most_)
    fmt::format_to(std::back_inserter(out_),
                   R"(<p class="quiet">… {} more, all in report.json</p>)", count_ - at_most_);
  if (shown() > in_full_) out_ += "</details>\n";
}

}  // namespace twosource

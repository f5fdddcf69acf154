#include "bench/read_text_times.hpp"

#include "twosource/text/analyze.hpp"
#include "twosource/time/times.hpp"

namespace twosource::bench {

std::vector<TimeExpression> read_text_times(std::string_view text,
                                            std::optional<std::int64_t> anchor, TimeStyle style) {
  Article article;
  article.text = text;
  article.body = {0, static_cast<std::uint32_t>(text.size())};
  article.language = "en";
  if (anchor) article.published = Published{*anchor, DatePrecision::second, DateSource::metadata};
  Analysis analysis = analyze_structure(article, analyze_words(article));
  analysis.language = "en";
  return read_times(0, article, analysis, style);
}

}  // namespace twosource::bench

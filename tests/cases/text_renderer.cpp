// Given: `article`. Computed: `words` (folded), `paragraphs`, `sentences`, `quotations` (one a
// line; a line break inside is shown as ⏎) and `language`.
#include "tests/cases/case_articles.hpp"
#include "tests/cases/stages.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/words.hpp"

namespace twosource::tests {
namespace {

std::string one_line(std::string_view text) {
  std::string line;
  for (char c : text) {
    if (c == '\n') {
      line += "⏎";
    } else {
      line += c;
    }
  }
  return line;
}

std::string render_words(const Article& article, const Analysis& analysis) {
  std::string out;
  for (const Word& word : analysis.words) {
    if (!out.empty()) out += ' ';
    out += fold_word(slice(article.text, word.span));
  }
  return out;
}

std::string render_spans(const Article& article, const std::vector<Span>& spans) {
  std::string out;
  for (Span span : spans) {
    if (span.empty()) continue;  // no title
    if (!out.empty()) out += '\n';
    out += one_line(slice(article.text, span));
  }
  return out;
}

std::string render_quotations(const Article& article, const Analysis& analysis) {
  std::string out;
  for (const Quotation& quotation : analysis.quotations) {
    if (!out.empty()) out += '\n';
    if (quotation.continued) out += "(continued) ";
    out += one_line(slice(article.text, quotation.span));
    if (!quotation.closed) out += " (not closed)";
  }
  return out;
}

}  // namespace

std::optional<std::string> render_text(const GoldenCase& golden, std::string_view output) {
  const Article article = make_article("article", golden.text_of("article"));
  const Analysis analysis = analyze_structure(article, analyze_words(article));
  if (output == "words") return render_words(article, analysis);
  if (output == "paragraphs") return render_spans(article, analysis.paragraphs);
  if (output == "sentences") return render_spans(article, analysis.sentences);
  if (output == "quotations") return render_quotations(article, analysis);
  if (output == "language") return analysis.language;
  return std::nullopt;
}

}  // namespace twosource::tests

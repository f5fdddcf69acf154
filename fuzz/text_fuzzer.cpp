// text: whatever the bytes, the analysis of an article keeps its promises: words, paragraphs,
// sentences and quotations in order, inside the text, and (in valid UTF-8) on borders of code
// points. The first line is the title, as in a plain text file.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/unicode.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/words.hpp"

namespace {

using twosource::Article;
using twosource::Span;

void require(bool promise) {
  if (!promise) std::abort();
}

bool on_border(std::string_view text, std::uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const twosource::CodePoint c = twosource::code_point_at(text, i);
    if (c.value == 0xFFFD && c.size == 1) return false;
    i += c.size;
  }
  return true;
}

Article make_article(const std::string& text) {
  Article article;
  article.text = text;
  const auto size = static_cast<std::uint32_t>(text.size());
  const std::size_t line = text.find('\n');
  const std::uint32_t title_end = line == std::string::npos ? 0 : static_cast<std::uint32_t>(line);
  article.title = {0, title_end};
  article.body = {title_end, size};
  return article;
}

// In order, never overlapping, inside the text.
void check_order(std::string_view text, const std::vector<Span>& spans) {
  const bool valid = is_valid_utf8(text);
  std::uint32_t at = 0;
  for (Span span : spans) {
    require(at <= span.begin && span.begin <= span.end && span.end <= text.size());
    if (valid) require(on_border(text, span.begin) && on_border(text, span.end));
    at = span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t longest = 65'536;
  if (size > longest) return 0;
  const Article article = make_article(std::string(data, data + size));
  const twosource::Analysis analysis =
      twosource::analyze_structure(article, twosource::analyze_words(article));

  std::vector<Span> words;
  for (const twosource::Word& word : analysis.words) {
    words.push_back(word.span);
    const std::string folded = twosource::fold_word(twosource::slice(article.text, word.span));
    require(word.hash == twosource::hash_folded(folded));
  }
  std::vector<Span> quotations;
  for (const twosource::Quotation& quotation : analysis.quotations) {
    quotations.push_back(quotation.span);
    require(quotation.span.contains(quotation.content) && !quotation.content.empty());
  }
  check_order(article.text, words);
  check_order(article.text, analysis.paragraphs);
  check_order(article.text, analysis.sentences);
  check_order(article.text, quotations);
  return 0;
}

#include "twosource/text/analyze.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "twosource/text/embedded_posts.hpp"
#include "twosource/text/language.hpp"
#include "twosource/text/paragraphs.hpp"
#include "twosource/text/quotations.hpp"
#include "twosource/text/sentences.hpp"
#include "twosource/text/words.hpp"

namespace twosource {

Analysis analyze_words(const Article& article) {
  Analysis analysis;
  analysis.words = find_words(article.text);
  const auto body =
      std::partition_point(analysis.words.begin(), analysis.words.end(),
                           [&](const Word& word) { return word.span.begin < article.body.begin; });
  analysis.body_word = static_cast<std::uint32_t>(body - analysis.words.begin());
  return analysis;
}

Analysis analyze_structure(const Article& article, Analysis light) {
  Analysis analysis = std::move(light);
  const std::string_view body = slice(article.text, article.body);
  analysis.language = settle_language(body.empty() ? article.text : body, article.language);
  analysis.paragraphs = find_paragraphs(article.text, article.body);

  analysis.sentences = {article.title};
  SentenceFinder sentences(analysis.language);
  for (Span paragraph : analysis.paragraphs) {
    const std::vector<Span> found = sentences.find(article.text, paragraph);
    analysis.sentences.insert(analysis.sentences.end(), found.begin(), found.end());
  }

  // Apart from the body: a headline's open mark is no reason for the first paragraph to go on.
  analysis.quotations = find_quotations(article.text, std::vector<Span>{article.title});
  const std::vector<Quotation> quoted =
      add_posts(find_quotations(article.text, analysis.paragraphs),
                find_embedded_posts(article.text, analysis.paragraphs));
  analysis.quotations.insert(analysis.quotations.end(), quoted.begin(), quoted.end());
  return analysis;
}

}  // namespace twosource

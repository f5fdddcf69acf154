// What is an article about? Its rare words, weighed as search engines do (tf-idf, Sparck Jones
// 1972): often in this article, seldom in others.
//
// Seldom is known from two sides. The built-in tables say that "minister" is common in news and
// "Brisa" is not; they are right for ten articles about one ferry, where "Brisa" is in all. The
// collection says that "Brisa" tells little among a thousand articles about ferries. So both are
// counted together, the built-in ones as if they were a few thousand articles more.
//
// Names say more than other words: two accidents share their vocabulary, not their people.
#include "twosource/story/terms.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/text/frequencies.hpp"
#include "twosource/text/headline.hpp"

namespace twosource {
namespace {

// A word of a headline says what it is about from 1 in 1,000 words on.
constexpr double telling_bits = 10.0;
// So many of them, and none in the body: the body is something else.
constexpr std::size_t telling_words_needed = 2;

struct Count {
  std::uint64_t hash = 0;
  std::uint32_t in_headline = 0;
  std::uint32_t in_body = 0;
  bool name = false;
};

using Spans = std::vector<Span>;

std::vector<Spans> standing_spans(std::size_t articles, std::span<const Copy> copies,
                                  const std::vector<bool>& standing) {
  std::vector<Spans> all(articles);
  for (std::size_t i = 0; i < copies.size(); ++i) {
    if (!standing[i]) continue;
    all[copies[i].a].push_back(copies[i].a_span);
    all[copies[i].b].push_back(copies[i].b_span);
  }
  for (Spans& spans : all) {
    std::sort(spans.begin(), spans.end());
    Spans merged;
    for (Span span : spans) {
      if (!merged.empty() && span.begin <= merged.back().end) {
        merged.back().end = std::max(merged.back().end, span.end);
      } else {
        merged.push_back(span);
      }
    }
    spans = std::move(merged);
  }
  return all;
}

bool lies_in(const Spans& spans, Span word) {
  const auto behind =
      std::partition_point(spans.begin(), spans.end(), [&](Span s) { return s.end <= word.begin; });
  return behind != spans.end() && behind->begin <= word.begin;
}

// A capital letter where the sentence before goes on: behind a word or a comma and a blank.
bool is_name(std::string_view text, Span word) {
  if (!is_upper(code_point_at(text, word.begin).value) || word.begin < 2) return false;
  const char blank = text[word.begin - 1];
  const char before = text[word.begin - 2];
  if (blank == '-') return true;
  return blank == ' ' && (before == ',' || before == ';' || before == '(' ||
                          is_letter(code_point_before(text, word.begin - 1).value) ||
                          is_digit(code_point_before(text, word.begin - 1).value));
}

// Each different word once, ordered by hash.
std::vector<Count> count_words(const Article& article, const Analysis& analysis,
                               const Spans& standing) {
  const Span headline = headline_of(article);
  std::vector<Count> counts;
  counts.reserve(analysis.words.size());
  for (std::size_t i = 0; i < analysis.words.size(); ++i) {
    const Word& word = analysis.words[i];
    if (i < analysis.body_word) {
      if (headline.contains(word.span)) counts.push_back({word.hash, 1, 0, false});
    } else if (!lies_in(standing, word.span)) {
      counts.push_back({word.hash, 0, 1, is_name(article.text, word.span)});
    }
  }
  std::sort(counts.begin(), counts.end(),
            [](const Count& x, const Count& y) { return x.hash < y.hash; });
  std::vector<Count> different;
  for (const Count& count : counts) {
    if (different.empty() || different.back().hash != count.hash) {
      different.push_back(count);
    } else {
      different.back().in_headline += count.in_headline;
      different.back().in_body += count.in_body;
      different.back().name = different.back().name || count.name;
    }
  }
  return different;
}

// Whether the body has enough words, and is about the headline where that says anything.
bool says_something(const std::vector<Count>& counts, const WordFrequencies& frequencies,
                    std::size_t fewest_words) {
  std::size_t body_words = 0;
  std::size_t telling = 0;
  std::size_t taken_up = 0;
  for (const Count& count : counts) {
    if (count.in_body > 0) ++body_words;
    if (count.in_headline == 0 || frequencies.bits(count.hash) < telling_bits) continue;
    ++telling;
    if (count.in_body > 0) ++taken_up;
  }
  return body_words >= fewest_words && (telling < telling_words_needed || taken_up > 0);
}

using DocumentCounts = boost::unordered_flat_map<std::uint64_t, std::uint32_t>;

DocumentCounts count_documents(const std::vector<std::vector<Count>>& counts) {
  DocumentCounts documents;
  for (const std::vector<Count>& article : counts) {
    for (const Count& count : article) ++documents[count.hash];
  }
  return documents;
}

// Keeps the heaviest terms and makes their squares add up to 1.
Terms heaviest(Terms terms, std::size_t most) {
  const auto heavier = [](const Term& x, const Term& y) {
    return x.weight != y.weight ? x.weight > y.weight : x.hash < y.hash;
  };
  std::sort(terms.begin(), terms.end(), heavier);
  if (terms.size() > most) terms.resize(most);
  std::sort(terms.begin(), terms.end(),
            [](const Term& x, const Term& y) { return x.hash < y.hash; });
  double squares = 0.0;
  for (const Term& term : terms) squares += term.weight * term.weight;
  for (Term& term : terms) term.weight /= std::sqrt(squares);
  return terms;
}

}  // namespace

std::vector<Terms> weigh_terms(std::span<const Article> articles,
                               std::span<const Analysis> analyses, std::span<const Copy> copies,
                               const std::vector<bool>& standing, const TermRules& rules) {
  const std::vector<Spans> left_out = standing_spans(articles.size(), copies, standing);
  std::vector<std::vector<Count>> counts(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    counts[i] = count_words(articles[i], analyses[i], left_out[i]);
  }
  const DocumentCounts documents = count_documents(counts);
  const double all = rules.background_articles + static_cast<double>(articles.size());

  std::vector<Terms> terms(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const WordFrequencies& frequencies = WordFrequencies::background(analyses[i].language);
    if (!says_something(counts[i], frequencies, rules.fewest_words)) continue;
    for (const Count& count : counts[i]) {
      const double background = rules.background_articles * std::exp(-frequencies.idf(count.hash));
      const double idf = std::log(all / (background + documents.at(count.hash)));
      const double uses = rules.title_weight * count.in_headline + count.in_body;
      const double name = count.name ? rules.name_weight : 1.0;
      terms[i].push_back({count.hash, (1.0 + std::log(uses)) * idf * name});
    }
    terms[i] = heaviest(std::move(terms[i]), rules.most_terms);
  }
  return terms;
}

double cosine(const Terms& a, const Terms& b) {
  double sum = 0.0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->hash == j->hash) {
      sum += i++->weight * j++->weight;
    } else {
      i->hash < j->hash ? ++i : ++j;
    }
  }
  return sum;
}

}  // namespace twosource

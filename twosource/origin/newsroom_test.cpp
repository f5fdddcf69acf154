#include "twosource/origin/newsroom_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <utility>

#include "twosource/base/parallel.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/origins.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource {
namespace {

constexpr std::size_t min_run = 8;
constexpr std::size_t max_gap = 6;

std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = year / 400;
  const auto of_era = static_cast<unsigned>(year - era * 400);
  const unsigned of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  const unsigned days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
  return era * 146097 + static_cast<std::int64_t>(days) - 719468;
}

std::optional<Published> read_published(const std::string& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  const int fields = std::sscanf(text.c_str(), "%d-%u-%u %d:%d", &year, &month, &day, &hour,
                                 &minute);  // NOLINT(cert-err34-c): the tests' own text
  if (fields < 3) return std::nullopt;
  Published published{.unix_seconds = days_from_civil(year, month, day) * 86400,
                      .precision = fields < 5 ? DatePrecision::day : DatePrecision::minute,
                      .source = DateSource::metadata};
  published.unix_seconds += hour * 3600 + minute * 60;
  return published;
}

struct Run {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t size = 0;
};

std::vector<Run> equal_runs(const Analysis& a, const Analysis& b) {
  std::vector<Run> runs;
  for (std::size_t i = a.body_word; i < a.words.size(); ++i) {
    for (std::size_t j = b.body_word; j < b.words.size(); ++j) {
      const bool inside =
          i > a.body_word && j > b.body_word && a.words[i - 1].hash == b.words[j - 1].hash;
      if (inside) continue;  // part of a longer run
      std::size_t size = 0;
      while (i + size < a.words.size() && j + size < b.words.size() &&
             a.words[i + size].hash == b.words[j + size].hash) {
        ++size;
      }
      if (size >= min_run) runs.push_back({i, j, size});
    }
  }
  return runs;
}

Span words_span(const Analysis& analysis, std::size_t first, std::size_t size) {
  return {analysis.words[first].span.begin, analysis.words[first + size - 1].span.end};
}

double quoted_share(const Analysis& analysis, Span span) {
  double words = 0;
  double quoted = 0;
  for (const Word& word : analysis.words) {
    if (!span.contains(word.span)) continue;
    ++words;
    const bool inside = std::ranges::any_of(analysis.quotations, [&](const Quotation& quotation) {
      return quotation.span.contains(word.span);
    });
    if (inside) ++quoted;
  }
  return words == 0 ? 0.0 : quoted / words;
}

Copy make_copy(ArticleIndex a, ArticleIndex b, const Analysis& x, const Analysis& y,
               const std::vector<Run>& runs) {
  Copy copy{.id = {}, .a = a, .b = b, .runs = {}, .reasons = {}};
  const Run& first = runs.front();
  const Run& last = runs.back();
  const std::size_t words_a = last.a + last.size - first.a;
  const std::size_t words_b = last.b + last.size - first.b;
  copy.a_span = words_span(x, first.a, words_a);
  copy.b_span = words_span(y, first.b, words_b);
  copy.kind = runs.size() == 1 ? CopyKind::verbatim : CopyKind::edited;
  copy.words_a = static_cast<std::uint32_t>(words_a);
  copy.words_b = static_cast<std::uint32_t>(words_b);
  for (const Run& run : runs) {
    copy.equal_words += static_cast<std::uint32_t>(run.size);
    copy.runs.push_back({words_span(x, run.a, run.size), words_span(y, run.b, run.size)});
  }
  constexpr double bits_of_word = 15.0;  // these rooms are small, and their words are rare
  copy.evidence = bits_of_word * copy.equal_words;
  copy.quoted_share_a = quoted_share(x, copy.a_span);
  copy.quoted_share_b = quoted_share(y, copy.b_span);
  return copy;
}

bool follows(const Run& last, const Run& next) {
  const std::size_t end_a = last.a + last.size;
  const std::size_t end_b = last.b + last.size;
  return next.a >= end_a && next.b >= end_b && next.a - end_a <= max_gap &&
         next.b - end_b <= max_gap;
}

}  // namespace

Article make_print(const std::string& name, const Print& print) {
  Article article{.id = name,
                  .path = name,
                  .text = print.text,
                  .outlet = print.outlet,
                  .owner = {},
                  .url = print.url,
                  .language = {},
                  .authors = print.authors};
  const auto size = static_cast<std::uint32_t>(article.text.size());
  const auto title_end = static_cast<std::uint32_t>(article.text.find("\n\n"));
  article.title = {0, title_end};
  article.body = {title_end + 2, size};
  article.published = read_published(print.published);
  return article;
}

std::vector<Copy> plain_copies(const std::vector<Article>& articles,
                               const std::vector<Analysis>& analyses) {
  std::vector<Copy> copies;
  for (ArticleIndex a = 0; a < articles.size(); ++a) {
    for (ArticleIndex b = a + 1; b < articles.size(); ++b) {
      std::vector<Run> open;
      for (const Run& run : equal_runs(analyses[a], analyses[b])) {
        if (!open.empty() && !follows(open.back(), run)) {
          copies.push_back(make_copy(a, b, analyses[a], analyses[b], open));
          open.clear();
        }
        open.push_back(run);
      }
      if (!open.empty()) copies.push_back(make_copy(a, b, analyses[a], analyses[b], open));
    }
  }
  return copies;
}

Newsroom::Newsroom(const std::vector<Print>& prints) {
  Story story{.id = "story", .title = "story", .articles = {}, .links = {}};
  for (std::size_t i = 0; i < prints.size(); ++i) {
    articles.push_back(make_print(std::to_string(i), prints[i]));
    analyses.push_back(analyze_structure(articles.back(), analyze_words(articles.back())));
    story.articles.push_back(static_cast<ArticleIndex>(i));
  }
  copies = plain_copies(articles, analyses);
  stories.push_back(std::move(story));
}

Origins Newsroom::trace(const OriginTables& tables) const {
  const std::vector<Copy> directed = direct_copies(articles, analyses, copies, tables);
  return trace_origins({articles, analyses, directed, stories, Jobs{}}, tables);
}

std::string Newsroom::sum() const {
  const Sum sum = trace().sums.front();
  return fmt::format("{} shown, at most {}", sum.shown, sum.possible);
}

std::string Newsroom::counted() const {
  std::string lines;
  for (const Origin& origin : trace().origins) {
    if (!origin.counted) continue;
    if (!lines.empty()) lines += '\n';
    lines += origin.name;
    for (const ArticleIndex article : origin.articles) lines += fmt::format(" {}", article);
  }
  return lines;
}

std::string Newsroom::origin_of(ArticleIndex article, std::string_view begin) const {
  const Origins origins = trace();
  for (std::uint32_t i = 1; i < analyses[article].sentences.size(); ++i) {
    const Span span = analyses[article].sentences[i];
    if (!slice(articles[article].text, span).starts_with(begin)) continue;
    for (const SentenceOrigin& sentence : origins.sentences) {
      if (sentence.article == article && sentence.sentence == i) {
        return origins.origins[sentence.origin].name;
      }
    }
    return "-";
  }
  return "?";
}

}  // namespace twosource

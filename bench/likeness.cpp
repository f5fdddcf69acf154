// Is what the generator writes like what outlets print? The same engine looks at real articles and
// at generated ones; the quartiles of what it finds have to be alike, or figures on generated
// articles say nothing.
//
//   passage words    words of a shared passage (longer side), quotations and furniture left out
//   equal run words  runs of equal words inside them
//   edited share     of the passages that are not word for word
//   edit rate        of an edited passage: words of the longer side that are not equal
//   shared share     of a pair with a passage: words of the shorter article that the other one has
//   partners         articles that an article shares passages with, where it does
//   alone            articles that share nothing
//
// PATH: real articles first, for example articles.jsonl of ground_news_2025; a second path names
// base texts for the generator, without one it writes its made-up language. Articles of fewer than
// 500 bytes (failed downloads) are left out. --articles says how many are generated (default: as
// many as real ones).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/collection.hpp"
#include "bench/evaluations.hpp"
#include "bench/generator/collected.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t shortest_article = 500;  // bytes

// Everything that is compared, one list of values each.
struct Likeness {
  std::size_t articles = 0;
  std::vector<double> article_words;
  std::vector<double> passage_words;
  std::vector<double> run_words;
  std::vector<double> edit_rates;
  std::vector<double> shared_shares;
  std::vector<double> partners;
  double edited_share = 0.0;
  double alone = 0.0;
};

double share_of(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::uint32_t words_between(const Analysis& analysis, Span span) {
  const auto begin = std::ranges::lower_bound(analysis.words, span.begin, {},
                                              [](const Word& word) { return word.span.begin; });
  const auto end = std::ranges::lower_bound(analysis.words, span.end, {},
                                            [](const Word& word) { return word.span.begin; });
  return static_cast<std::uint32_t>(end - begin);
}

// The aligned runs of a copy; one that is word for word need not list them.
std::vector<AlignedRun> runs_of(const Copy& copy) {
  return copy.runs.empty() ? std::vector<AlignedRun>{{copy.a_span, copy.b_span}} : copy.runs;
}

// Adds up pairs: how many words of each side the copies cover, counted once.
class Pairs {
 public:
  explicit Pairs(const std::vector<Analysis>& analyses) : analyses_(analyses) {}

  void add(const Copy& copy) { copies_[{copy.a, copy.b}].push_back(&copy); }

  void finish(Likeness& likeness) const {
    std::map<ArticleIndex, double> partners;
    for (const auto& [pair, copies] : copies_) {
      const auto [a, b] = pair;
      const std::uint32_t words_a = body_words(a);
      const std::uint32_t words_b = body_words(b);
      const bool a_is_shorter = words_a <= words_b;
      likeness.shared_shares.push_back(
          std::min(1.0, share_of(covered(copies, a_is_shorter), std::min(words_a, words_b))));
      ++partners[a];
      ++partners[b];
    }
    for (const auto& [article, count] : partners) likeness.partners.push_back(count);
    likeness.alone = 1.0 - share_of(partners.size(), analyses_.size());
  }

 private:
  [[nodiscard]] std::uint32_t body_words(ArticleIndex article) const {
    return static_cast<std::uint32_t>(analyses_[article].words.size()) -
           analyses_[article].body_word;
  }
  [[nodiscard]] std::size_t covered(const std::vector<const Copy*>& copies, bool of_a) const {
    std::set<std::uint32_t> words;
    for (const Copy* copy : copies) {
      const Analysis& analysis = analyses_[of_a ? copy->a : copy->b];
      for (const AlignedRun& run : runs_of(*copy)) {
        const Span span = of_a ? run.a : run.b;
        auto word = std::ranges::lower_bound(analysis.words, span.begin, {},
                                             [](const Word& each) { return each.span.begin; });
        for (; word != analysis.words.end() && word->span.begin < span.end; ++word) {
          words.insert(word->span.begin);
        }
      }
    }
    return words.size();
  }

  const std::vector<Analysis>& analyses_;
  std::map<std::pair<ArticleIndex, ArticleIndex>, std::vector<const Copy*>> copies_;
};

Likeness look_at(const std::vector<Article>& articles, Jobs jobs) {
  std::vector<Analysis> analyses(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    analyses[i] = analyze_structure(articles[i], analyze_words(articles[i]));
  });
  Likeness likeness;
  likeness.articles = articles.size();
  Pairs pairs(analyses);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    likeness.article_words.push_back(
        static_cast<double>(analyses[i].words.size() - analyses[i].body_word));
  }
  for (const Copy& copy : find_copies(articles, analyses, jobs).copies) {
    if (copy.quoted() || copy.furniture) continue;
    pairs.add(copy);
    likeness.passage_words.push_back(std::max(copy.words_a, copy.words_b));
    for (const AlignedRun& run : runs_of(copy)) {
      if (run.equal) likeness.run_words.push_back(words_between(analyses[copy.a], run.a));
    }
    if (copy.kind == CopyKind::verbatim) continue;
    likeness.edit_rates.push_back(1.0 - copy.similarity());
  }
  likeness.edited_share = share_of(likeness.edit_rates.size(), likeness.passage_words.size());
  pairs.finish(likeness);
  return likeness;
}

std::array<double, 3> quartiles(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  const auto at = [&](std::size_t quarter) { return values[(values.size() - 1) * quarter / 4]; };
  return {at(1), at(2), at(3)};
}

void print_quartiles(std::string_view name, const std::vector<double>& real,
                     const std::vector<double>& generated, std::ostream& out) {
  const std::array<double, 3> x = quartiles(real);
  const std::array<double, 3> y = quartiles(generated);
  out << fmt::format("{:16} {:8.2f} {:8.2f} {:8.2f}   {:8.2f} {:8.2f} {:8.2f}\n", name, x[0], x[1],
                     x[2], y[0], y[1], y[2]);
}

void print_value(std::string_view name, double real, double generated, std::ostream& out) {
  out << fmt::format("{:16} {:8} {:8.2f} {:8}   {:8} {:8.2f}\n", name, "", real, "", "", generated);
}

void print_table(const Likeness& real, const Likeness& generated, std::ostream& out) {
  out << fmt::format("{:16} {:>26}   {:>26}\n{:16} {:>8} {:>8} {:>8}   {:>8} {:>8} {:>8}\n", "",
                     fmt::format("real: {} articles", real.articles),
                     fmt::format("generated: {} articles", generated.articles), "", "25 %", "50 %",
                     "75 %", "25 %", "50 %", "75 %");
  print_quartiles("article words", real.article_words, generated.article_words, out);
  print_quartiles("passage words", real.passage_words, generated.passage_words, out);
  print_quartiles("equal run words", real.run_words, generated.run_words, out);
  print_value("edited share", real.edited_share, generated.edited_share, out);
  print_quartiles("edit rate", real.edit_rates, generated.edit_rates, out);
  print_quartiles("shared share", real.shared_shares, generated.shared_shares, out);
  print_quartiles("partners", real.partners, generated.partners, out);
  print_value("alone", real.alone, generated.alone, out);
}

void print_keys(std::string_view side, const Likeness& likeness, std::ostream& out) {
  out << fmt::format("likeness.{0}.articles: {1}\nlikeness.{0}.passage_words: {2:.0f}\n", side,
                     likeness.articles, quartiles(likeness.passage_words)[1]);
  out << fmt::format("likeness.{0}.shared_share: {1:.3f}\nlikeness.{0}.edited_share: {2:.3f}\n",
                     side, quartiles(likeness.shared_shares)[1], likeness.edited_share);
}

}  // namespace

Result<Done> compare_with_reality(const Request& request, std::ostream& out) {
  if (request.paths.empty()) {
    return Error{ErrorKind::usage, "bench likeness wants a file of real articles"};
  }
  Result<std::vector<Article>> real = read_collection(request.paths.front(), {});
  if (!real) return real.error();
  std::erase_if(*real, [](const Article& each) { return each.text.size() < shortest_article; });
  const auto press = open_press(std::span(request.paths).subspan(1));
  if (!press) return press.error();
  const std::uint64_t articles = request.articles == 0 ? real->size() : request.articles;
  const Collected made = collect(**press, {articles, request.seed, {}}, request.jobs);
  const Likeness theirs = look_at(*real, request.jobs);
  const Likeness ours = look_at(made.articles, request.jobs);
  print_table(theirs, ours, out);
  out << "\n";
  print_keys("real", theirs, out);
  print_keys("generated", ours, out);
  return Done{};
}

}  // namespace twosource::bench

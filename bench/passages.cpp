// R1: all passages that the articles of a collection share, with verified places, on one thread.
//
// Timed is the way from texts to passages: words, fingerprints, index, comparison on the texts.
// Not timed: reading and unpacking the file. The figure is the median of five runs; a table shows
// how it grows with the number of articles. The peak of memory is that of the whole process after
// these runs, with the texts.
//
// Recall is measured against a slow twin that knows no fingerprints (passage_twin.hpp), with a
// hundred articles.
//
// Data: any JSON Lines file with `text`; R1 is docs.jsonl.gz of insm-churnalism. A folder of
// `bench generate` is measured as an archive: archive.cpp, R2.
#include "twosource/reuse/passages.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <ostream>
#include <span>
#include <utility>
#include <vector>

#include "bench/archive.hpp"
#include "bench/collection.hpp"
#include "bench/evaluations.hpp"
#include "bench/memory.hpp"
#include "bench/passage_twin.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t timed_runs = 5;
constexpr std::size_t sampled_articles = 100;

struct Measured {
  std::size_t articles = 0;
  double megabytes = 0.0;
  double words_seconds = 0.0;
  double seconds = 0.0;            // with the words
  double processor_seconds = 0.0;  // the same
  Passages found;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Measured run_once(std::span<const Article> articles) {
  Measured measured;
  measured.articles = articles.size();
  for (const Article& article : articles) {
    measured.megabytes += static_cast<double>(article.text.size()) / 1e6;
  }
  const double processor = processor_seconds();
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Analysis> analyses = analyze_light(articles);
  measured.words_seconds = seconds_since(start);
  measured.found = find_passages(articles, analyses, Jobs{1});
  measured.seconds = seconds_since(start);
  measured.processor_seconds = processor_seconds() - processor;
  return measured;
}

Measured median_of(std::span<const Article> articles, std::size_t runs) {
  std::vector<Measured> all;
  for (std::size_t i = 0; i < runs; ++i) {
    all.push_back(run_once(articles));
    if (i > 0) all.back().found = {};
  }
  Passages found = std::move(all.front().found);
  std::sort(all.begin(), all.end(),
            [](const Measured& x, const Measured& y) { return x.seconds < y.seconds; });
  Measured median = std::move(all[runs / 2]);
  median.found = std::move(found);
  return median;
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

// The slow twin's view of what was found.
Recalls measure_recall(std::span<const Article> articles, const Passages& found, Jobs jobs) {
  const std::vector<Analysis> analyses = analyze_light(articles);
  std::vector<BodyText> texts;
  for (const Article& article : articles) texts.push_back({article.text, article.body.begin});
  PlacedPassages placed{found.passages, {}};
  for (const Passage& passage : found.passages) {
    const std::vector<Word>& a = analyses[passage.a].words;
    const std::vector<Word>& b = analyses[passage.b].words;
    for (const WordRun& run : runs_of(found, passage)) {
      placed.runs.push_back({{a[run.a].span.begin, a[run.a + run.size - 1].span.end},
                             {b[run.b].span.begin, b[run.b + run.size - 1].span.end}});
    }
  }
  PassageTwin twin(texts, {}, sampled_articles);
  twin.take(placed);
  return twin.measure(jobs);
}

// ---- What is printed ----

void print_growth(std::span<const Article> articles, std::ostream& out) {
  out << "articles        MB   words s    all s     MB/s   passages\n";
  for (std::size_t count : {std::size_t{1000}, std::size_t{5000}, articles.size()}) {
    if (count > articles.size()) continue;
    const Measured part = median_of(articles.first(count), 3);
    out << fmt::format("{:8} {:9.1f} {:9.3f} {:8.3f} {:8.0f} {:10}\n", part.articles,
                       part.megabytes, part.words_seconds, part.seconds,
                       part.megabytes / part.seconds, part.found.passages.size());
  }
}

}  // namespace

Result<Done> time_passages(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1) {
    return Error{ErrorKind::usage,
                 "bench passages takes one JSON Lines file of articles or a folder of generated "
                 "articles"};
  }
  if (std::filesystem::is_directory(request.paths.front())) return time_archive(request, out);
  const Result<std::vector<Article>> articles =
      read_collection(request.paths.front(), {{{"outlet", "publication"}}});
  if (!articles) return articles.error();

  const Measured measured = median_of(*articles, timed_runs);
  const double peak = peak_megabytes();
  print_growth(*articles, out);
  for (const std::string& limit : measured.found.limits) out << "limit: " << limit << "\n";
  out << fmt::format("\npassages.articles: {}\npassages.megabytes: {:.1f}\n", measured.articles,
                     measured.megabytes);
  out << fmt::format("passages.seconds: {:.3f}\npassages.words_seconds: {:.3f}\n", measured.seconds,
                     measured.words_seconds);
  out << fmt::format("passages.processor_seconds: {:.3f}\n", measured.processor_seconds);
  out << fmt::format("passages.megabytes_per_second: {:.0f}\npassages.peak_megabytes: {:.0f}\n",
                     measured.megabytes / measured.seconds, peak);
  out << fmt::format("passages.found: {}\n", measured.found.passages.size());
  print_recall(measure_recall(*articles, measured.found, request.jobs), out);
  return Done{};
}

}  // namespace twosource::bench

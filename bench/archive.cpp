// R2: all passages of an archive whose words do not fit into memory: a million generated articles,
// 4.9 GB of text.
//
//     twosource bench generate --articles 1000000 -j 2 -o generated/
//     twosource bench passages generated/ -j 2
//
// The texts are mapped. Timed is the way from mapped texts to passages with their places, which are
// counted and dropped, for the first tenth, hundredth ... of the articles too: the table ends with
// the exponent that fits the last two lines (1: linear). Memory is what the process allocates; the
// pages of the mapped texts are the system's and come on top as far as it has room.
//
// Recall is measured against a slow twin (passage_twin.hpp) with a hundred articles, after that.
#include "bench/archive.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include "bench/mapped_texts.hpp"
#include "bench/memory.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t fewest_articles = 10000;  // less is no archive and too quick to time
constexpr std::size_t sampled_articles = 100;

struct Measured {
  std::size_t articles = 0;
  double megabytes = 0.0;
  double seconds = 0.0;
  double cpu_seconds = 0.0;  // of all threads: what other programs take does not count
  double peak_megabytes = 0.0;
  std::uint64_t passages = 0;
  std::vector<std::string> limits;
};

Measured run_once(std::span<const BodyText> texts, Jobs jobs, PassageTwin& twin) {
  Measured measured;
  measured.articles = texts.size();
  for (const BodyText& text : texts) {
    measured.megabytes += static_cast<double>(text.text.size()) / 1e6;
  }
  const MemoryWatch watch;
  const double cpu_before = processor_seconds();
  const auto start = std::chrono::steady_clock::now();
  measured.limits =
      find_archive_passages(texts, jobs, archive_rules, [&](const PlacedPassages& found) {
        measured.passages += found.passages.size();
        twin.take(found);
      });
  measured.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  measured.cpu_seconds = processor_seconds() - cpu_before;
  measured.peak_megabytes = watch.peak_megabytes();
  return measured;
}

// The sizes of the table: all, and tenths of them.
std::vector<std::size_t> sizes_up_to(std::size_t articles) {
  std::vector<std::size_t> sizes = {articles};
  while (sizes.front() / 10 >= fewest_articles) sizes.insert(sizes.begin(), sizes.front() / 10);
  return sizes;
}

}  // namespace

void print_recall(const Recall& recall, std::ostream& out) {
  const auto share = [&](std::size_t part) {
    return recall.runs == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(recall.runs);
  };
  out << fmt::format(
      "\nOracle: {} pairs with an article of the sample share 12 words in a row.\nOf their {} "
      "maximal runs {} are reported, {} told already, {} left out by the stated limit, {} "
      "missing.\n",
      recall.pairs, recall.runs, recall.found, recall.repeated, recall.limited, recall.missing());
  out << fmt::format("passages.oracle_runs: {}\npassages.oracle_limited: {}\n", recall.runs,
                     recall.limited);
  out << fmt::format("passages.oracle_missing: {}\n", recall.missing());
  out << fmt::format("passages.recall: {:.4f}\npassages.recall_with_limits: {:.4f}\n",
                     share(recall.runs - recall.missing()), share(recall.found + recall.repeated));
}

Result<Done> time_archive(const Request& request, std::ostream& out) {
  const Result<MappedTexts> mapped = MappedTexts::open(request.paths.front(), request.articles);
  if (!mapped) return mapped.error();
  const std::span<const BodyText> texts = mapped->texts();
  PassageTwin twin(texts, archive_rules, sampled_articles);
  out << " articles        MB   seconds  CPU s     MB/s   peak MB   passages\n";
  Measured last;
  double exponent = 1.0;
  for (std::size_t size : sizes_up_to(texts.size())) {
    PassageTwin unused(texts.first(size), archive_rules, 1);
    const bool whole = size == texts.size();
    const Measured now = run_once(texts.first(size), request.jobs, whole ? twin : unused);
    out << fmt::format("{:9} {:9.1f} {:9.3f} {:6.1f} {:8.0f} {:9.0f} {:10}\n", now.articles,
                       now.megabytes, now.seconds, now.cpu_seconds, now.megabytes / now.seconds,
                       now.peak_megabytes, now.passages)
        << std::flush;
    if (last.articles > 0) {
      exponent =
          std::log(now.cpu_seconds / last.cpu_seconds) / std::log(now.megabytes / last.megabytes);
    }
    last = now;
  }
  for (const std::string& limit : last.limits) out << "limit: " << limit << "\n";
  out << fmt::format("\npassages.articles: {}\npassages.megabytes: {:.1f}\n", last.articles,
                     last.megabytes);
  out << fmt::format("passages.seconds: {:.3f}\npassages.processor_seconds: {:.1f}\n", last.seconds,
                     last.cpu_seconds);
  out << fmt::format("passages.megabytes_per_second: {:.0f}\n", last.megabytes / last.seconds);
  out << fmt::format("passages.peak_megabytes: {:.0f}\npassages.mapped_megabytes: {:.0f}\n",
                     last.peak_megabytes, static_cast<double>(memory_now().mapped) / 1e6);
  out << fmt::format("passages.found: {}\npassages.growth_exponent: {:.3f}\n", last.passages,
                     exponent);
  print_recall(twin.measure(request.jobs), out);
  return Done{};
}

}  // namespace twosource::bench

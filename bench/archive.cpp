// R2: all passages of an archive whose words do not fit into memory: a million generated articles,
// 4.9 GB of text.
//
//     twosource bench generate --articles 1000000 -j 2 -o generated/
//     twosource bench passages generated/ -j 2
//
// The texts are mapped. Timed is the way from mapped texts to passages with their places, which are
// counted and dropped, for the first tenth, hundredth ... of the articles too, so that one call
// shows how time and memory grow: `grows` is the exponent of the processor time from the line
// before (1: linear). Memory is what the process allocates; the pages of the mapped texts are the
// system's and come on top as far as it has room.
//
// Recall stands beside every time: the share of the bytes that the generator copied from article to
// article and that lie in a passage between the two (passage_truth.hpp). After the last line a slow
// twin tells which runs of twelve equal words are missing (passage_twin.hpp, a hundred articles).
#include "bench/archive.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "bench/mapped_texts.hpp"
#include "bench/memory.hpp"
#include "bench/passage_truth.hpp"

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

Measured run_once(std::span<const BodyText> texts, Jobs jobs, PassageTwin& twin,
                  PassageTruth& truth) {
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
        truth.take(found);
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

void print_recall(const Recalls& recalls, std::ostream& out) {
  const auto share = [](std::size_t part, std::size_t all) {
    return all == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(all);
  };
  const auto print = [&](const Recall& recall, std::string_view what) {
    out << fmt::format(
        "Oracle: {} pairs with an article of the sample share 12 words in a row {}.\nOf their {} "
        "maximal runs {} are reported, {} told already, {} left out by the stated limit, {} "
        "missing.\n",
        recall.pairs, what, recall.runs, recall.found, recall.repeated, recall.limited,
        recall.missing());
  };
  const Recall& rare = recalls.rare;
  const Recall& frequent = recalls.frequent;
  out << "\n";
  print(rare, "that few articles have");
  print(frequent, "that more articles have than are all paired");
  out << fmt::format("passages.oracle_runs: {}\npassages.oracle_limited: {}\n", rare.runs,
                     rare.limited);
  out << fmt::format("passages.oracle_frequent_runs: {}\npassages.oracle_frequent_limited: {}\n",
                     frequent.runs, frequent.limited);
  out << fmt::format("passages.oracle_missing: {}\n", rare.missing() + frequent.missing());
  out << fmt::format("passages.recall: {:.4f}\npassages.recall_with_limits: {:.4f}\n",
                     share(rare.runs - rare.missing(), rare.runs),
                     share(rare.found + rare.repeated, rare.runs));
}

// NOLINTNEXTLINE(readability-function-size): one line after the other
Result<Done> time_archive(const Request& request, std::ostream& out) {
  const std::string& folder = request.paths.front();
  const Result<MappedTexts> mapped = MappedTexts::open(folder, request.articles);
  if (!mapped) return mapped.error();
  const std::span<const BodyText> texts = mapped->texts();
  PassageTwin twin(texts, archive_rules, sampled_articles);
  out << " articles        MB   seconds  CPU s  grows     MB/s   peak MB   passages  recall\n";
  Measured last;
  double exponent = 1.0;
  TruthRecall recall;
  for (std::size_t size : sizes_up_to(texts.size())) {
    PassageTwin unused(texts.first(size), archive_rules, 1);
    PassageTruth truth(size);
    const bool whole = size == texts.size();
    const Measured now = run_once(texts.first(size), request.jobs, whole ? twin : unused, truth);
    recall = truth.measure(folder);
    if (last.articles > 0) {
      exponent =
          std::log(now.cpu_seconds / last.cpu_seconds) / std::log(now.megabytes / last.megabytes);
    }
    out << fmt::format("{:9} {:9.1f} {:9.3f} {:6.1f} {:>6} {:8.0f} {:9.0f} {:10} {:>7}\n",
                       now.articles, now.megabytes, now.seconds, now.cpu_seconds,
                       last.articles > 0 ? fmt::format("{:.3f}", exponent) : "-",
                       now.megabytes / now.seconds, now.peak_megabytes, now.passages,
                       recall.passages > 0 ? fmt::format("{:.4f}", recall.share()) : "-")
        << std::flush;
    last = now;
  }
  out << fmt::format("recall: {} articles took {} passages of {:.1f} MB from others\n",
                     recall.articles, recall.passages, static_cast<double>(recall.bytes) / 1e6);
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
  if (recall.passages > 0) out << fmt::format("passages.truth_recall: {:.4f}\n", recall.share());
  print_recall(twin.measure(request.jobs), out);
  return Done{};
}

}  // namespace twosource::bench

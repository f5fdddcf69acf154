// What bad input does to the engine: is the answer still right, or says it what is unclear, and do
// time and memory stay bounded?
//
//   times                 missing, impossible, in the future, contradicting the text
//   same_input            one record ten thousand times
//   one_id                ten thousand articles under one id
//   single_words          ten thousand articles of one word, every second one the same
//   copies_...            ten thousand copies of one article: in as many outlets, in one, undated
//   one_footer            twenty thousand short articles with the same footer
//   long_...              an article of 50 MB: above --max-article-bytes; with a passage that
//   another
//                         took; one sentence over and over, twice 25 MB
//   snapshots             of a passage index: cut off, damaged, foreign, newer
//   footer_archive        a million short articles with the same footer: find_archive_passages
//   footer_stream         the same one by one, PassageIndex
//
// All input is made up here and is the same for the same --seed. --articles N scales it: N for the
// million, and parts of that for the others. All but the last three go through the whole engine as
// `twosource run` does it, from a file on disk. Timed is the engine, not the making of the input;
// the exponent compares the processor time with that of a quarter of the size (1: linear; tells
// nothing below a second). The peak is that of the process, with the input.
//
// Anything wrong is printed and ends in an error.
#include <fmt/format.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <ostream>
#include <system_error>
#include <vector>

#include "bench/evaluations.hpp"
#include "bench/limit_cases.hpp"

namespace twosource::bench {
namespace {

constexpr std::uint64_t default_articles = 1000000;
constexpr std::uint64_t fewest_articles = 2000;  // below, nothing is left of the parts
constexpr std::uint64_t quarter = 4;

// A folder that is gone when the bench ends.
class Room {
 public:
  Room()
      : path_(std::filesystem::temp_directory_path() /
              fmt::format("twosource-limits-{}", getpid())) {
    std::filesystem::create_directories(path_, error_);
  }
  ~Room() { std::filesystem::remove_all(path_, error_); }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;

  [[nodiscard]] bool good() const { return !error_; }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
  std::error_code error_;
};

struct Row {
  std::string_view name;
  LimitOutcome outcome;
  double exponent = 0.0;  // 0: does not grow
};

Row run_case(const LimitCase& one, const LimitScale& scale) {
  Row row{one.name, {}, 0.0};
  if (one.grows && scale.articles / quarter >= fewest_articles) {
    LimitScale part = scale;
    part.articles /= quarter;
    const LimitOutcome small = one.run(part);
    row.outcome = one.run(scale);
    row.exponent = std::log(row.outcome.processor_seconds / small.processor_seconds) /
                   std::log(row.outcome.megabytes / small.megabytes);
  } else {
    row.outcome = one.run(scale);
  }
  return row;
}

void print_row(const Row& row, std::ostream& out) {
  const LimitOutcome& outcome = row.outcome;
  out << fmt::format("{:21} {:8} {:7.1f} {:8.2f} {:7.2f} {:8.0f} {:>6}  {}\n", row.name,
                     outcome.articles, outcome.megabytes, outcome.seconds,
                     outcome.processor_seconds, outcome.peak_megabytes,
                     row.exponent > 0 ? fmt::format("{:.2f}", row.exponent) : "-",
                     outcome.wrong.empty() ? outcome.answer : "WRONG")
      << std::flush;
  for (const std::string& wrong : outcome.wrong) out << "    " << wrong << "\n";
}

}  // namespace

Result<Done> push_limits(const Request& request, std::ostream& out) {
  const Room room;
  if (!room.good()) {
    return Error{ErrorKind::unwritable, fmt::format("{} cannot be written", room.path())};
  }
  LimitScale scale{.articles = request.articles == 0 ? default_articles : request.articles,
                   .seed = request.seed,
                   .jobs = request.jobs,
                   .folder = room.path()};
  if (scale.articles < fewest_articles) {
    return Error{ErrorKind::usage,
                 fmt::format("bench limits wants at least {} articles", fewest_articles)};
  }
  out << "input                 articles      MB  seconds   CPU s  peak MB  grows  answer\n";
  std::size_t wrong = 0;
  std::vector<Row> rows;
  for (const std::span<const LimitCase> cases : {engine_limits(), index_limits()}) {
    for (const LimitCase& one : cases) {
      rows.push_back(run_case(one, scale));
      print_row(rows.back(), out);
      wrong += rows.back().outcome.wrong.size();
    }
  }
  out << "\n";
  for (const Row& row : rows) {
    out << fmt::format("limits.{}_seconds: {:.2f}\nlimits.{}_peak_megabytes: {:.0f}\n", row.name,
                       row.outcome.seconds, row.name, row.outcome.peak_megabytes);
    if (row.exponent > 0)
      out << fmt::format("limits.{}_exponent: {:.2f}\n", row.name, row.exponent);
  }
  out << fmt::format("limits.wrong: {}\n", wrong);
  if (wrong == 0) return Done{};
  return Error{ErrorKind::format,
               fmt::format("{} answers to bad input are wrong; the table says which", wrong)};
}

}  // namespace twosource::bench

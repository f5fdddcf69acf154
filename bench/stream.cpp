// R4: articles one by one. How long does it take to match one with a million that are held, and to
// hold it as well?
//
//     twosource bench generate --articles 1000000 -j 2 -o generated/
//     twosource bench stream generated/
//
// The articles of a folder of generated ones come in an order drawn from --seed (a family does not
// come at once), one a second. All but the last ten thousand are held first; these are matched and
// then held, and each is timed, on one thread. The texts are mapped; what the index needs is the
// memory that the process allocates. Then a day's worth expires, and the snapshot is written to
// memory, reloaded and compared.
#include <fmt/format.h>
#include <time.h>  // NOLINT: clock_gettime is POSIX

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <ostream>
#include <random>
#include <string>
#include <vector>

#include "bench/evaluations.hpp"
#include "bench/mapped_texts.hpp"
#include "bench/memory.hpp"
#include "twosource/reuse/passage_index.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t timed_articles = 10000;
constexpr std::int64_t seconds_a_day = 86400;

using Clock = std::chrono::steady_clock;

// Processor time of this thread: what it needs when no other program takes its core.
double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// The articles as they come.
class Stream {
 public:
  Stream(std::span<const BodyText> texts, std::uint64_t seed) : texts_(texts) {
    for (std::uint32_t i = 0; i < texts.size(); ++i) order_.push_back(i);
    std::mt19937_64 random(seed);
    for (std::size_t i = order_.size(); i > 1; --i) std::swap(order_[i - 1], order_[random() % i]);
  }

  [[nodiscard]] std::size_t size() const { return order_.size(); }
  [[nodiscard]] const BodyText& text(std::size_t i) const { return texts_[order_[i]]; }
  [[nodiscard]] std::string id(std::size_t i) const { return fmt::format("{:016x}", order_[i]); }
  [[nodiscard]] std::optional<BodyText> find(std::string_view id) const {
    return texts_[std::stoul(std::string(id), nullptr, 16)];
  }

 private:
  std::span<const BodyText> texts_;
  std::vector<std::uint32_t> order_;
};

struct Times {
  std::vector<double> milliseconds;
  // The value that a share of all do not exceed.
  [[nodiscard]] double at(double share) const {
    const auto last = static_cast<double>(milliseconds.size() - 1);
    return milliseconds[static_cast<std::size_t>(share * last)];
  }
};

Result<Done> hold(PassageIndex& index, const Stream& stream, std::size_t i) {
  return index.insert(stream.id(i), static_cast<std::int64_t>(i), stream.text(i));
}

struct Timed {
  Times match;
  Times both;
  Times processor;  // both
  std::uint64_t passages = 0;
};

Result<Timed> time_last(PassageIndex& index, const Stream& stream, std::size_t first) {
  Timed timed;
  const auto find_text = [&](std::string_view id) { return stream.find(id); };
  for (std::size_t i = first; i < stream.size(); ++i) {
    const double processor = processor_milliseconds();
    const Clock::time_point start = Clock::now();
    const Matches found = index.match(stream.text(i), find_text);
    timed.match.milliseconds.push_back(milliseconds_since(start));
    const Result<Done> held = hold(index, stream, i);
    timed.both.milliseconds.push_back(milliseconds_since(start));
    timed.processor.milliseconds.push_back(processor_milliseconds() - processor);
    if (!held) return held.error();
    for (const Match& match : found.matches) timed.passages += match.shared.passages.size();
  }
  for (Times* times : {&timed.match, &timed.both, &timed.processor}) {
    std::sort(times->milliseconds.begin(), times->milliseconds.end());
  }
  return timed;
}

void print_times(const Timed& timed, std::ostream& out) {
  out << "milliseconds      p50      p90      p99    p99.9      max\n";
  for (const auto& [name, times] :
       {std::pair{"match", &timed.match}, std::pair{"match and hold", &timed.both},
        std::pair{"its processor", &timed.processor}}) {
    out << fmt::format("{:14}", name);
    for (double share : {0.5, 0.9, 0.99, 0.999, 1.0})
      out << fmt::format(" {:8.3f}", times->at(share));
    out << "\n";
  }
  out << fmt::format("\nstream.p50_ms: {:.3f}\nstream.p99_ms: {:.3f}\nstream.max_ms: {:.3f}\n",
                     timed.both.at(0.5), timed.both.at(0.99), timed.both.at(1.0));
  out << fmt::format("stream.p99_processor_ms: {:.3f}\nstream.passages: {}\n",
                     timed.processor.at(0.99), timed.passages);
}

Result<Done> time_snapshot(const PassageIndex& index, std::ostream& out) {
  std::string snapshot;
  Clock::time_point start = Clock::now();
  index.save([&](std::string_view piece) { snapshot += piece; });
  out << fmt::format("stream.snapshot_megabytes: {:.0f}\nstream.save_seconds: {:.2f}\n",
                     static_cast<double>(snapshot.size()) / 1e6, milliseconds_since(start) / 1e3);
  start = Clock::now();
  const Result<PassageIndex> loaded = PassageIndex::load(snapshot);
  out << fmt::format("stream.load_seconds: {:.2f}\n", milliseconds_since(start) / 1e3);
  if (!loaded) return loaded.error();
  std::size_t at = 0;
  bool same = true;
  loaded->save([&](std::string_view piece) {
    same = same && snapshot.compare(at, piece.size(), piece) == 0;
    at += piece.size();
  });
  if (!same || at != snapshot.size()) {
    return Error{ErrorKind::damaged, "the snapshot of the reloaded index has other bytes"};
  }
  return Done{};
}

}  // namespace

Result<Done> time_stream(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1) {
    return Error{ErrorKind::usage, "bench stream takes one folder of generated articles"};
  }
  const Result<MappedTexts> mapped = MappedTexts::open(request.paths.front(), request.articles);
  if (!mapped) return mapped.error();
  const Stream stream(mapped->texts(), request.seed);
  const std::size_t first = stream.size() - std::min(stream.size() / 2, timed_articles);
  const Memory before = memory_now();
  PassageIndex index;
  Clock::time_point start = Clock::now();
  for (std::size_t i = 0; i < first; ++i) {
    const Result<Done> held = hold(index, stream, i);
    if (!held) return held.error();
  }
  const double held_seconds = milliseconds_since(start) / 1e3;
  const double megabytes = static_cast<double>(memory_now().own - before.own) / 1e6;
  const Result<Timed> timed = time_last(index, stream, first);
  if (!timed) return timed.error();
  print_times(*timed, out);
  out << fmt::format("stream.held: {}\nstream.places: {}\n", index.size(), index.places());
  out << fmt::format("stream.hold_seconds: {:.1f}\nstream.index_megabytes: {:.0f}\n", held_seconds,
                     megabytes);
  const Result<Done> reloaded = time_snapshot(index, out);
  if (!reloaded) return reloaded.error();
  start = Clock::now();
  const std::size_t gone = index.expire(seconds_a_day);
  out << fmt::format("stream.expired: {}\nstream.expire_seconds: {:.2f}\n", gone,
                     milliseconds_since(start) / 1e3);
  return Done{};
}

}  // namespace twosource::bench

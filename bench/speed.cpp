// What each stage of a run costs on a collection: seconds and MB/s of stored text, one thread.
//
// Each stage runs five times on what the stage before it gave; the figure is the median, in seconds
// of the processor, so that what else the machine does counts little. `read` goes from the bytes of
// the unpacked file to articles and is the only one counted in bytes of the file. `tagging`
// (tokens, parts of speech, clauses, names) comes before `speech` and counts with it. Nothing is
// written to disk.
//
// Data: any input that `twosource run` reads; the first path is used.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/collection.hpp"
#include "bench/evaluations.hpp"
#include "twosource/base/files.hpp"
#include "twosource/model/report.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/origins.hpp"
#include "twosource/read/collection.hpp"
#include "twosource/report/html.hpp"
#include "twosource/report/json.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/story/stories.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/tag_stories.hpp"
#include "twosource/text/tagging.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/time/times.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t timed_runs = 5;

double median_seconds(const std::function<void()>& stage) {
  std::array<double, timed_runs> seconds{};
  for (double& each : seconds) {
    const std::clock_t start = std::clock();
    stage();
    each = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
  std::sort(seconds.begin(), seconds.end());
  return seconds[timed_runs / 2];
}

struct StageTime {
  const char* stage;
  double seconds;
  std::size_t bytes;
};

// The way of the data once more, with a clock beside each stage.
std::vector<StageTime> time_stages(const std::string& path, const std::string& bytes,
                                   Report& report) {
  std::vector<StageTime> times;
  times.push_back({"read", median_seconds([&] {
                     std::vector<ReadOutcome> outcomes;
                     outcomes.push_back(read_bytes(path, bytes, {}));
                     report.articles = settle(std::move(outcomes)).articles;
                   }),
                   bytes.size()});
  std::size_t size = 0;
  for (const Article& article : report.articles) size += article.text.size();
  const auto time = [&](const char* stage, const std::function<void()>& call) {
    times.push_back({stage, median_seconds(call), size});
  };
  const OriginTables& tables = built_in_tables();
  std::vector<Analysis> light;
  time("text_light", [&] { light = analyze_light(report.articles); });
  time("text_rich", [&] {
    report.analyses = light;
    for (std::size_t i = 0; i < light.size(); ++i) {
      report.analyses[i] = analyze_structure(report.articles[i], std::move(report.analyses[i]));
    }
  });
  time("reuse", [&] { report.copies = find_copies(report.articles, report.analyses, {}).copies; });
  const std::vector<Copy> undirected = report.copies;
  time("direction", [&] {
    report.copies = direct_copies(report.articles, report.analyses, undirected, tables);
  });
  time("story", [&] {
    report.stories = group_stories(report.articles, report.analyses, report.copies, {});
  });
  time("origin", [&] {
    report.origins = trace_origins(
        {report.articles, report.analyses, report.copies, report.stories, {}}, tables);
  });
  std::vector<TaggedText> tagged;
  time("tagging",
       [&] { tagged = tag_stories(report.articles, report.analyses, report.stories, {}); });
  time("speech", [&] {
    Speech speech = attribute_speech(
        {report.articles, report.analyses, report.stories, tagged, {}, report.copies});
    report.entities = std::move(speech.entities);
    report.statements = std::move(speech.statements);
  });
  time("time", [&] { report.times = find_times(report.articles, report.analyses, {}); });
  time("report_json", [&] { report_json(report); });
  time("report_html", [&] { render_html(report); });
  return times;
}

// S7 counts in tokens of English texts.
std::size_t count_tokens(const Report& report) {
  std::size_t tokens = 0;
  for (std::size_t i = 0; i < report.articles.size(); ++i) {
    const Analysis& analysis = report.analyses[i];
    if (!is_english(analysis)) continue;
    tokens +=
        find_tokens(report.articles[i].text, analysis.words, analysis.sentences).tokens.size();
  }
  return tokens;
}

}  // namespace

Result<Done> time_stages_of_run(const Request& request, std::ostream& out) {
  if (request.paths.empty()) {
    return Error{ErrorKind::usage, "speed wants a file of articles, for example articles.jsonl"};
  }
  const std::string& path = request.paths.front();
  const Result<std::string> bytes = read_file(path, max_input_bytes);
  if (!bytes) return bytes.error();
  Report report;
  const std::vector<StageTime> times = time_stages(path, *bytes, report);
  if (report.articles.empty()) {
    return Error{ErrorKind::empty, fmt::format("{}: no article in it", path)};
  }
  out << "stage           seconds      MB/s\n";
  for (const StageTime& each : times) {
    out << fmt::format("{:<14} {:8.3f} {:9.1f}\n", each.stage, each.seconds,
                       static_cast<double>(each.bytes) / 1e6 / each.seconds);
  }
  out << fmt::format("\nspeed.articles: {}\n", report.articles.size());
  double with_rich = 0;  // S7: the rich text and speech
  for (const StageTime& each : times) {
    out << fmt::format("speed.{}_seconds: {:.3f}\n", each.stage, each.seconds);
    const std::string_view stage = each.stage;
    if (stage == "text_rich" || stage == "tagging" || stage == "speech") with_rich += each.seconds;
  }
  out << fmt::format("speed.rich_and_speech_tokens_per_second: {:.0f}\n",
                     static_cast<double>(count_tokens(report)) / with_rich);
  return Done{};
}

}  // namespace twosource::bench

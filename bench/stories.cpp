// R10: are articles about the same event put together, and others kept apart?
//
// Measured against the event that a public set gives for each article:
//   pairwise   of all pairs put together, how many belong together (precision), and of all that
//              belong together, how many are (recall); large stories count most
//   BCubed     the same for each article and the story it is in, averaged over the articles
//              (Bagga and Baldwin 1998); single articles count as well
//
// One default setting for all sets. The stories of each set are split by the hash of their label
// into `tuned` and `held out`. The split is no longer clean: settings were compared on all of basil
// and google_news_events as well, so `held out` is optimistic for both.
//
// Data: JSON Lines with `text`, and `event` or `story` as the label; R10 are articles.jsonl of
// basil, news_cluster.jsonl of google_news_events, articles.jsonl of ground_news_2025. Articles
// that cannot be read (no text) are not scored; how many is printed.
#include "twosource/story/stories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/evaluations.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/base/json.hpp"
#include "twosource/read/collection.hpp"
#include "twosource/read/read.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::bench {
namespace {

struct Labelled {
  std::vector<Article> articles;
  std::vector<std::string> labels;  // of each article
  std::size_t unread = 0;
};

struct Score {
  std::size_t articles = 0;
  std::size_t events = 0;
  std::size_t stories = 0;
  double precision = 0.0;
  double recall = 0.0;
  double bcubed_precision = 0.0;
  double bcubed_recall = 0.0;
  double seconds = 0.0;

  [[nodiscard]] double bcubed_f1() const {
    const double sum = bcubed_precision + bcubed_recall;
    return sum == 0.0 ? 0.0 : 2.0 * bcubed_precision * bcubed_recall / sum;
  }
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// The number behind the last colon of "file.jsonl:12", less one.
std::size_t line_of(std::string_view path) {
  std::size_t line = 0;
  for (char digit : path.substr(path.rfind(':') + 1)) {
    line = 10 * line + static_cast<std::size_t>(digit - '0');
  }
  return line - 1;
}

Result<Labelled> read_labelled(const std::string& path) {
  const Result<std::string> bytes = read_file(path, max_input_bytes);
  if (!bytes) return bytes.error();
  std::vector<std::string> labels;
  for (std::string_view line : lines_of(*bytes)) {
    const Result<Json> record = parse_json(line);
    if (!record) return Error{ErrorKind::format, path + ": a line is not JSON"};
    const std::string_view event = record->text_at("event");
    labels.emplace_back(event.empty() ? record->text_at("story") : event);
    if (labels.back().empty()) return Error{ErrorKind::field, path + ": a line has no event"};
  }
  std::vector<ReadOutcome> outcomes;
  outcomes.push_back(read_bytes(path, *bytes, {}));
  Labelled labelled;
  labelled.articles = settle(std::move(outcomes)).articles;
  if (labelled.articles.empty()) return Error{ErrorKind::empty, path + ": no articles"};
  labelled.unread = labels.size() - labelled.articles.size();
  for (const Article& article : labelled.articles) {
    labelled.labels.push_back(labels[line_of(article.path)]);
  }
  return labelled;
}

double ratio(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::uint64_t pairs_of(std::uint64_t items) {
  return items * (items - 1) / 2;
}

Score score_stories(const std::vector<Story>& stories, const std::vector<std::string>& labels) {
  Score score;
  score.articles = labels.size();
  score.stories = stories.size();
  std::map<std::string_view, std::uint64_t> events;
  for (const std::string& label : labels) ++events[label];
  score.events = events.size();
  std::uint64_t together = 0;
  std::uint64_t right = 0;
  for (const Story& story : stories) {
    std::map<std::string_view, std::uint64_t> parts;
    for (ArticleIndex article : story.articles) ++parts[labels[article]];
    together += pairs_of(story.articles.size());
    for (const auto& [label, count] : parts) {
      right += pairs_of(count);
      const auto articles = static_cast<double>(count);
      score.bcubed_precision += articles * ratio(count, story.articles.size());
      score.bcubed_recall += articles * ratio(count, events.at(label));
    }
  }
  std::uint64_t belonging = 0;
  for (const auto& [label, count] : events) belonging += pairs_of(count);
  score.precision = ratio(right, together);
  score.recall = ratio(right, belonging);
  score.bcubed_precision /= static_cast<double>(labels.size());
  score.bcubed_recall /= static_cast<double>(labels.size());
  return score;
}

Score measure(const Labelled& labelled, Jobs jobs) {
  std::vector<Analysis> analyses(labelled.articles.size());
  parallel_for(jobs, analyses.size(), [&](std::size_t i) {
    analyses[i] = analyze_structure(labelled.articles[i], analyze_words(labelled.articles[i]));
  });
  const std::vector<Copy> copies = find_copies(labelled.articles, analyses, jobs).copies;
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Story> stories = group_stories(labelled.articles, analyses, copies, jobs);
  Score score = score_stories(stories, labelled.labels);
  score.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return score;
}

Labelled half_of(const Labelled& whole, std::uint64_t half) {
  Labelled part;
  for (std::size_t i = 0; i < whole.articles.size(); ++i) {
    if (hash_bytes(whole.labels[i]) % 2 != half) continue;
    part.articles.push_back(whole.articles[i]);
    part.labels.push_back(whole.labels[i]);
  }
  return part;
}

// "…/basil/articles.jsonl" gives "basil".
std::string_view set_name(std::string_view path) {
  path = path.substr(0, path.rfind('/'));
  return path.substr(path.rfind('/') + 1);
}

void print_row(std::string_view set, std::string_view part, const Score& score, std::ostream& out) {
  out << fmt::format("{:20} {:9} {:8} {:6} {:7} {:9.3f} {:6.3f} {:9.3f} {:6.3f} {:6.3f} {:7.3f}\n",
                     set, part, score.articles, score.events, score.stories, score.precision,
                     score.recall, score.bcubed_precision, score.bcubed_recall, score.bcubed_f1(),
                     score.seconds);
}

}  // namespace

Result<Done> score_story_sets(const Request& request, std::ostream& out) {
  if (request.paths.empty()) {
    return Error{ErrorKind::usage, "bench stories takes JSON Lines files of labelled articles"};
  }
  std::string keys;
  out << fmt::format("{:20} {:9} {:>8} {:>6} {:>7} {:>9} {:>6} {:>9} {:>6} {:>6} {:>7}\n", "set",
                     "stories", "articles", "events", "found", "precision", "recall", "B3 prec.",
                     "B3 rec", "B3 F1", "seconds");
  for (const std::string& path : request.paths) {
    const Result<Labelled> labelled = read_labelled(path);
    if (!labelled) return labelled.error();
    const std::string_view set = set_name(path);
    const Score all = measure(*labelled, request.jobs);
    print_row(set, "tuned", measure(half_of(*labelled, 0), request.jobs), out);
    print_row(set, "held out", measure(half_of(*labelled, 1), request.jobs), out);
    print_row(set, "all", all, out);
    keys += fmt::format("stories.{0}.precision: {1:.4f}\nstories.{0}.recall: {2:.4f}\n", set,
                        all.precision, all.recall);
    keys += fmt::format("stories.{0}.bcubed_f1: {1:.4f}\nstories.{0}.unread: {2}\n", set,
                        all.bcubed_f1(), labelled->unread);
  }
  out << "\n" << keys;
  return Done{};
}

}  // namespace twosource::bench

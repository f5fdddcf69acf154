// Bad input for the whole engine: written to a file, analysed as `twosource run` does it, and the
// report held to what must be in it.
#include "bench/limit_cases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "bench/generator/language.hpp"
#include "bench/generator/random.hpp"
#include "bench/generator/writer.hpp"
#include "bench/memory.hpp"
#include "twosource/base/json.hpp"
#include "twosource/engine/pipeline.hpp"

namespace twosource::bench {
namespace {

// Of a million articles: so many copies of one, so many of one word, so many through all stages.
constexpr std::uint64_t part_copies = 100;
constexpr std::uint64_t part_footers = 50;
constexpr std::uint64_t bytes_of_long = 50;  // for each article of the scale: 50 MB for a million
constexpr std::size_t no_limit = std::size_t{1} << 30U;

const std::string footer =
    "Sign up for the letter of our newsroom and have the stories of the day delivered to your door "
    "every morning before breakfast, free of charge and without a word of advertising.";

struct Record {
  std::string id;
  std::string title;
  std::string text;
  std::string outlet;
  std::string published;
  std::string url;
};

std::string line_of(const Record& record) {
  Json::Object fields;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) fields.emplace_back(name, value);
  };
  add("id", record.id);
  add("title", record.title);
  add("text", record.text);
  add("outlet", record.outlet);
  add("published", record.published);
  add("url", record.url);
  std::string line = to_json(Json(std::move(fields)));
  line += '\n';
  return line;
}

// A made-up reporter; the same for the same seed.
class Reporter {
 public:
  explicit Reporter(std::uint64_t seed)
      : random_(seed), writer_(write_about_event(language_, random_)) {}

  std::string sentences(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) text += ' ';
      text += writer_->sentence(random_);
    }
    return text;
  }
  // Paragraphs of four sentences.
  std::string body(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text.append(sentences(4)).append("\n\n");
    return text;
  }
  void next_event() { writer_ = write_about_event(language_, random_); }
  const std::string& word() { return language_.word(random_); }

 private:
  Language language_;
  Random random_;
  std::unique_ptr<Writer> writer_;
};

// The first words of a text, as a headline that has to do with it.
std::string headline(std::string_view text) {
  constexpr std::size_t about_six_words = 40;
  return std::string(text.substr(0, text.rfind(' ', about_six_words)));
}

std::string minute(std::uint64_t i) {
  return fmt::format("2031-{:02}-{:02}T{:02}:{:02}:00Z", 1 + i / 40320 % 12, 1 + i / 1440 % 28,
                     i / 60 % 24, i % 60);
}

// Runs the engine over the records and says what goes for every report.
Report analyze_records(const LimitScale& scale, std::span<const Record> records,
                       std::size_t max_article_bytes, LimitOutcome& outcome) {
  const std::string path = scale.folder + "/limits.jsonl";
  {
    std::ofstream file(path, std::ios::binary);
    for (const Record& record : records) {
      const std::string line = line_of(record);
      outcome.megabytes += static_cast<double>(line.size()) / 1e6;
      file << line;
    }
  }
  outcome.articles = records.size();
  Settings settings;
  settings.inputs = {path};
  settings.jobs = scale.jobs.count;
  settings.max_article_bytes = max_article_bytes;
  Report report;
  measure_into(outcome, [&] {
    Result<Report> made = analyze(settings);
    expect(outcome, made.has_value(), "the run fails as a whole");
    if (made) report = std::move(*made);
  });
  std::set<std::string_view> ids;
  for (const Article& article : report.articles) ids.insert(article.id);
  expect(outcome, ids.size() == report.articles.size(), "two articles have one id");
  expect(outcome, report.articles.size() + report.problems.size() >= records.size(),
         "an article is gone and no problem says so");
  expect(outcome,
         std::ranges::all_of(report.copies,
                             [&](const Copy& copy) {
                               return copy.a < copy.b &&
                                      report.articles[copy.a].body.contains(copy.a_span) &&
                                      report.articles[copy.b].body.contains(copy.b_span);
                             }),
         "a copy lies outside the bodies of its articles");
  expect(outcome,
         std::ranges::all_of(report.origins.sums,
                             [](const Sum& sum) {
                               return sum.shown <= sum.possible && sum.outlets <= sum.articles;
                             }),
         "a sum contradicts itself");
  return report;
}

std::size_t largest_story(const Report& report) {
  std::size_t most = 0;
  for (const Story& story : report.stories) most = std::max(most, story.articles.size());
  return most;
}

std::string sum_text(const Report& report) {
  if (report.origins.sums.empty()) return "no story";
  const Sum& sum = report.origins.sums.front();
  return fmt::format("{} articles, {} outlets, {} shown, at most {}", sum.articles, sum.outlets,
                     sum.shown, sum.possible);
}

bool says(const std::vector<std::string>& sentences, std::string_view part) {
  return std::ranges::any_of(sentences, [&](const std::string& sentence) {
    return sentence.find(part) != std::string::npos;
  });
}

// ---- Ten thousand copies of one article ----

// All of them are one text, whoever prints it.
LimitOutcome judge_copies(const LimitScale& scale, std::span<const Record> records) {
  LimitOutcome outcome;
  const Report report = analyze_records(scale, records, no_limit, outcome);
  expect(outcome, report.articles.size() == records.size(), "not all articles are there");
  expect(outcome, largest_story(report) == records.size(), "they are not one story");
  expect(outcome,
         report.origins.sums.size() == 1 && report.origins.sums.front().possible == 1 &&
             report.origins.sums.front().shown == 0,
         "they count as more than one origin, or as one that is shown");
  expect(outcome,
         records.size() <= 64 || says(report.coverage.unanalysed, "stand in more than 64 articles"),
         "pairs were left out and nothing says so");
  expect(outcome, report.copies.size() <= 64 * records.size(), "the copies are not bounded");
  outcome.answer = sum_text(report);
  return outcome;
}

std::vector<Record> copies_of_one(const LimitScale& scale) {
  Reporter reporter(scale.seed);
  const Record one{
      .title = "Storm at the harbour", .text = reporter.body(2000), .outlet = "The Selne Courier"};
  std::vector<Record> records(std::max<std::uint64_t>(2, scale.articles / part_copies), one);
  for (std::size_t i = 0; i < records.size(); ++i) records[i].id = fmt::format("copy{}", i);
  return records;
}

LimitOutcome copies_in_outlets(const LimitScale& scale) {
  std::vector<Record> records = copies_of_one(scale);
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].outlet = fmt::format("Outlet {}", i);
    records[i].published = minute(i);
  }
  return judge_copies(scale, records);
}

LimitOutcome copies_in_one_outlet(const LimitScale& scale) {
  std::vector<Record> records = copies_of_one(scale);
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].url = fmt::format("https://courier.example/{}", i);
    records[i].published = minute(i);
  }
  return judge_copies(scale, records);
}

LimitOutcome copies_undated(const LimitScale& scale) {
  std::vector<Record> records = copies_of_one(scale);
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i].outlet = fmt::format("Outlet {}", i);
  }
  return judge_copies(scale, records);
}

LimitOutcome the_same_input(const LimitScale& scale) {
  std::vector<Record> records = copies_of_one(scale);
  LimitOutcome outcome;
  const Report report = analyze_records(scale, records, no_limit, outcome);
  expect(outcome, report.articles.size() == 1, "one input given often is not one article");
  expect(outcome,
         report.problems.size() + 1 == records.size() &&
             std::ranges::all_of(
                 report.problems,
                 [](const Problem& problem) { return problem.kind == ErrorKind::duplicate; }),
         "not every repetition is told");
  outcome.answer = fmt::format("1 article, {} problems", report.problems.size());
  return outcome;
}

// ---- One article of 50 MB ----

std::vector<Record> long_and_short(std::string text, std::string taken) {
  return {{.id = "long",
           .title = "All of it",
           .text = std::move(text),
           .outlet = "The Selne Courier",
           .published = "2031-05-04T08:00:00Z"},
          {.id = "short",
           .title = "A part of it",
           .text = std::move(taken),
           .outlet = "The Odra Post",
           .published = "2031-05-05T08:00:00Z"}};
}

LimitOutcome long_above_the_limit(const LimitScale& scale) {
  Reporter reporter(scale.seed);
  const std::size_t bytes = scale.articles * bytes_of_long;
  const std::vector<Record> records = long_and_short(reporter.body(bytes), reporter.sentences(5));
  LimitOutcome outcome;
  const Report report = analyze_records(scale, records, bytes / 4, outcome);
  expect(outcome, report.articles.size() == 1 && report.articles.front().id == "short",
         "what is above the limit is not refused, or takes others along");
  expect(outcome,
         report.problems.size() == 1 && report.problems.front().kind == ErrorKind::too_large,
         "the refusal is not told");
  outcome.answer = report.problems.empty() ? "no problem" : "refused: above --max-article-bytes";
  return outcome;
}

// A short article took five sentences out of the middle of the long one.
LimitOutcome long_and_varied(const LimitScale& scale) {
  Reporter reporter(scale.seed);
  const std::size_t bytes = scale.articles * bytes_of_long;
  const std::string taken = reporter.sentences(5);
  const std::string text =
      reporter.body(bytes / 2) + taken + "\n\n" + reporter.body(bytes - bytes / 2);
  LimitOutcome outcome;
  const Report report = analyze_records(scale, long_and_short(text, taken), no_limit, outcome);
  const bool found = std::ranges::any_of(report.copies, [&](const Copy& copy) {
    return copy.kind == CopyKind::verbatim && copy.direction == Direction::a_to_b &&
           slice(report.articles[copy.b].text, copy.b_span).size() + 1 >= taken.size();
  });
  expect(outcome, found, "the passage is not found, or not from the earlier article");
  outcome.answer = found ? "the passage, from the earlier article" : "not the passage";
  return outcome;
}

// Nothing but one sentence, over and over, in two outlets and once in a third.
LimitOutcome long_and_repeated(const LimitScale& scale) {
  Reporter reporter(scale.seed);
  const std::string sentence = reporter.sentences(1);
  std::string text;
  while (text.size() < scale.articles * bytes_of_long / 2) text += sentence + " ";
  std::vector<Record> records = long_and_short(text, sentence);
  records.push_back(records.front());
  records.back().id = "again";
  records.back().outlet = "The Maren Herald";
  records.back().text += "The end.";
  LimitOutcome outcome;
  const Report report = analyze_records(scale, records, no_limit, outcome);
  expect(outcome, !report.copies.empty(), "no copy is found");
  expect(outcome, says(report.coverage.unanalysed, "inside one article"),
         "repetitions were left out and nothing says so");
  outcome.answer = fmt::format("{} copies, the rest is said to be left out", report.copies.size());
  return outcome;
}

// ---- Articles of one word ----

LimitOutcome single_words(const LimitScale& scale) {
  Reporter reporter(scale.seed);
  std::vector<Record> records(scale.articles / part_copies);
  for (std::size_t i = 0; i < records.size(); ++i) {
    records[i] = {.id = fmt::format("word{}", i),
                  .title = "",
                  .text = i % 2 == 0 ? "Harbour" : reporter.word(),
                  .outlet = fmt::format("Outlet {}", i),
                  .published = minute(i),
                  .url = ""};
  }
  LimitOutcome outcome;
  const Report report = analyze_records(scale, records, no_limit, outcome);
  expect(outcome, report.articles.size() == records.size(), "not all articles are there");
  expect(outcome, report.copies.empty(), "a word is called a copy");
  expect(outcome,
         std::ranges::all_of(report.origins.sums, [](const Sum& sum) { return sum.shown == 0; }),
         "a word shows an origin");
  outcome.answer = fmt::format("{} stories, no copy, no origin shown", report.stories.size());
  return outcome;
}

// ---- One footer under all articles ----

LimitOutcome one_footer(const LimitScale& scale) {
  Reporter reporter(scale.seed);
  std::vector<Record> records(scale.articles / part_footers);
  for (std::size_t i = 0; i < records.size(); ++i) {
    reporter.next_event();
    const std::string own = reporter.sentences(3);
    records[i] = {.id = fmt::format("footer{}", i),
                  .title = headline(own),
                  .text = fmt::format("{}\n\n{}", own, footer),
                  .outlet = fmt::format("Outlet {}", i % 100),
                  .published = minute(60 * i),
                  .url = ""};
  }
  LimitOutcome outcome;
  const Report report = analyze_records(scale, records, no_limit, outcome);
  const auto evidence = static_cast<std::size_t>(
      std::ranges::count_if(report.copies, [](const Copy& copy) { return copy.is_evidence(); }));
  std::size_t by_copy = 0;
  std::size_t by_terms = 0;  // made-up events can have a name in common
  for (const Story& story : report.stories) {
    for (const StoryLink& link : story.links) {
      ++(link.reason.code == "shared_copy" ? by_copy : by_terms);
    }
  }
  expect(outcome, evidence == 0, fmt::format("{} copies of a footer are evidence", evidence));
  expect(outcome, by_copy == 0, fmt::format("{} articles are joined by a footer", by_copy));
  expect(outcome,
         records.size() <= 64 || says(report.coverage.unanalysed, "stand in more than 64 articles"),
         "pairs were left out and nothing says so");
  outcome.answer = fmt::format("{} copies, none evidence; none joined by it, {} by names",
                               report.copies.size(), by_terms);
  return outcome;
}

// ---- Identical ids ----

LimitOutcome one_id(const LimitScale& scale) {
  Reporter reporter(scale.seed);
  std::vector<Record> records(scale.articles / part_copies);
  for (std::size_t i = 0; i < records.size(); ++i) {
    reporter.next_event();
    const std::string own = reporter.sentences(4);
    records[i] = {.id = "the-same",
                  .title = headline(own),
                  .text = own,
                  .outlet = fmt::format("Outlet {}", i % 100),
                  .published = minute(60 * i),
                  .url = ""};
  }
  LimitOutcome outcome;
  const Report report = analyze_records(scale, records, no_limit, outcome);
  expect(outcome, report.articles.size() == records.size(), "articles with one id are folded");
  outcome.answer = fmt::format("{} articles, as many ids", report.articles.size());
  return outcome;
}

// ---- Times ----

// Two articles that share five sentences, and the directions that may be told between them.
struct TimedPair {
  std::string first;  // times of publication as the records give them
  std::string second;
  std::string told;  // put before the shared text of the second one
  std::vector<Direction> allowed;
};

// The direction of a copy, a being the article with the id "first".
Direction from_first(const Copy& copy, const Report& report) {
  if (copy.direction == Direction::unknown || report.articles[copy.a].id == "first") {
    return copy.direction;
  }
  return copy.direction == Direction::a_to_b ? Direction::b_to_a : Direction::a_to_b;
}

LimitOutcome judge_times(const LimitScale& scale, const TimedPair& pair) {
  Reporter reporter(scale.seed);
  const std::string shared = reporter.sentences(5);
  Record first;
  first.id = "first";
  first.title = headline(shared);
  first.text = shared;
  first.outlet = "The Selne Courier";
  first.published = pair.first;
  Record second = first;
  second.id = "second";
  second.title += " again";
  second.text = pair.told + shared;
  second.outlet = "The Odra Post";
  second.published = pair.second;
  LimitOutcome outcome;
  const Report report =
      analyze_records(scale, std::vector<Record>{first, second}, no_limit, outcome);
  const std::string name = fmt::format("\"{}\" and \"{}\"", pair.first, pair.second);
  expect(outcome, report.copies.size() == 1, fmt::format("{}: not one copy", name));
  expect(outcome, largest_story(report) == 2, fmt::format("{}: not one story", name));
  for (const Copy& copy : report.copies) {
    const Direction direction = from_first(copy, report);
    expect(outcome, std::ranges::count(pair.allowed, direction) == 1,
           fmt::format("{}: the direction is {}", name, name_of(direction)));
  }
  return outcome;
}

LimitOutcome strange_times(const LimitScale& scale) {
  const std::string told = "The minister told The Selne Courier all this on Monday. ";
  const std::vector<Direction> unknown = {Direction::unknown};
  const std::vector<Direction> forth = {Direction::a_to_b};
  // The second article says whom the source told, and bears the earlier date.
  const std::vector<Direction> not_back = {Direction::unknown, Direction::a_to_b};
  LimitOutcome outcome;
  for (const TimedPair& pair : {
           TimedPair{"", "", "", unknown},
           TimedPair{"2031-05-04", "", "", unknown},
           TimedPair{"2031-02-30", "2031-05-04", "", unknown},
           TimedPair{"soon", "2031-05-04", "", unknown},
           TimedPair{"0001-01-01", "2031-05-04", "", unknown},
           TimedPair{"2031-05-04", "9999-12-31T23:59:59Z", "", unknown},
           TimedPair{"2031-05-04", "2031-05-04T23:59:59Z", "", unknown},
           TimedPair{"2031-05-04", "2999-12-31T23:59:59Z", "", forth},
           TimedPair{"1700-01-01", "2031-05-04", "", forth},
           TimedPair{"2999-12-30", "2999-12-31", "", forth},
           TimedPair{"2031-05-04", "2031-01-01", told, not_back},
           TimedPair{"2999-12-31", "2031-01-01", told, not_back},
       }) {
    LimitOutcome one = judge_times(scale, pair);
    outcome.articles += one.articles;
    outcome.megabytes += one.megabytes;
    outcome.seconds += one.seconds;
    outcome.processor_seconds += one.processor_seconds;
    outcome.peak_megabytes = std::max(outcome.peak_megabytes, one.peak_megabytes);
    std::ranges::move(one.wrong, std::back_inserter(outcome.wrong));
  }
  outcome.answer = "a direction only where two times tell it";
  return outcome;
}

constexpr std::array all_cases = {
    LimitCase{"times", strange_times, false},
    LimitCase{"same_input", the_same_input},
    LimitCase{"one_id", one_id},
    LimitCase{"single_words", single_words},
    LimitCase{"copies_in_outlets", copies_in_outlets},
    LimitCase{"copies_in_one_outlet", copies_in_one_outlet},
    LimitCase{"copies_undated", copies_undated},
    LimitCase{"one_footer", one_footer},
    LimitCase{"long_refused", long_above_the_limit},
    LimitCase{"long_varied", long_and_varied},
    LimitCase{"long_repeated", long_and_repeated},
};

}  // namespace

void measure_into(LimitOutcome& outcome, const std::function<void()>& work) {
  const MemoryWatch watch;
  const double processor = processor_seconds();
  const auto start = std::chrono::steady_clock::now();
  work();
  outcome.seconds +=
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  outcome.processor_seconds += processor_seconds() - processor;
  outcome.peak_megabytes = std::max(outcome.peak_megabytes, watch.peak_megabytes());
}

void expect(LimitOutcome& outcome, bool holds, std::string_view what) {
  if (!holds) outcome.wrong.emplace_back(what);
}

std::span<const LimitCase> engine_limits() {
  return all_cases;
}

}  // namespace twosource::bench

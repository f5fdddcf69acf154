#include "twosource/engine/pipeline.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/brief/brief.hpp"
#include "twosource/brief/timeline.hpp"
#include "twosource/claim/claims.hpp"
#include "twosource/engine/analyses.hpp"
#include "twosource/engine/answer.hpp"
#include "twosource/engine/coverage.hpp"
#include "twosource/engine/inputs.hpp"
#include "twosource/engine/tables.hpp"
#include "twosource/flag/flags.hpp"
#include "twosource/origin/collection_reading.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/origins.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/speech/attribute.hpp"
#include "twosource/story/one_story.hpp"
#include "twosource/story/stories.hpp"
#include "twosource/text/tag_stories.hpp"
#include "twosource/time/times.hpp"

namespace twosource {

// The way of the data, from bytes to answers, in this file from top to bottom. Each stage is a
// function from values to values; the files are opened before the first one, and written by whoever
// asked.
namespace {

Jobs jobs_of(const Settings& settings) {
  return settings.jobs == 0 ? all_jobs() : Jobs{settings.jobs};
}

Result<Report> read_articles(const OriginTables& tables, const Settings& settings) {
  // read: bytes become articles. Everything below this line works on valid UTF-8.
  Result<ReadOutcome> read =
      read_inputs(settings, tables, jobs_of(settings), Tell(settings.progress));
  if (!read) return read.error();
  Report report;
  report.articles = std::move(read->articles);
  report.problems = std::move(read->problems);
  return report;
}

// Archive speed: all articles with all, linear in their text.
void find_origins(Report& report, const OriginTables& tables, const Settings& settings) {
  const Tell tell(settings.progress);
  const Jobs jobs = jobs_of(settings);

  // text: words for the comparison of all with all; sentences and quoted speech for the reader.
  report.analyses = analyze_all(report.articles, jobs, tell);
  report.coverage = measure_coverage(report.articles, report.analyses);
  if (settings.depth == Depth::articles) return;
  if (settings.depth == Depth::times) {
    report.times = find_times(report.articles, report.analyses, jobs);
    return;
  }

  // reuse: who shares text with whom. Stories need this, since a copy is no second source.
  tell.stage("comparing articles");
  Reuse reuse = find_copies(report.articles, report.analyses, jobs);
  report.coverage.unanalysed = std::move(reuse.unanalysed);
  // What an article shows of its source serves direction and origins; it is read once.
  const CollectionReading reading = read_collection(
      report.articles, report.analyses, reuse.copies, tables,
      {jobs, settings.depth >= Depth::origins ? ReadWhich::all : ReadWhich::with_copies});
  report.copies =
      direct_copies(report.articles, report.analyses, std::move(reuse.copies), reading, jobs);
  if (settings.depth == Depth::copies) return;

  // story: which articles tell of the same event.
  tell.stage("grouping stories");
  report.stories = group_stories(report.articles, report.analyses, report.copies, jobs);
  if (settings.one_story) report.stories = as_one_story(report.articles, std::move(report.stories));
  if (settings.depth == Depth::stories) return;

  // origin: sentence by sentence, where the text comes from, and the sum of each story.
  tell.stage("tracing origins");
  report.origins = trace_origins(
      {report.articles, report.analyses, report.copies, report.stories, jobs, &reading}, tables);
}

// Story speed: the articles of one story, richer and slower.
void compare_stories(Report& report, const Settings& settings) {
  const Tell tell(settings.progress);
  const Jobs jobs = jobs_of(settings);

  // text, the rest: parts of speech, clauses and names, for what is left to do story by story.
  tell.stage("reading stories");
  const std::vector<TaggedText> tagged =
      tag_stories(report.articles, report.analyses, report.stories, jobs);

  // speech: who said what, and who is who; first each article by itself, then the story together.
  tell.stage("finding who said what");
  Speech speech = attribute_speech(
      {report.articles, report.analyses, report.stories, tagged, jobs, report.copies});
  report.entities = std::move(speech.entities);
  report.statements = std::move(speech.statements);
  add_unread_languages(report);
  if (settings.depth == Depth::statements) return;

  // time: when, by the calendar.
  tell.stage("comparing accounts");
  report.times = find_times(report.articles, report.analyses, jobs);

  // claim: where the accounts agree, where they differ and what only one of them has.
  Accounts accounts = compare_accounts(report, tagged, jobs);
  report.claims = std::move(accounts.claims);
  std::ranges::move(accounts.unanalysed, std::back_inserter(report.coverage.unanalysed));
  if (settings.depth == Depth::claims) return;

  // flag: passages that look stitched in, orphaned, repeated or stale.
  report.flags = find_flags(report, tagged, jobs);

  // brief: what happened when, and the story in short.
  report.timeline = find_moments(report, tagged, jobs);
  report.brief = write_brief(report, tagged, jobs);
}

}  // namespace

void answer(Report& report, const OriginTables& tables, const Settings& settings) {
  find_origins(report, tables, settings);
  if (settings.depth > Depth::origins && settings.depth != Depth::times)
    compare_stories(report, settings);
}

Result<Report> analyze(const Settings& settings) {
  Result<OriginTables> tables = load_tables(settings);
  if (!tables) return tables.error();
  Result<Report> report = read_articles(*tables, settings);
  if (report) answer(*report, *tables, settings);
  return report;
}

}  // namespace twosource

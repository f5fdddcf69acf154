// R7: who took it from whom, and how many origins there are, on generated families.
//
// The engine's own stages run on articles that the generator wrote (docs/formats/lineage-truth.md),
// three times: with right dates, with flawed ones (one in five missing, one in twenty that of the
// last change), without any. Texts are the same in all three.
//
//   right parent   of the articles that took at least 3 sentences and 15 % of their words from one
//                  text: the edge with the largest share names its parent. An article is right if
//                  it is the parent, or an older text that holds word for word every sentence taken
//                  (nobody could tell which of the two it was). An origin is right if the parent,
//                  or a text that could have been it in the same way, is not in the collection and
//                  most of what the origin has in the article is of it. Where no page has a date,
//                  and child and parent tell the same sentences in the same words, nobody can say
//                  who was first: then a common text that both carry is right. All else is wrong
//                  (another article, another outlet's reporting) or unknown (no edge, a common
//                  text); how many of these name what the parent itself was made from is said as
//                  `ancestor`.
//                  Not counted is an article whose source nothing tells of: the source is not in
//                  the collection, the article has no credit, and no other one prints it as well
//                  (with right dates: no older one, and none that has more of it).
//   false parents  of the articles that took nothing: those with an edge
//   sum            mean of |possible - true| / true over the stories found, of two articles and
//                  more. True: the origins that count among the articles of that story. `possible`
//                  is what estimates the true number; `shown` is what can be proved, and its error
//                  is given beside it, with the share of stories whose true number lies between
//                  them.
//   true stories   the same where the stories are given, so that only the origin stage errs
//   hidden         sources that are not in the collection, count, and were printed by two articles
//                  and more: found where an origin that is no outlet's own has two of its copies
//                  and no article that carries nothing of it. Not counted are sources that nobody
//                  credits and of which the earliest article holds all that the others have: they
//                  look like that article's own text.
//   folds          pairs of articles of different outlets without a sentence from one first text
//                  that share an origin; those that share spoken words are counted apart. Must be
//                  0.
//   recall         bytes of the sentences taken from another article that copies of the two cover
//   precision      bytes of copies that stand in the same sentence on the other side
//
// Defaults and seeds were fixed before anything was tuned: seed 1 is for tuning, 2 to 5 are held
// out. PATH names base texts; without one the made-up language is used.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/evaluations.hpp"
#include "bench/generator/collected.hpp"
#include "bench/lineage_judge.hpp"
#include "twosource/origin/direction.hpp"
#include "twosource/origin/origins.hpp"
#include "twosource/origin/tables.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/story/stories.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::bench {
namespace {

constexpr std::uint64_t default_articles = 2000;

struct Run {
  std::string_view name;
  double date_missing;
  double date_late;
};

constexpr Run runs[] = {{"dated", 0.0, 0.0}, {"flawed", 0.2, 0.05}, {"undated", 1.0, 0.0}};

struct RunFigures {
  LineageFigures found;
  CountTally given;  // with the true stories
};

std::vector<Story> true_stories(const Collected& collected) {
  std::vector<Story> stories(collected.families.size());
  for (ArticleIndex i = 0; i < collected.places.size(); ++i) {
    stories[collected.places[i].family].articles.push_back(i);
  }
  std::erase_if(stories, [](const Story& story) { return story.articles.empty(); });
  for (Story& story : stories) story.id = collected.articles[story.articles.front()].id;
  return stories;
}

RunFigures measure(const Collected& collected, Jobs jobs) {
  const OriginTables& tables = built_in_tables();
  const std::vector<Article>& articles = collected.articles;
  std::vector<Analysis> analyses(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    analyses[i] = analyze_structure(articles[i], analyze_words(articles[i]));
  });
  Answers answers;
  answers.copies =
      direct_copies(articles, analyses, find_copies(articles, analyses, jobs).copies, tables, jobs);
  answers.stories = group_stories(articles, analyses, answers.copies, jobs);
  answers.origins =
      trace_origins({articles, analyses, answers.copies, answers.stories, jobs}, tables);
  RunFigures figures;
  figures.found = judge_lineage(collected, answers);
  const std::vector<Story> stories = true_stories(collected);
  const Origins given = trace_origins({articles, analyses, answers.copies, stories, jobs}, tables);
  figures.given = judge_counts(collected, stories, given.sums);
  return figures;
}

double mean(double sum, std::uint64_t count) {
  return count == 0 ? 0.0 : sum / static_cast<double>(count);
}

void print_head(std::ostream& out) {
  out << fmt::format("{:8} {:>6} {:>6} {:>6} {:>6} {:>6} {:>8} {:>6} {:>6} {:>8} {:>7}\n", "dates",
                     "right", "wrong", "unkn.", "false", "sum", "(given)", "shown", "inside",
                     "hidden", "folds");
}

void print_run(std::string_view name, const RunFigures& figures, std::ostream& out) {
  const LineageFigures& found = figures.found;
  const auto all = found.parents.find("all");
  const ParentTally parents = all == found.parents.end() ? ParentTally{} : all->second;
  out << fmt::format(
      "{:8} {:6.3f} {:6} {:6} {:6.3f} {:6.3f} {:8.3f} {:6.3f} {:6.3f} {:8.3f} {:3} {:3}\n", name,
      parents.share(), parents.wrong, parents.unknown, found.false_parents.share(),
      mean(found.counts.possible_error, found.counts.stories),
      mean(figures.given.possible_error, figures.given.stories),
      mean(found.counts.shown_error, found.counts.stories),
      mean(static_cast<double>(found.counts.inside), found.counts.stories), found.hidden.share(),
      found.quotation_folds.part, found.independent_folds.part);
}

void print_operations(std::string_view name, const LineageFigures& found, std::ostream& out) {
  out << fmt::format("\n{:24} {:>8} {:>6} {:>6} {:>8} {:>9}\n", fmt::format("parents, {}", name),
                     "articles", "right", "wrong", "unknown", "ancestor");
  for (const auto& [operation, tally] : found.parents) {
    out << fmt::format("{:24} {:8} {:6.3f} {:6} {:8} {:9}\n", operation, tally.all(), tally.share(),
                       tally.wrong, tally.unknown, tally.ancestor);
  }
}

void print_passages(const LineageFigures& found, std::ostream& out) {
  out << fmt::format("\n{:24} {:>8} {:>8}\n", "passages", "bytes", "recall");
  for (const auto& [kind, tally] : found.recall) {
    out << fmt::format("{:24} {:8} {:8.3f}\n", kind, tally.whole, tally.share());
  }
  out << fmt::format("\n{:24} {:>8} {:>9}\n", "found as", "bytes", "precision");
  for (const auto& [kind, tally] : found.precision) {
    out << fmt::format("{:24} {:8} {:9.3f}\n", kind, tally.whole, tally.share());
  }
}

void print_examples(std::string_view what, const std::vector<std::string>& examples,
                    std::ostream& out) {
  constexpr std::size_t shown = 20;
  const std::size_t count = std::min(shown, examples.size());
  if (count > 0) out << fmt::format("\n{} of {} {}:\n", count, examples.size(), what);
  for (std::size_t i = 0; i < count; ++i) {
    out << examples[i * examples.size() / count] << "\n";
  }
}

void print_keys(std::string_view name, const RunFigures& figures, std::ostream& out) {
  const LineageFigures& found = figures.found;
  const auto all = found.parents.find("all");
  out << fmt::format("lineage.{}.right_parent: {:.4f}\n", name,
                     all == found.parents.end() ? 0.0 : all->second.share());
  out << fmt::format("lineage.{}.sum_error: {:.4f}\n", name,
                     mean(found.counts.possible_error, found.counts.stories));
  out << fmt::format("lineage.{}.sum_error_given_stories: {:.4f}\n", name,
                     mean(figures.given.possible_error, figures.given.stories));
  out << fmt::format("lineage.{}.hidden_found: {:.4f}\n", name, found.hidden.share());
  out << fmt::format("lineage.{}.quotation_folds: {}\n", name, found.quotation_folds.part);
  out << fmt::format("lineage.{}.independent_folds: {}\n", name,
                     found.independent_folds.part + found.foreign_folds);
}

}  // namespace

Result<Done> measure_lineage(const Request& request, std::ostream& out) {
  const auto press = open_press(request.paths);
  if (!press) return press.error();
  const std::uint64_t articles = request.articles == 0 ? default_articles : request.articles;
  std::vector<std::pair<std::string_view, RunFigures>> figures;
  std::size_t collected_articles = 0;
  for (const Run& run : runs) {
    const FamilyRules rules{.date_missing = run.date_missing, .date_late = run.date_late};
    const Collected collected = collect(**press, {articles, request.seed, rules}, request.jobs);
    collected_articles = collected.articles.size();
    figures.emplace_back(run.name, measure(collected, request.jobs));
  }
  const LineageFigures& first = figures.front().second.found;
  out << fmt::format(
      "{} articles, seed {}; {} stories with a sum; {} hidden sources; {} pairs share only "
      "quotations, {} nothing\n\n",
      collected_articles, request.seed, first.counts.stories, first.hidden.whole,
      first.quotation_folds.whole, first.independent_folds.whole);
  print_head(out);
  for (const auto& [name, each] : figures) print_run(name, each, out);
  for (const auto& [name, each] : figures) print_operations(name, each.found, out);
  print_passages(first, out);
  for (const auto& [name, each] : figures) {
    print_examples(fmt::format("without the right parent, {}", name), each.found.examples, out);
  }
  print_examples("that took nothing and have a parent, dated", first.false_edges, out);
  print_examples("pairs that fold, dated", first.folds, out);
  out << fmt::format("\nlineage.articles: {}\n", collected_articles);
  for (const auto& [name, each] : figures) print_keys(name, each, out);
  return Done{};
}

}  // namespace twosource::bench

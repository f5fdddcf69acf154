// Trains the weights of twosource/claim/likeness, models/claims (see README.md there).
//
// Data: PATH... are dev_MN_only.csv of SuperPAL, nanco_dataset.json of NAnCo, whose questions 2, 3,
// 5 and 6 are learned from, and the folder data/train of PolNeAR. aligned_spans.cpp tells how pairs
// are made of the first two. Of the third come clauses of different articles that happen to have
// two words in common: short ones have no others, and without these a model that knows whole
// propositions takes "back to the pandemic" and "things to go back" for one. `same` learns
// from all pairs; `about` from all but the answers of NAnCo, and for it a contradiction is one more
// way to speak of the fact. Written to --output (default: en.tsv).
//
// Judged on pairs of topics that the asked model did not learn from (each topic in turn) and on the
// test questions of NAnCo: area under the ROC curve and average precision among the natural pairs;
// how many pairs reach a limit and how many of these are right; and whether the probabilities are
// what they say (reliability). A wrong pair at a high limit is a claim that nobody made.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <ostream>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/aligned_spans.hpp"
#include "bench/evaluations.hpp"
#include "bench/polnear.hpp"
#include "twosource/base/files.hpp"
#include "twosource/claim/pair_features.hpp"

namespace twosource::bench {
namespace {

constexpr double penalty = 0.003;

struct Cases {
  std::vector<ClaimExample> examples;
  std::vector<DenseRow> rows;
};

enum class Output : std::uint8_t { same, about };

bool wanted_of(const ClaimExample& example, Output output) {
  return output == Output::same ? example.same : example.about;
}

// Learns from the examples of all groups but one.
DenseModel train(const Cases& cases, Output output, const std::string& left_out) {
  std::vector<DenseRow> rows;
  std::vector<double> wanted;
  std::vector<double> weights;
  for (std::size_t i = 0; i < cases.examples.size(); ++i) {
    const ClaimExample& example = cases.examples[i];
    if (example.group == left_out || (output == Output::about && example.only_same)) continue;
    rows.push_back(cases.rows[i]);
    wanted.push_back(wanted_of(example, output) ? 1.0 : 0.0);
    weights.push_back(example.weight);
  }
  return fit_logistic(rows, wanted, weights, penalty);
}

struct Judged {
  std::vector<double> scores;
  std::vector<bool> wanted;
};

void print(std::string_view title, const Judged& judged, std::ostream& out) {
  const auto positives = std::count(judged.wanted.begin(), judged.wanted.end(), true);
  out << fmt::format("{}: {} pairs, {} positive, AUC {:.1f}, AP {:.1f}\n", title,
                     judged.scores.size(), positives,
                     100.0 * area_under_curve(judged.scores, judged.wanted),
                     100.0 * average_precision(judged.scores, judged.wanted));
  out << fmt::format("  {:<8}{:>8}{:>8}{:>11}{:>9}\n", "from", "found", "right", "precision",
                     "recall");
  for (const double limit : {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}) {
    std::size_t found = 0;
    std::size_t right = 0;
    for (std::size_t i = 0; i < judged.scores.size(); ++i) {
      if (judged.scores[i] < limit) continue;
      ++found;
      right += judged.wanted[i] ? 1 : 0;
    }
    const auto share = [&](std::size_t whole) {
      return whole == 0 ? 0.0 : static_cast<double>(right) / static_cast<double>(whole);
    };
    out << fmt::format("  {:<8.1f}{:>8}{:>8}{:>11.3f}{:>9.3f}\n", limit, found, right, share(found),
                       share(static_cast<std::size_t>(positives)));
  }
}

// How often the wanted answer is right where the model says 0.1 to 0.2, and so on.
void print_reliability(const Judged& judged, std::ostream& out) {
  std::array<std::size_t, 10> asked{};
  std::array<std::size_t, 10> right{};
  std::array<double, 10> said{};
  for (std::size_t i = 0; i < judged.scores.size(); ++i) {
    const auto tenth = std::min<std::size_t>(9, static_cast<std::size_t>(judged.scores[i] * 10));
    ++asked.at(tenth);
    said.at(tenth) += judged.scores[i];
    right.at(tenth) += judged.wanted[i] ? 1 : 0;
  }
  for (std::size_t t = 0; t < asked.size(); ++t) {
    const auto count = static_cast<double>(std::max<std::size_t>(asked.at(t), 1));
    out << fmt::format("  said 0.{}..: {:>6} pairs, mean {:.2f}, right {:.2f}\n", t, asked.at(t),
                       said.at(t) / count, static_cast<double>(right.at(t)) / count);
  }
}

Judged judge_held_out(const Cases& cases, const std::set<std::string>& topics, Output output,
                      bool made) {
  Judged judged;
  for (const std::string& topic : topics) {
    const DenseModel model = train(cases, output, topic);
    for (std::size_t i = 0; i < cases.examples.size(); ++i) {
      const ClaimExample& example = cases.examples[i];
      if (example.group != topic || example.made != made) continue;
      judged.scores.push_back(model.probability(cases.rows[i]));
      judged.wanted.push_back(wanted_of(example, output));
    }
  }
  return judged;
}

std::string weights_file(const DenseModel& same, const DenseModel& about) {
  std::string tsv;
  const auto& names = pair_feature_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    // The first number is always 1, so the constant is its weight.
    const double s = i == 0 ? same.constant : same.weights[i];
    const double a = i == 0 ? about.constant : about.weights[i];
    tsv += fmt::format("{}\t{:.4f}\t{:.4f}\n", names.at(i), s, a);
  }
  return tsv;
}

// Makes the numbers of examples, whose texts weigh as those of one story if they are of one group.
void add(const std::vector<ClaimExample>& examples, TextReader& reader, Cases& cases) {
  std::map<std::string, std::map<std::string, std::size_t>> places;
  std::map<std::string, std::vector<ComparedUnit>> units;
  for (const ClaimExample& example : examples) {
    for (const std::string* text : {&example.a, &example.b}) {
      std::vector<ComparedUnit>& group = units[example.group];
      if (places[example.group].try_emplace(*text, group.size()).second)
        group.push_back(reader.read(*text));
    }
  }
  for (auto& [group, list] : units) weigh_in_story(list);
  for (const ClaimExample& example : examples) {
    const auto& group = places[example.group];
    const std::vector<ComparedUnit>& list = units[example.group];
    const PairFeatures features =
        pair_features(list[group.at(example.a)], list[group.at(example.b)]);
    if (features[0] == 0.0) continue;
    cases.examples.push_back(example);
    cases.rows.emplace_back(features.begin(), features.end());
  }
}

// --- pairs of clauses that have words in common, and nothing else -------------------------------

constexpr std::size_t articles_at_once = 25;  // as if they were one story
constexpr std::uint64_t one_pair_of = 4;
constexpr double weight_of_stranger = 0.1;
constexpr double too_close = 0.7;  // of hard_mean: may well say the same

std::vector<ComparedUnit> clauses_of(const MarkedArticle& marked) {
  std::vector<ComparedUnit> units;
  const TaggedText& tagged = marked.tagged;
  for (std::size_t i = 0; i < tagged.clauses.size(); ++i) {
    const auto end = i + 1 < tagged.clauses.size()
                         ? tagged.clauses[i + 1]
                         : static_cast<std::uint32_t>(tagged.tokens.size());
    units.push_back(compared_unit(marked.article.text, tagged, tagged.clauses[i], end));
  }
  return units;
}

using WordPair = std::pair<std::uint64_t, std::uint64_t>;

// Which units have two telling words.
std::map<WordPair, std::vector<std::size_t>> units_by_words(
    const std::vector<ComparedUnit>& units) {
  std::map<WordPair, std::vector<std::size_t>> having;
  for (std::size_t u = 0; u < units.size(); ++u) {
    std::set<std::uint64_t> lemmas;
    for (const ComparedWord& word : units[u].words) {
      if (word.role != WordRole::function) lemmas.insert(word.lemma);
    }
    for (auto x = lemmas.begin(); x != lemmas.end(); ++x) {
      for (auto y = std::next(x); y != lemmas.end(); ++y) having[{*x, *y}].push_back(u);
    }
  }
  return having;
}

// Pairs of units of two articles that have two telling words in common.
std::set<std::pair<std::size_t, std::size_t>> pairs_with_common_words(
    const std::vector<ComparedUnit>& units, const std::vector<std::size_t>& articles) {
  constexpr std::size_t most_units = 40;  // with the same two words; such a pair tells nothing
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [words, list] : units_by_words(units)) {
    if (list.size() > most_units) continue;
    for (const std::size_t a : list) {
      for (const std::size_t b : list) {
        if (articles[a] < articles[b]) pairs.insert({a, b});
      }
    }
  }
  return pairs;
}

// Articles of many days and events: what their clauses have in common is chance.
void add_strangers(std::span<const MarkedArticle> marked, Cases& cases) {
  std::vector<ComparedUnit> units;
  std::vector<std::size_t> articles;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    for (ComparedUnit& unit : clauses_of(marked[i])) {
      units.push_back(std::move(unit));
      articles.push_back(i);
    }
  }
  weigh_in_story(units);
  for (const auto& [a, b] : pairs_with_common_words(units, articles)) {
    if ((a * 7919 + b) % one_pair_of != 0) continue;
    const PairFeatures features = pair_features(units[a], units[b]);
    if (features[0] == 0.0 || features[6] > too_close) continue;
    cases.examples.push_back({{}, {}, false, false, weight_of_stranger, false, true, "strangers"});
    cases.rows.emplace_back(features.begin(), features.end());
  }
}

}  // namespace

Result<Done> train_claims(const Request& request, std::ostream& out) {
  if (request.paths.size() != 3)
    return Error{ErrorKind::usage,
                 "bench train-claims wants dev_MN_only.csv of SuperPAL, nanco_dataset.json and the "
                 "folder data/train of PolNeAR"};
  const auto spans = read_superpal(request.paths[0]);
  if (!spans) return spans.error();
  const auto answers = read_nanco(request.paths[1]);
  if (!answers) return answers.error();
  TextReader reader;
  Cases cases;
  std::set<std::string> topics;
  add(examples_of(*spans), reader, cases);
  for (const AlignedSpans& span : *spans) topics.insert(span.topic);
  std::vector<Answer> tuning;
  std::vector<Answer> testing;
  for (const Answer& answer : *answers) (answer.tunes() ? tuning : testing).push_back(answer);
  add(examples_of(tuning), reader, cases);

  Request polnear = request;
  polnear.paths = {request.paths[2]};
  const auto marked = read_polnear(polnear);
  if (!marked) return marked.error();
  for (std::size_t i = 0; i < marked->size(); i += articles_at_once)
    add_strangers(std::span(*marked).subspan(i, std::min(articles_at_once, marked->size() - i)),
                  cases);

  const Judged natural = judge_held_out(cases, topics, Output::same, false);
  print("same, topics held out", natural, out);
  print_reliability(natural, out);
  const Judged about = judge_held_out(cases, topics, Output::about, false);
  print("about, topics held out", about, out);
  print_reliability(about, out);
  print("same, made contradictions and copies", judge_held_out(cases, topics, Output::same, true),
        out);
  const DenseModel same_model = train(cases, Output::same, "");
  Judged strangers;
  for (std::size_t i = 0; i < cases.rows.size(); ++i) {
    if (cases.examples[i].group != "strangers") continue;
    strangers.scores.push_back(same_model.probability(cases.rows[i]));
    strangers.wanted.push_back(false);
  }
  print("same, clauses with two common words (learned from)", strangers, out);
  Judged answered;
  Cases asked;
  add(examples_of(testing), reader, asked);
  for (std::size_t i = 0; i < asked.rows.size(); ++i) {
    answered.scores.push_back(same_model.probability(asked.rows[i]));
    answered.wanted.push_back(asked.examples[i].same);
  }
  print("same, test questions of NAnCo", answered, out);
  const std::string tsv = weights_file(same_model, train(cases, Output::about, ""));
  out << fmt::format(
      "train-claims.pairs: {}\ntrain-claims.same_auc: {:.2f}\n"
      "train-claims.same_average_precision: {:.2f}\n"
      "train-claims.about_average_precision: {:.2f}\n",
      cases.rows.size(), 100.0 * area_under_curve(natural.scores, natural.wanted),
      100.0 * average_precision(natural.scores, natural.wanted),
      100.0 * average_precision(about.scores, about.wanted));
  return write_file_whole(request.output.empty() ? "en.tsv" : request.output, tsv);
}

}  // namespace twosource::bench

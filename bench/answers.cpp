// C2: do two outlets give the same answer to a question? On NAnCo (News Answer Consolidation; Laban
// et al., "Discord Questions", Findings of EMNLP 2022).
//
// Data: PATH is nanco_dataset.json: eight questions, to each some thirty answers, each the words of
// a news paragraph that answer it. All pairs of one question's answers are asked; two are the same
// if the annotators put them into one cluster. The measure is balanced accuracy (the mean of the
// share of right ones among the same and among the different pairs), of each question, then their
// mean.
//
// Questions 2, 3, 5 and 6 tune, 4, 7, 8 and 9 test. As the answers are often two words long, the
// figure is that of a small logistic model over the product's numbers (claim/pair_features) and its
// answer, fitted on the tuning questions. Beside it stands what the shipping weights make of them,
// with one limit from the tuning questions; they learned from these, too, not from the others.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/evaluations.hpp"
#include "bench/text_pairs.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/json.hpp"
#include "twosource/claim/likeness.hpp"
#include "twosource/claim/pair_features.hpp"

namespace twosource::bench {
namespace {

// With a question left out in turn, the tuning questions take anything from 0.05 to 3.
constexpr double penalty = 1.0;
// The numbers behind these tell contradictions and chance apart; four questions are too few to
// learn from so many.
constexpr std::ptrdiff_t of_any_pair = 48;

struct Pair {
  std::string question;
  bool tunes = false;
  bool same = false;
  double shipped = 0.0;
  DenseRow row;
};

DenseRow row_of(const ComparedUnit& a, const ComparedUnit& b, double shipped) {
  const PairFeatures features = pair_features(a, b);
  DenseRow row(features.begin(), features.begin() + of_any_pair);
  const double bounded = std::clamp(shipped, 1e-4, 1.0 - 1e-4);
  row.push_back(std::log(bounded / (1.0 - bounded)));
  return row;
}

// The answers to a question weigh as the units of a story do.
std::vector<Pair> pairs_of(const std::vector<Answer>& answers, TextReader& reader) {
  std::map<std::string, std::vector<const Answer*>> questions;
  for (const Answer& answer : answers) questions[answer.question].push_back(&answer);
  std::vector<Pair> pairs;
  for (const auto& [question, list] : questions) {
    std::vector<ComparedUnit> units;
    for (const Answer* answer : list) units.push_back(reader.read(answer->words));
    weigh_in_story(units);
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const double shipped = compare_units(units[i], units[j]).same;
        pairs.push_back({question, list[i]->tunes(), list[i]->cluster == list[j]->cluster, shipped,
                         row_of(units[i], units[j], shipped)});
      }
    }
  }
  return pairs;
}

// Every question and both classes count the same.
std::vector<double> balanced_weights(const std::vector<const Pair*>& pairs) {
  std::map<std::pair<std::string, bool>, double> counts;
  for (const Pair* pair : pairs) counts[{pair->question, pair->same}] += 1.0;
  std::vector<double> weights;
  weights.reserve(pairs.size());
  for (const Pair* pair : pairs) weights.push_back(50.0 / counts[{pair->question, pair->same}]);
  return weights;
}

struct Score {
  std::size_t same = 0;
  std::size_t same_right = 0;
  std::size_t other = 0;
  std::size_t other_right = 0;
  void add(bool same_gold, bool same_found) {
    ++(same_gold ? same : other);
    if (same_gold == same_found) ++(same_gold ? same_right : other_right);
  }
  [[nodiscard]] double balanced() const {
    return 50.0 * static_cast<double>(same_right) /
               static_cast<double>(std::max<std::size_t>(same, 1)) +
           50.0 * static_cast<double>(other_right) /
               static_cast<double>(std::max<std::size_t>(other, 1));
  }
};

using Scores = std::map<std::string, Score>;

template <class ScoreOf>
Scores scores_at(double limit, const std::vector<Pair>& pairs, bool tunes,
                 const ScoreOf& score_of) {
  Scores scores;
  for (const Pair& pair : pairs) {
    if (pair.tunes == tunes) scores[pair.question].add(pair.same, score_of(pair) >= limit);
  }
  return scores;
}

double mean_of(const Scores& scores) {
  double sum = 0.0;
  for (const auto& [question, score] : scores) sum += score.balanced();
  return sum / static_cast<double>(std::max<std::size_t>(scores.size(), 1));
}

// The limit that does best on the tuning questions.
template <class ScoreOf>
double best_limit(const std::vector<Pair>& pairs, const ScoreOf& score_of) {
  double best = 0.5;
  double best_mean = 0.0;
  for (int step = 1; step < 100; ++step) {
    const double limit = step / 100.0;
    const double mean = mean_of(scores_at(limit, pairs, true, score_of));
    if (mean > best_mean) {
      best = limit;
      best_mean = mean;
    }
  }
  return best;
}

DenseModel fit(const std::vector<Pair>& pairs) {
  std::vector<const Pair*> tuning;
  std::vector<DenseRow> rows;
  std::vector<double> wanted;
  for (const Pair& pair : pairs) {
    if (!pair.tunes) continue;
    tuning.push_back(&pair);
    rows.push_back(pair.row);
    wanted.push_back(pair.same ? 1.0 : 0.0);
  }
  return fit_logistic(rows, wanted, balanced_weights(tuning), penalty);
}

}  // namespace

Result<Done> measure_answers(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1)
    return Error{ErrorKind::usage, "bench answers wants nanco_dataset.json of NAnCo"};
  const auto answers = read_nanco(request.paths.front());
  if (!answers) return answers.error();
  TextReader reader;
  const std::vector<Pair> pairs = pairs_of(*answers, reader);
  const DenseModel model = fit(pairs);
  const auto fitted = [&](const Pair& pair) { return model.probability(pair.row); };
  const auto shipped = [](const Pair& pair) { return pair.shipped; };
  const double limit = best_limit(pairs, fitted);
  const double shipped_limit = best_limit(pairs, shipped);
  out << fmt::format("{:<10}{:>6}{:>7}{:>9}{:>14}\n", "question", "same", "other", "fitted",
                     "as it ships");
  for (const bool tunes : {true, false}) {
    Scores ships = scores_at(shipped_limit, pairs, tunes, shipped);
    for (const auto& [question, score] : scores_at(limit, pairs, tunes, fitted))
      out << fmt::format("{:<10}{:>6}{:>7}{:>9.1f}{:>14.1f}{}\n", question, score.same, score.other,
                         score.balanced(), ships[question].balanced(), tunes ? "  tunes" : "");
  }
  out << fmt::format("answers.balanced_accuracy: {:.2f}\n",
                     mean_of(scores_at(limit, pairs, false, fitted)))
      << fmt::format("answers.shipped_balanced_accuracy: {:.2f}\n",
                     mean_of(scores_at(shipped_limit, pairs, false, shipped)))
      << fmt::format("answers.shipped_limit: {:.2f}\n", shipped_limit);
  return Done{};
}

}  // namespace twosource::bench

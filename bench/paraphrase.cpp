// C1: how well the product's comparison of two units (claim/pair_features) tells paraphrases.
//
// Data: PATH... are the folder of the Microsoft Research Paraphrase Corpus (msr-para-train.tsv,
// -val, -test) and the folder of SemEval STS (sts/semeval-sts/2013 to 2016, headlines.test.tsv);
// either may be left out. Each sentence is one unit.
//
// Both sets only measure; nothing that ships learned from them. So the figures are those of a small
// model of the product's numbers that is fitted anew on the set itself: logistic regression on the
// train and val parts of MSRP, accuracy on its test part; ridge regression on three years of
// headlines, Pearson's r on the fourth, in turn, mean of the years. Beside them stands what the
// weights that ship make of the same pairs, without any fitting: area under the ROC curve and
// accuracy at the best single limit for MSRP, r for STS. And how many pairs a second are compared.
#include <algorithm>
#include <array>
#include <ctime>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bench/evaluations.hpp"
#include "bench/text_pairs.hpp"
#include "twosource/claim/likeness.hpp"

namespace twosource::bench {
namespace {

constexpr double penalty = 0.002;
constexpr std::array<std::string_view, 4> years = {"2013", "2014", "2015", "2016"};

std::vector<double> golds_of(const std::vector<TextPair>& pairs) {
  std::vector<double> golds;
  golds.reserve(pairs.size());
  for (const TextPair& pair : pairs) golds.push_back(pair.gold);
  return golds;
}

std::vector<double> shipped(const std::vector<TextPair>& pairs, TextReader& reader) {
  std::vector<double> scores;
  scores.reserve(pairs.size());
  for (const TextPair& pair : pairs)
    scores.push_back(compare_units(reader.read(pair.a), reader.read(pair.b)).same);
  return scores;
}

double accuracy_at(double limit, const std::vector<double>& scores,
                   const std::vector<bool>& wanted) {
  std::size_t right = 0;
  for (std::size_t i = 0; i < scores.size(); ++i)
    right += (scores[i] >= limit) == wanted[i] ? 1 : 0;
  return static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(scores.size(), 1));
}

// Pairs a second of processor time, on one thread: the best of five rounds.
double pairs_per_second(const std::vector<TextPair>& pairs, TextReader& reader) {
  std::vector<std::pair<const ComparedUnit*, const ComparedUnit*>> units;
  units.reserve(pairs.size());
  for (const TextPair& pair : pairs) units.emplace_back(&reader.read(pair.a), &reader.read(pair.b));
  double best = 0.0;
  double sum = 0.0;
  for (int round = 0; round < 5; ++round) {
    const std::clock_t start = std::clock();
    for (const auto& [a, b] : units) sum += compare_units(*a, *b).same;
    const double seconds = static_cast<double>(std::clock() - start + 1) / CLOCKS_PER_SEC;
    best = std::max(best, static_cast<double>(units.size()) / seconds);
  }
  return sum > 0.0 ? best : 0.0;
}

Result<Done> measure_msrp(const std::string& folder, TextReader& reader, std::ostream& out) {
  std::vector<TextPair> train;
  for (const std::string_view part : {"train", "val"}) {
    const auto pairs = read_msrp(fmt::format("{}/msr-para-{}.tsv", folder, part));
    if (!pairs) return pairs.error();
    train.insert(train.end(), pairs->begin(), pairs->end());
  }
  const auto test = read_msrp(folder + "/msr-para-test.tsv");
  if (!test) return test.error();
  const DenseModel model = fit_logistic(feature_rows(train, reader), golds_of(train), {}, penalty);
  std::vector<bool> wanted;
  std::vector<double> fitted;
  const std::vector<DenseRow> rows = feature_rows(*test, reader);
  double right = 0.0;
  double found = 0.0;
  double positive = 0.0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    wanted.push_back((*test)[i].gold > 0.5);
    fitted.push_back(model.probability(rows[i]));
    right += wanted[i] && fitted[i] >= 0.5 ? 1.0 : 0.0;
    found += fitted[i] >= 0.5 ? 1.0 : 0.0;
    positive += wanted[i] ? 1.0 : 0.0;
  }
  const std::vector<double> scores = shipped(*test, reader);
  double best = 0.0;
  for (const double limit : scores) best = std::max(best, accuracy_at(limit, scores, wanted));
  const double accuracy = 100.0 * accuracy_at(0.5, fitted, wanted);
  const double f1 = 200.0 * right / (found + positive);
  const double area = 100.0 * area_under_curve(fitted, wanted);
  const double shipped_area = 100.0 * area_under_curve(scores, wanted);
  out << fmt::format("{:<20}{:>8}{:>10}{:>8}{:>8}\n", "MSRP, test", "pairs", "accuracy", "F1",
                     "AUC")
      << fmt::format("{:<20}{:>8}{:>10.1f}{:>8.1f}{:>8.1f}\n", "fitted on its train", rows.size(),
                     accuracy, f1, area)
      << fmt::format("{:<20}{:>8}{:>10.1f}{:>8}{:>8.1f}\n", "as it ships", rows.size(),
                     100.0 * best, "", shipped_area)
      << fmt::format("paraphrase.msrp_accuracy: {:.2f}\nparaphrase.msrp_f1: {:.2f}\n", accuracy, f1)
      << fmt::format("paraphrase.msrp_shipped_auc: {:.2f}\n", shipped_area)
      << fmt::format("paraphrase.pairs_per_second: {:.0f}\n", pairs_per_second(*test, reader));
  return Done{};
}

Result<Done> measure_headlines(const std::string& folder, TextReader& reader, std::ostream& out) {
  std::vector<TextPair> pairs;
  for (const std::string_view year : years) {
    const auto found =
        read_sts(fmt::format("{}/sts/semeval-sts/{}/headlines.test.tsv", folder, year), year);
    if (!found) return found.error();
    pairs.insert(pairs.end(), found->begin(), found->end());
  }
  const std::vector<DenseRow> rows = feature_rows(pairs, reader);
  const std::vector<double> scores = shipped(pairs, reader);
  out << fmt::format("{:<20}{:>8}{:>10}{:>12}\n", "STS headlines", "pairs", "fitted",
                     "as it ships");
  double fitted_sum = 0.0;
  double shipped_sum = 0.0;
  for (const std::string_view year : years) {
    std::vector<DenseRow> learned;
    std::vector<double> wanted;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (pairs[i].group == year) continue;
      learned.push_back(rows[i]);
      wanted.push_back(pairs[i].gold);
    }
    const DenseModel model = fit_least_squares(learned, wanted, penalty);
    std::vector<double> gold;
    std::vector<double> fitted;
    std::vector<double> raw;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (pairs[i].group != year) continue;
      gold.push_back(pairs[i].gold);
      fitted.push_back(std::clamp(model.score(rows[i]), 0.0, 5.0));
      raw.push_back(scores[i]);
    }
    const double r = 100.0 * correlation(fitted, gold);
    const double r_shipped = 100.0 * correlation(raw, gold);
    fitted_sum += r;
    shipped_sum += r_shipped;
    out << fmt::format("{:<20}{:>8}{:>10.1f}{:>12.1f}\n", year, gold.size(), r, r_shipped);
  }
  out << fmt::format("paraphrase.headlines_pearson: {:.2f}\n", fitted_sum / years.size())
      << fmt::format("paraphrase.headlines_shipped_pearson: {:.2f}\n", shipped_sum / years.size());
  return Done{};
}

}  // namespace

Result<Done> measure_paraphrase(const Request& request, std::ostream& out) {
  if (request.paths.empty() || request.paths.size() > 2)
    return Error{ErrorKind::usage,
                 "bench paraphrase wants the folder of MSRP, the folder of STS, or both"};
  TextReader reader;
  for (const std::string& path : request.paths) {
    const bool msrp = static_cast<bool>(read_msrp(path + "/msr-para-test.tsv"));
    const Result<Done> measured =
        msrp ? measure_msrp(path, reader, out) : measure_headlines(path, reader, out);
    if (!measured) return measured.error();
  }
  return Done{};
}

}  // namespace twosource::bench

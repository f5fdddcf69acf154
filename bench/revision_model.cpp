// A small classifier for few answers with features that are much alike.
//
// It makes as small as it can: the sum over the answers of -ln(chance of the right class), plus
// half the sum of the squared weights (constants are free). The penalty's weight is the usual 1,
// as if the weights were drawn from a normal distribution of spread 1; without it, weights of
// features that nearly repeat each other grow against each other. The sum is convex, so plain
// gradient descent finds its one minimum.
#include "bench/revision_model.hpp"

#include <algorithm>
#include <cmath>

namespace twosource::bench {
namespace {

constexpr double penalty = 1.0;
constexpr int rounds = 5000;
// The mean loss curves by less than half the mean squared length of an answer's features, which is
// their number when they are standardised; so a step below 4 / (number + 1) cannot overshoot.
constexpr double step = 0.2;

}  // namespace

Regression::Regression(const std::vector<RevisionFeatures>& features,
                       const std::vector<std::size_t>& classes, std::size_t class_count)
    : weights_(class_count) {
  standardise(features);
  std::vector<RevisionFeatures> rows;
  rows.reserve(features.size());
  for (const RevisionFeatures& row : features) rows.push_back(scaled(row));
  const double rate = step / static_cast<double>(std::max<std::size_t>(rows.size(), 1));
  for (int round = 0; round < rounds; ++round) {
    std::vector<Weights> slope(class_count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::vector<double> chance = chances(rows[i]);
      for (std::size_t c = 0; c < class_count; ++c) {
        const double miss = (classes[i] == c ? 1.0 : 0.0) - chance[c];
        slope[c].constant += miss;
        for (std::size_t f = 0; f < rows[i].size(); ++f) {
          slope[c].of_feature[f] += miss * rows[i][f];
        }
      }
    }
    for (std::size_t c = 0; c < class_count; ++c) {
      weights_[c].constant += rate * slope[c].constant;
      for (std::size_t f = 0; f < revision_feature_count; ++f) {
        double& weight = weights_[c].of_feature[f];
        weight += rate * (slope[c].of_feature[f] - penalty * weight);
      }
    }
  }
}

std::size_t Regression::predict(const RevisionFeatures& features) const {
  const std::vector<double> chance = chances(scaled(features));
  return static_cast<std::size_t>(std::max_element(chance.begin(), chance.end()) - chance.begin());
}

void Regression::standardise(const std::vector<RevisionFeatures>& features) {
  const double count = static_cast<double>(features.size());
  for (std::size_t f = 0; f < revision_feature_count; ++f) {
    double squares = 0.0;
    for (const RevisionFeatures& row : features) mean_[f] += row[f] / count;
    for (const RevisionFeatures& row : features) {
      squares += (row[f] - mean_[f]) * (row[f] - mean_[f]) / count;
    }
    spread_[f] = squares > 0.0 ? std::sqrt(squares) : 1.0;
  }
}

RevisionFeatures Regression::scaled(const RevisionFeatures& features) const {
  RevisionFeatures x{};
  for (std::size_t f = 0; f < x.size(); ++f) x[f] = (features[f] - mean_[f]) / spread_[f];
  return x;
}

std::vector<double> Regression::chances(const RevisionFeatures& scaled_features) const {
  std::vector<double> chance;
  for (const Weights& weights : weights_) {
    double score = weights.constant;
    for (std::size_t f = 0; f < scaled_features.size(); ++f) {
      score += weights.of_feature[f] * scaled_features[f];
    }
    chance.push_back(score);
  }
  const double highest = *std::max_element(chance.begin(), chance.end());
  double sum = 0.0;
  for (double& c : chance) sum += c = std::exp(c - highest);
  for (double& c : chance) c /= sum;
  return chance;
}

}  // namespace twosource::bench

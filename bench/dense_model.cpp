// Linear models of a few dozen dense numbers, fitted exactly.
//
// Both kinds solve normal equations on standardised columns by Cholesky's decomposition: least
// squares once, logistic regression a few times, each time for the cases weighted by how undecided
// the model is about them (iteratively reweighted least squares). The penalty keeps the equations
// definite although many columns nearly repeat each other.
#include "bench/dense_model.hpp"

#include <algorithm>
#include <cmath>

namespace twosource::bench {
namespace {

using Matrix = std::vector<DenseRow>;

struct Scale {
  DenseRow mean;
  DenseRow spread;  // 0: the column does not vary
};

Scale scale_of(const std::vector<DenseRow>& rows) {
  const std::size_t columns = rows.empty() ? 0 : rows.front().size();
  const auto count = static_cast<double>(std::max<std::size_t>(rows.size(), 1));
  Scale scale{DenseRow(columns), DenseRow(columns)};
  for (const DenseRow& row : rows) {
    for (std::size_t c = 0; c < columns; ++c) scale.mean[c] += row[c] / count;
  }
  for (const DenseRow& row : rows) {
    for (std::size_t c = 0; c < columns; ++c)
      scale.spread[c] += (row[c] - scale.mean[c]) * (row[c] - scale.mean[c]) / count;
  }
  for (double& spread : scale.spread) spread = spread > 1e-12 ? std::sqrt(spread) : 0.0;
  return scale;
}

// Standardised, with a last column of ones.
std::vector<DenseRow> scaled(const std::vector<DenseRow>& rows, const Scale& scale) {
  std::vector<DenseRow> result = rows;
  for (DenseRow& row : result) {
    for (std::size_t c = 0; c < row.size(); ++c)
      row[c] = scale.spread[c] > 0.0 ? (row[c] - scale.mean[c]) / scale.spread[c] : 0.0;
    row.push_back(1.0);
  }
  return result;
}

// Solves `left` x = `right` for a symmetric positive definite `left`, of which the lower half is
// given.
DenseRow solve(Matrix left, DenseRow right) {
  const std::size_t size = right.size();
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = left[i][j];
      for (std::size_t k = 0; k < j; ++k) sum -= left[i][k] * left[j][k];
      left[i][j] = i == j ? std::sqrt(std::max(sum, 1e-12)) : sum / left[j][j];
    }
  }
  for (std::size_t i = 0; i < size; ++i) {
    for (std::size_t k = 0; k < i; ++k) right[i] -= left[i][k] * right[k];
    right[i] /= left[i][i];
  }
  for (std::size_t i = size; i-- > 0;) {
    for (std::size_t k = i + 1; k < size; ++k) right[i] -= left[k][i] * right[k];
    right[i] /= left[i][i];
  }
  return right;
}

// The step that least squares takes for these residuals.
DenseRow step_for(const std::vector<DenseRow>& rows, const DenseRow& weights,
                  const DenseRow& residuals, const DenseRow& now, double penalty) {
  const std::size_t size = rows.front().size();
  Matrix left(size, DenseRow(size));
  DenseRow right(size);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const DenseRow& row = rows[r];
    for (std::size_t i = 0; i < size; ++i) {
      const double weighted = row[i] * weights[r];
      if (weighted == 0.0) continue;
      for (std::size_t j = 0; j <= i; ++j) left[i][j] += weighted * row[j];
    }
    for (std::size_t i = 0; i < size; ++i) right[i] += row[i] * residuals[r];
  }
  const double cost = penalty * static_cast<double>(rows.size());
  for (std::size_t i = 0; i < size; ++i) {
    const double own = i + 1 == size ? 0.0 : cost;  // the constant is free
    left[i][i] += own + 1e-9;
    right[i] -= own * now[i];
  }
  return solve(std::move(left), std::move(right));
}

// Back on the scale of the input.
DenseModel model_of(const DenseRow& weights, const Scale& scale) {
  DenseModel model;
  model.constant = weights.back();
  for (std::size_t c = 0; c + 1 < weights.size(); ++c) {
    const double weight = scale.spread[c] > 0.0 ? weights[c] / scale.spread[c] : 0.0;
    model.weights.push_back(weight);
    model.constant -= weight * scale.mean[c];
  }
  return model;
}

double logistic(double score) {
  return 1.0 / (1.0 + std::exp(-score));
}

double product(const DenseRow& a, const DenseRow& b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

}  // namespace

double DenseModel::score(const DenseRow& row) const {
  return constant + product(weights, row);
}

double DenseModel::probability(const DenseRow& row) const {
  return logistic(score(row));
}

DenseModel fit_least_squares(const std::vector<DenseRow>& rows, const std::vector<double>& wanted,
                             double penalty) {
  if (rows.empty()) return {};
  const Scale scale = scale_of(rows);
  const std::vector<DenseRow> input = scaled(rows, scale);
  const DenseRow start(input.front().size());
  return model_of(step_for(input, DenseRow(rows.size(), 1.0), wanted, start, penalty), scale);
}

DenseModel fit_logistic(const std::vector<DenseRow>& rows, const std::vector<double>& wanted,
                        const std::vector<double>& weights, double penalty) {
  if (rows.empty()) return {};
  constexpr int most_rounds = 25;
  constexpr double still = 1e-6;
  const Scale scale = scale_of(rows);
  const std::vector<DenseRow> input = scaled(rows, scale);
  DenseRow found(input.front().size());
  DenseRow curvature(rows.size());
  DenseRow residuals(rows.size());
  for (int round = 0; round < most_rounds; ++round) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const double weight = weights.empty() ? 1.0 : weights[r];
      const double probability = logistic(product(found, input[r]));
      curvature[r] = weight * std::max(probability * (1.0 - probability), 1e-4);
      residuals[r] = weight * (wanted[r] - probability);
    }
    const DenseRow step = step_for(input, curvature, residuals, found, penalty);
    double greatest = 0.0;
    for (std::size_t i = 0; i < found.size(); ++i) {
      found[i] += step[i];
      greatest = std::max(greatest, std::abs(step[i]));
    }
    if (greatest < still) break;
  }
  return model_of(found, scale);
}

}  // namespace twosource::bench

#pragma once

#include <cstddef>
#include <vector>

namespace twosource::bench {

/// The numbers of one case, as many for each case.
using DenseRow = std::vector<double>;

/// A linear function of numbers, on the scale of its input.
struct DenseModel {
  DenseRow weights;
  double constant = 0.0;

  [[nodiscard]] double score(const DenseRow& row) const;
  /// The score as a log-odds.
  [[nodiscard]] double probability(const DenseRow& row) const;
};

/// Least squares with a penalty on the squares of the weights (ridge regression), on standardised
/// numbers; `penalty` is relative to the number of cases. Columns that do not vary weigh nothing.
/// Cubic in the columns.
DenseModel fit_least_squares(const std::vector<DenseRow>& rows, const std::vector<double>& wanted,
                             double penalty);

/// Logistic regression by Newton's method, with the same penalty. `wanted` are probabilities, most
/// of them 0 or 1; `weights` says how much each case counts, empty: all alike. The same input gives
/// the same model.
DenseModel fit_logistic(const std::vector<DenseRow>& rows, const std::vector<double>& wanted,
                        const std::vector<double>& weights, double penalty);

}  // namespace twosource::bench

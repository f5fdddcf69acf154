#pragma once

#include <cstddef>
#include <vector>

#include "bench/revision_features.hpp"

namespace twosource::bench {

/// Multinomial logistic regression on standardised features, with a penalty on the squares of its
/// weights: from the features of known answers and their classes to the class of another.
class Regression {
 public:
  /// `classes[i]`, below `class_count`, is that of `features[i]`. Means and spreads, too, come
  /// from these answers only. The same input gives the same model: descent starts from zero.
  Regression(const std::vector<RevisionFeatures>& features, const std::vector<std::size_t>& classes,
             std::size_t class_count);

  /// The likeliest class; of equally likely ones the first.
  [[nodiscard]] std::size_t predict(const RevisionFeatures& features) const;

 private:
  struct Weights {
    RevisionFeatures of_feature{};
    double constant = 0.0;
  };

  void standardise(const std::vector<RevisionFeatures>& features);
  [[nodiscard]] RevisionFeatures scaled(const RevisionFeatures& features) const;
  [[nodiscard]] std::vector<double> chances(const RevisionFeatures& scaled_features) const;

  std::vector<Weights> weights_;  // one for each class
  RevisionFeatures mean_{};
  RevisionFeatures spread_{};
};

}  // namespace twosource::bench

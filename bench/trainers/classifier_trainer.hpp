#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/base/linear_model.hpp"

namespace twosource::bench {

/// A case with the right answer.
struct Example {
  std::vector<Feature> features;
  Tag tag = 0;
  float weight = 1;  ///< how much it counts
};

struct ClassifierTraining {
  std::string name;
  std::vector<std::string> tags;
  int epochs = 10;
  std::uint64_t seed = 1;         ///< of the order of the examples
  std::uint32_t least_count = 1;  ///< a feature that came fewer times is left out
  float prune = 0;                ///< see SequenceTraining
  float rate = 0.2F;              ///< of AdaGrad
  float ridge = 0.5F;             ///< cost of a weight's square
  float lasso = 0.5F;             ///< cost of a weight's size
};

/// Trains a logistic classifier (for two tags or more) by AdaGrad. A constant feature, if one is
/// wanted, is the caller's. Deterministic.
LinearWeights train_classifier(const ClassifierTraining& training,
                               const std::vector<Example>& examples);

}  // namespace twosource::bench

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/base/features.hpp"
#include "twosource/base/linear_model.hpp"

namespace twosource::bench {

/// A sequence with the right answer.
struct TaggedSequence {
  FeatureRows rows;
  std::vector<Tag> tags;  ///< one a row
  float weight = 1;       ///< how much it counts; only where trained on likelihood
};

/// How a model of sequences is trained.
struct SequenceTraining {
  std::string name;               ///< of the model
  std::vector<std::string> tags;  ///< their names, by number
  int epochs = 10;
  std::uint64_t seed = 1;  ///< of the order of the sequences, which changes from epoch to epoch
  /// A feature that came fewer times is left out.
  std::uint32_t least_count = 1;
  /// A wrong tag has to be this much worse than the right one, in units of one correction.
  float margin = 0;
  /// Weights below this part of the greatest are left out of the model, 1/254 at least (they would
  /// round to 0).
  float prune = 0;
  /// Transitions that were never seen are forbidden in the model; for BIO tags, which cannot begin
  /// with an I. Otherwise they are as possible as training left them.
  bool forbid_unseen = false;
  /// False: transitions weigh nothing; only where trained on likelihood.
  bool learn_transitions = true;
};

/// Trains by the averaged structured perceptron (Collins 2002): decode a sentence, and where the
/// answer is wrong add 1 to the weights of the right tags and take 1 from those of the wrong; the
/// weights are the mean over all sentences and epochs.
///
/// Deterministic: the same sequences in the same order give the same weights. Time: epochs x
/// tokens x (features x tags + tags squared).
LinearWeights train_perceptron(const SequenceTraining& training,
                               const std::vector<TaggedSequence>& sequences);

/// What a large weight costs while a model is trained on likelihood.
struct LikelihoodTraining {
  float rate = 0.2F;   ///< of AdaGrad
  float ridge = 0.5F;  ///< cost of a weight's square; keeps weights small
  float lasso = 0.5F;  ///< cost of a weight's size; brings weights that say little to 0
};

/// Trains a conditional random field (Lafferty 2001) on likelihood, by AdaGrad. Slower than the
/// perceptron; its marginals are probabilities.
LinearWeights train_likelihood(const SequenceTraining& training, const LikelihoodTraining& options,
                               const std::vector<TaggedSequence>& sequences);

}  // namespace twosource::bench

// The averaged structured perceptron. The mean of the weights over all steps is kept without
// adding them up at each step: a change at step n of N counts for the share (N - n) / N of the
// mean, so beside each weight stands the sum of its changes, each times its n.
#include <limits>

#include "bench/trainers/numbered_sequences.hpp"

namespace twosource::bench {
namespace {

class Perceptron {
 public:
  Perceptron(std::size_t features, const SequenceTraining& training)
      : weights_(features, training.tags.size()),
        late_(features, training.tags.size()),
        margin_(training.margin) {}

  void learn(const NumberedSequence& sequence) {
    ++steps_;
    const std::vector<Tag>& guess = decode(sequence);
    if (guess == sequence.tags) return;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      correct_row(sequence.row(i), sequence.tags[i], guess[i]);
      const std::size_t right = weights_.transition(sequence.tags, i);
      const std::size_t wrong = weights_.transition(guess, i);
      if (right == wrong) continue;
      change(weights_.transitions[right], late_.transitions[right], 1);
      change(weights_.transitions[wrong], late_.transitions[wrong], -1);
    }
  }

  [[nodiscard]] DenseWeights mean() const {
    DenseWeights mean = weights_;
    const auto steps = static_cast<float>(steps_);
    for (std::size_t i = 0; i < mean.rows.size(); ++i) mean.rows[i] -= late_.rows[i] / steps;
    for (std::size_t i = 0; i < mean.transitions.size(); ++i)
      mean.transitions[i] -= late_.transitions[i] / steps;
    return mean;
  }

 private:
  void change(float& weight, float& late, float by) const {
    weight += by;
    late += by * static_cast<float>(steps_);
  }

  void correct_row(std::span<const std::uint32_t> features, Tag right, Tag wrong) {
    if (right == wrong) return;
    for (const std::uint32_t feature : features) {
      change(weights_.row(feature)[right], late_.row(feature)[right], 1);
      change(weights_.row(feature)[wrong], late_.row(feature)[wrong], -1);
    }
  }

  // The best tags, where a right tag starts `margin_` behind.
  const std::vector<Tag>& decode(const NumberedSequence& sequence) {
    const std::size_t tags = weights_.tags;
    const std::size_t size = sequence.size();
    sums_.assign(size * tags, 0);
    before_.assign(size * tags, 0);
    for (std::size_t i = 0; i < size; ++i) {
      float* const here = &sums_[i * tags];
      weights_.score(sequence.row(i), here);
      here[sequence.tags[i]] -= margin_;
      for (std::size_t to = 0; to < tags; ++to) {
        if (i == 0) {
          here[to] += weights_.transitions[to];
          continue;
        }
        float best = -std::numeric_limits<float>::infinity();
        for (std::size_t from = 0; from < tags; ++from) {
          const float sum = here[from - tags] + weights_.transitions[(from + 1) * tags + to];
          if (sum <= best) continue;
          best = sum;
          before_[i * tags + to] = static_cast<Tag>(from);
        }
        here[to] += best;
      }
    }
    return trace_back(size);
  }

  const std::vector<Tag>& trace_back(std::size_t size) {
    const std::size_t tags = weights_.tags;
    path_.assign(size, 0);
    if (size == 0) return path_;
    const float* const last = &sums_[(size - 1) * tags];
    std::size_t best = 0;
    for (std::size_t tag = 1; tag < tags; ++tag) best = last[tag] > last[best] ? tag : best;
    for (std::size_t i = size; i-- > 0;) {
      path_[i] = static_cast<Tag>(best);
      best = before_[i * tags + best];
    }
    return path_;
  }

  DenseWeights weights_;
  DenseWeights late_;
  float margin_;
  std::uint64_t steps_ = 0;
  std::vector<float> sums_;
  std::vector<Tag> before_;
  std::vector<Tag> path_;
};

}  // namespace

LinearWeights train_perceptron(const SequenceTraining& training,
                               const std::vector<TaggedSequence>& sequences) {
  const NumberedSequences data(sequences, training.least_count);
  Perceptron perceptron(data.features.size(), training);
  std::mt19937_64 random(training.seed);
  for (int epoch = 0; epoch < training.epochs; ++epoch) {
    for (const std::size_t i : shuffled(data.sequences.size(), random))
      perceptron.learn(data.sequences[i]);
  }
  return to_linear(training, data, perceptron.mean());
}

}  // namespace twosource::bench

// A conditional random field, trained on likelihood.
//
// For one sentence the slope of its log-likelihood is, for each weight, how often its feature and
// tag came together less how often the model expects them to. The expectation comes from the
// forward-backward algorithm, in plain probabilities that are scaled to sum 1 at each token. One
// step along the slope a sentence (AdaGrad: Duchi, Hazan and Singer 2011): each weight has a step
// width of its own, which shrinks with the slopes it has seen.
//
// Ridge and lasso are charged when a weight's feature comes, an equal share each time, so that a
// weight pays them once an epoch.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "bench/trainers/numbered_sequences.hpp"

namespace twosource::bench {
namespace {

// Slopes below this are not worth a step; most tags of most tokens are that improbable.
constexpr float least_slope = 0.001F;
// Keeps the first steps finite.
constexpr float first_slopes = 1e-3F;

class Likelihood {
 public:
  Likelihood(const NumberedSequences& data, const SequenceTraining& training,
             const LikelihoodTraining& options)
      : data_(data),
        options_(options),
        weights_(data.features.size(), training.tags.size()),
        slopes_(data.features.size(), training.tags.size()),
        learn_transitions_(training.learn_transitions) {}

  void learn(const NumberedSequence& sequence) {
    if (sequence.size() == 0) return;
    find_forward(sequence);
    find_expectations(sequence);
    const std::size_t tags = weights_.tags;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      float* const slope = &forward_[i * tags];
      for (std::size_t tag = 0; tag < tags; ++tag) slope[tag] = -slope[tag];
      slope[sequence.tags[i]] += 1;
      for (std::size_t tag = 0; tag < tags; ++tag) slope[tag] *= sequence.weight;
      for (const std::uint32_t feature : sequence.row(i)) step_row(feature, slope);
      moves_[weights_.transition(sequence.tags, i)] += 1;
    }
    if (learn_transitions_) step_transitions(sequence.weight);
  }

  [[nodiscard]] const DenseWeights& weights() const { return weights_; }

 private:
  void step(float& weight, float& slopes, float slope, float share) const {
    slope -= options_.ridge * share * weight;
    slopes += slope * slope;
    const float width = options_.rate / std::sqrt(slopes + first_slopes);
    weight += width * slope;
    const float cut = width * options_.lasso * share;
    weight = std::copysign(std::max(0.0F, std::abs(weight) - cut), weight);
  }

  void step_row(std::uint32_t feature, const float* slope) {
    const float share = 1 / static_cast<float>(data_.counts[feature]);
    float* const weights = weights_.row(feature);
    float* const slopes = slopes_.row(feature);
    for (std::size_t tag = 0; tag < weights_.tags; ++tag) {
      if (std::abs(slope[tag]) >= least_slope) step(weights[tag], slopes[tag], slope[tag], share);
    }
  }

  void step_transitions(float weight) {
    for (std::size_t i = 0; i < moves_.size(); ++i) {
      if (std::abs(moves_[i]) >= least_slope)
        step(weights_.transitions[i], slopes_.transitions[i], weight * moves_[i], 0);
    }
  }

  void scale(float* row) const {
    const float sum = std::accumulate(row, row + weights_.tags, 0.0F);
    for (std::size_t i = 0; i < weights_.tags; ++i) row[i] /= sum;
  }

  void find_forward(const NumberedSequence& sequence) {
    const std::size_t tags = weights_.tags;
    odds_.resize(weights_.transitions.size());
    std::transform(weights_.transitions.begin(), weights_.transitions.end(), odds_.begin(),
                   [](float weight) { return std::exp(weight); });
    emissions_.resize(sequence.size() * tags);
    forward_.resize(sequence.size() * tags);
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      float* const emission = &emissions_[i * tags];
      float* const here = &forward_[i * tags];
      weights_.score(sequence.row(i), emission);
      const float best = *std::max_element(emission, emission + tags);
      for (std::size_t tag = 0; tag < tags; ++tag) emission[tag] = std::exp(emission[tag] - best);
      std::fill(here, here + tags, 0.0F);
      if (i == 0) std::copy(odds_.begin(), odds_.begin() + static_cast<std::ptrdiff_t>(tags), here);
      for (std::size_t from = 0; i > 0 && from < tags; ++from) {
        const float before = here[from - tags];
        const float* const row = &odds_[(from + 1) * tags];
        for (std::size_t to = 0; to < tags; ++to) here[to] += before * row[to];
      }
      for (std::size_t tag = 0; tag < tags; ++tag) here[tag] *= emission[tag];
      scale(here);
    }
  }

  // Turns forward_ into the marginals of the tags and moves_ into what is expected of the
  // transitions, with a minus.
  void find_expectations(const NumberedSequence& sequence) {
    const std::size_t tags = weights_.tags;
    moves_.assign(weights_.transitions.size(), 0);
    backward_.assign(tags, 1.0F / static_cast<float>(tags));
    std::vector<float> ahead(tags);
    for (std::size_t i = sequence.size(); i-- > 0;) {
      for (std::size_t tag = 0; tag < tags; ++tag)
        ahead[tag] = emissions_[i * tags + tag] * backward_[tag];
      float* const here = &forward_[i * tags];
      for (std::size_t tag = 0; tag < tags; ++tag) here[tag] *= backward_[tag];
      scale(here);
      if (i == 0) {
        for (std::size_t tag = 0; tag < tags; ++tag) moves_[tag] -= here[tag];
        break;
      }
      expect_moves(here - tags, ahead);
      for (std::size_t from = 0; from < tags; ++from)
        backward_[from] =
            std::inner_product(ahead.begin(), ahead.end(), &odds_[(from + 1) * tags], 0.0F);
      scale(backward_.data());
    }
  }

  void expect_moves(const float* before, const std::vector<float>& ahead) {
    const std::size_t tags = weights_.tags;
    float sum = 0;
    for (std::size_t from = 0; from < tags; ++from)
      sum += before[from] *
             std::inner_product(ahead.begin(), ahead.end(), &odds_[(from + 1) * tags], 0.0F);
    for (std::size_t from = 0; from < tags; ++from) {
      const float share = before[from] / sum;
      const std::size_t row = (from + 1) * tags;
      for (std::size_t to = 0; to < tags; ++to)
        moves_[row + to] -= share * odds_[row + to] * ahead[to];
    }
  }

  const NumberedSequences& data_;
  LikelihoodTraining options_;
  DenseWeights weights_;
  DenseWeights slopes_;  // sums of squares
  bool learn_transitions_;
  std::vector<float> odds_, emissions_, forward_, backward_, moves_;
};

}  // namespace

LinearWeights train_likelihood(const SequenceTraining& training, const LikelihoodTraining& options,
                               const std::vector<TaggedSequence>& sequences) {
  const NumberedSequences data(sequences, training.least_count);
  Likelihood likelihood(data, training, options);
  std::mt19937_64 random(training.seed);
  for (int epoch = 0; epoch < training.epochs; ++epoch) {
    for (const std::size_t i : shuffled(data.sequences.size(), random))
      likelihood.learn(data.sequences[i]);
  }
  return to_linear(training, data, likelihood.weights());
}

}  // namespace twosource::bench

#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "bench/trainers/sequence_trainer.hpp"

namespace twosource::bench {

/// A sequence whose features are numbered 0, 1, ... over all sequences.
struct NumberedSequence {
  std::vector<std::uint32_t> features;
  std::vector<std::size_t> ends;  // of each row
  std::vector<Tag> tags;
  float weight = 1;

  [[nodiscard]] std::size_t size() const { return tags.size(); }
  [[nodiscard]] std::span<const std::uint32_t> row(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return {features.data() + begin, ends[i] - begin};
  }
};

/// The sequences with the features that came at least `least_count` times, numbered in the order
/// in which they come.
struct NumberedSequences {
  NumberedSequences(const std::vector<TaggedSequence>& sequences, std::uint32_t least_count);

  std::vector<NumberedSequence> sequences;
  std::vector<Feature> features;      // by number
  std::vector<std::uint32_t> counts;  // by number
};

/// The weights of a model in training: features x tags and, as in LinearWeights, transitions.
struct DenseWeights {
  DenseWeights(std::size_t features, std::size_t tag_count)
      : tags(tag_count), rows(features * tag_count), transitions((tag_count + 1) * tag_count) {}

  [[nodiscard]] float* row(std::uint32_t feature) { return &rows[feature * tags]; }
  [[nodiscard]] const float* row(std::uint32_t feature) const { return &rows[feature * tags]; }
  /// From the tag before, or from the start at place 0.
  [[nodiscard]] std::size_t transition(const std::vector<Tag>& path, std::size_t place) const {
    return (place == 0 ? 0 : path[place - 1] + std::size_t{1}) * tags + path[place];
  }
  /// Adds up the weights of a row of features.
  void score(std::span<const std::uint32_t> features, float* scores) const;

  std::size_t tags;
  std::vector<float> rows;
  std::vector<float> transitions;
};

/// 0 to count - 1 in an order that `random` chooses; the same on every machine.
std::vector<std::size_t> shuffled(std::size_t count, std::mt19937_64& random);

/// What is written to a model file: weights that are not too small, transitions that were seen.
LinearWeights to_linear(const SequenceTraining& training, const NumberedSequences& data,
                        const DenseWeights& weights);

}  // namespace twosource::bench

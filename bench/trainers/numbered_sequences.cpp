#include "bench/trainers/numbered_sequences.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace twosource::bench {
namespace {

// A weight below half a step would be rounded to 0 when the model is written.
constexpr float half_step = 1.0F / 254;

using Counts = std::unordered_map<Feature, std::uint32_t>;

Counts count_features(const std::vector<TaggedSequence>& sequences) {
  Counts counts;
  for (const TaggedSequence& sequence : sequences) {
    for (std::size_t i = 0; i < sequence.rows.size(); ++i) {
      for (const Feature feature : sequence.rows[i]) ++counts[feature];
    }
  }
  return counts;
}

}  // namespace

NumberedSequences::NumberedSequences(const std::vector<TaggedSequence>& tagged,
                                     std::uint32_t least_count) {
  const Counts all = count_features(tagged);
  Counts numbers;
  for (const TaggedSequence& sequence : tagged) {
    NumberedSequence& numbered = sequences.emplace_back();
    numbered.tags = sequence.tags;
    numbered.weight = sequence.weight;
    for (std::size_t i = 0; i < sequence.rows.size(); ++i) {
      for (const Feature feature : sequence.rows[i]) {
        const std::uint32_t count = all.at(feature);
        if (count < least_count) continue;
        const auto next = static_cast<std::uint32_t>(features.size());
        const auto [number, fresh] = numbers.try_emplace(feature, next);
        if (fresh) {
          features.push_back(feature);
          counts.push_back(count);
        }
        numbered.features.push_back(number->second);
      }
      numbered.ends.push_back(numbered.features.size());
    }
    numbered.features.shrink_to_fit();
  }
}

void DenseWeights::score(std::span<const std::uint32_t> features, float* scores) const {
  std::fill(scores, scores + tags, 0.0F);
  for (const std::uint32_t feature : features) {
    const float* const weights = row(feature);
    for (std::size_t tag = 0; tag < tags; ++tag) scores[tag] += weights[tag];
  }
}

std::vector<std::size_t> shuffled(std::size_t count, std::mt19937_64& random) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  // std::shuffle is free to differ between libraries.
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  return order;
}

LinearWeights to_linear(const SequenceTraining& training, const NumberedSequences& data,
                        const DenseWeights& weights) {
  const std::size_t tags = weights.tags;
  LinearWeights linear{training.name, training.tags, {}, weights.transitions};
  float greatest = 0;
  for (const float weight : weights.rows) greatest = std::max(greatest, std::abs(weight));
  const float least = greatest * std::max(training.prune, half_step);
  for (std::uint32_t feature = 0; feature < data.features.size(); ++feature) {
    LinearWeights::Row row{data.features[feature], {}};
    for (std::size_t tag = 0; tag < tags; ++tag) {
      const float weight = weights.row(feature)[tag];
      if (std::abs(weight) >= least) row.entries.push_back({static_cast<Tag>(tag), weight});
    }
    if (!row.entries.empty()) linear.rows.push_back(std::move(row));
  }
  if (!training.forbid_unseen) return linear;
  std::vector<bool> seen(linear.transitions.size());
  for (const NumberedSequence& sequence : data.sequences) {
    for (std::size_t i = 0; i < sequence.size(); ++i)
      seen[weights.transition(sequence.tags, i)] = true;
  }
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (!seen[i]) linear.transitions[i] = -std::numeric_limits<float>::infinity();
  }
  return linear;
}

}  // namespace twosource::bench

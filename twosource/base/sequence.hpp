#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "twosource/base/linear_model.hpp"

namespace twosource {

/// Finds the best sequence of tags for rows of features (Viterbi), with a model that has
/// transitions. Holds memory that is used again from one sequence to the next: make one for many
/// sequences, and one for each thread. `model` must outlive it.
class SequenceDecoder {
 public:
  /// `width`: how many tags of a place are looked at, those that its features alone favour most; 0
  /// for all. With all of them the answer is the exact best. Some 8 of 50 parts of speech give
  /// the same answer in practice in a fraction of the time.
  explicit SequenceDecoder(const LinearModel& model, std::size_t width = 0);

  /// One tag a row. Among equal sums the one whose tags come first, from the end backwards. Where
  /// every way is forbidden, a forbidden step is taken once. Linear in the rows, their features
  /// and the square of the tags looked at.
  const std::vector<Tag>& decode(const FeatureRows& rows) { return decode(rows, 0, rows.size()); }
  /// The same for the rows [first, last) alone: one sentence of many whose features lie in `rows`.
  const std::vector<Tag>& decode(const FeatureRows& rows, std::size_t first, std::size_t last);

  /// How probable each tag is at each place, over all sequences (forward-backward): row after row,
  /// as many columns as the model has tags; each row sums to 1. Means something only for a
  /// model that was trained on likelihood. All tags are looked at.
  const std::vector<float>& marginals(const FeatureRows& rows);

  /// The sum of weights of one way to tag the rows: decode's answer has the greatest.
  [[nodiscard]] std::int64_t score(const FeatureRows& rows, const std::vector<Tag>& tags) const;

 private:
  struct State {
    std::int32_t score = 0;
    Tag tag = 0;
    std::uint8_t before = 0;  // which state of the place before
  };
  void choose_tags();
  void step_from(std::size_t first, std::size_t last);
  void weigh_transitions();
  void find_forward(const FeatureRows& rows);

  const LinearModel& model_;
  std::size_t width_;
  std::vector<std::int32_t> scores_;  // of one place
  std::vector<Tag> chosen_;           // tags of one place that are looked at
  std::vector<State> states_;         // of all places
  std::vector<std::size_t> ends_;     // of each place's states
  std::vector<Tag> tags_;
  std::vector<float> emissions_, forward_, moves_;
};

}  // namespace twosource

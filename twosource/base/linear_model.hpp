#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/features.hpp"
#include "twosource/base/result.hpp"

namespace twosource {

/// The number of a tag in its model: 0, 1, ... in the order of tags().
using Tag = std::uint8_t;

/// A trained linear model: for each feature and tag a weight, and what it costs that one tag
/// follows another. A tagger of sequences decodes with it (sequence.hpp), a classifier adds
/// up scores and reads them as probabilities.
///
/// The model is a view of the bytes it was opened from: they must live as long as it does, and
/// nothing is copied but the names of the tags. Immutable; may be used from any thread.
class LinearModel {
 public:
  /// Opens a model file. Refused with one sentence: what is no model (`format`), a model of a later
  /// program version (`format`), one that is cut off or changed (`damaged`). Checks every byte,
  /// about a millisecond a megabyte; whatever the bytes, an opened model is safe to use.
  static Result<LinearModel> open(std::string_view bytes);

  /// What the model is for, as its trainer named it: "part-of-speech en".
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::vector<std::string>& tags() const { return tags_; }
  [[nodiscard]] std::size_t tag_count() const { return tags_.size(); }
  [[nodiscard]] std::optional<Tag> tag_named(std::string_view name) const;
  /// How many features have a weight.
  [[nodiscard]] std::size_t size() const { return features_; }

  /// Adds the weights of `feature` to `scores` (one a tag). Unknown features weigh nothing; one in
  /// some 40,000 of them is taken for a known one.
  void add_scores(Feature feature, std::span<std::int32_t> scores) const;
  /// The sums over all of `features`.
  void score(std::span<const Feature> features, std::span<std::int32_t> scores) const;

  /// Asks memory for what score() will look at first; to be called while there is other work.
  void prefetch(std::span<const Feature> features) const;

  /// True for a model of sequences.
  [[nodiscard]] bool has_transitions() const { return !transitions_.empty(); }
  /// What it costs or brings that `to` follows `from`; `forbidden` if it never does.
  [[nodiscard]] std::int32_t transition(Tag from, Tag to) const {
    return transitions_[(from + std::size_t{1}) * tags_.size() + to];
  }
  /// The same for `to` at the beginning of a sequence.
  [[nodiscard]] std::int32_t start(Tag to) const { return transitions_[to]; }
  /// Outweighs every sum of weights; a few of them still fit into an std::int32_t.
  static constexpr std::int32_t forbidden = -(1 << 28);

  /// What one unit of score is on the scale of the trainer: for a model trained on likelihood,
  /// score · step is a log-odds.
  [[nodiscard]] float step() const { return step_; }

  /// Of a classifier: how probable each tag is, given the features. Sums to 1.
  [[nodiscard]] std::vector<double> probabilities(std::span<const Feature> features) const;

 private:
  [[nodiscard]] std::uint32_t bucket_begin(std::size_t bucket) const;

  std::string name_;
  std::vector<std::string> tags_;
  std::vector<std::int32_t> transitions_;  // row 0: from the start; then one row a tag
  std::string_view buckets_;               // 32-bit offsets into records_
  std::string_view records_;
  std::size_t features_ = 0;
  unsigned bucket_shift_ = 63;
  float step_ = 1;
};

/// A model in the making, on the trainer's scale.
struct LinearWeights {
  struct Entry {
    Tag tag = 0;
    float weight = 0;
  };
  struct Row {
    Feature feature = 0;
    std::vector<Entry> entries;
  };
  std::string name;
  std::vector<std::string> tags;  ///< 1 to 255, without line feeds
  std::vector<Row> rows;          ///< each feature once, in any order
  /// Empty for a classifier; else (tags + 1) rows of as many columns as there are tags, the first
  /// row from the start. Minus infinity: forbidden.
  std::vector<float> transitions;
};

/// The bytes of a model file (docs/formats/model.md). Weights are rounded to whole multiples of one
/// step, `-127 .. 127` steps, so that the greatest still fits; those that round to 0 are left out.
/// The same weights give the same bytes, in whatever order the rows come.
std::string write_linear_model(const LinearWeights& weights);

}  // namespace twosource

#pragma once

#include <array>
#include <span>
#include <vector>

#include "twosource/base/linear_model.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/token.hpp"
#include "twosource/speech/links.hpp"
#include "twosource/speech/model.hpp"
#include "twosource/speech/paired_rows.hpp"

namespace twosource {

/// Finds sources, cues and contents in English text by a learned model, and which belong together.
/// Immutable; may be used from any thread.
class SpeechTagger {
 public:
  /// With the models that ship (models/attribution). Read at the first call, some tens of
  /// milliseconds; lives as long as the program.
  static const SpeechTagger& built_in();

  /// With others. `links` must outlive the tagger.
  SpeechTagger(const SegmentModel& segments, const LinearModel& links);

  /// The segments of one unit, in order, never overlapping.
  [[nodiscard]] TaggedUnit tag(const SpeechUnit& unit, std::span<const Quotation> quotations) const;
  /// Which of them belong together.
  [[nodiscard]] std::vector<LinkedStatement> link(const SpeechUnit& unit,
                                                  const TaggedUnit& tagged) const;

 private:
  CueLexicon lexicon_;
  std::array<JunctionWeights, 2> junctions_;  // of each pass
  std::array<float, 2> steps_;
  PairedRows rows_;
  const LinearModel* links_;
};

}  // namespace twosource

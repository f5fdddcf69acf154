#pragma once

#include <string_view>
#include <vector>

#include "twosource/base/linear_model.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/token.hpp"
#include "twosource/speech/links.hpp"
#include "twosource/speech/model.hpp"

namespace twosource {

/// Finds sources, cues and contents in English text by a learned model, and which belong together.
/// Immutable; may be used from any thread.
class SpeechTagger {
 public:
  /// With the models that ship (models/attribution). Read at the first call, some tens of
  /// milliseconds; lives as long as the program.
  static const SpeechTagger& built_in();

  /// With others. `links` must outlive the tagger.
  SpeechTagger(SegmentModel segments, const LinearModel& links)
      : segments_(std::move(segments)), links_(&links) {}

  /// The segments of one unit, in order, never overlapping.
  [[nodiscard]] TaggedUnit tag(const SpeechUnit& unit, std::span<const Quotation> quotations) const;
  /// Which of them belong together.
  [[nodiscard]] std::vector<LinkedStatement> link(const SpeechUnit& unit,
                                                  const TaggedUnit& tagged) const;

 private:
  SegmentModel segments_;
  const LinearModel* links_;
};

}  // namespace twosource

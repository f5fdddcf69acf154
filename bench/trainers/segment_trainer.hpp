#pragma once

#include <cstdint>
#include <vector>

#include "twosource/speech/features.hpp"
#include "twosource/speech/model.hpp"
#include "twosource/speech/segments.hpp"
#include "twosource/speech/tokens.hpp"

namespace twosource::bench {

/// A unit with the right answer.
struct SegmentSample {
  const SpeechUnit* unit = nullptr;
  UnitFeatures features;
  std::vector<Segment> gold;  ///< in order, never overlapping
};

/// How one pass of the tagger is trained.
struct SegmentTraining {
  int epochs = 3;
  int runs = 1;            ///< whose mean is the model
  std::uint64_t seed = 1;  ///< of the order of the samples and of what is dropped, of the first run
  unsigned least_count = 6;  ///< a feature that came fewer times gets no row
  float rate = 0.06F;        ///< of AdaGrad
  float decay = 0.9F;        ///< of the rate, from epoch to epoch
  float damping = 0.3F;      ///< what AdaGrad's sums begin with: rare features learn slowly
  float ridge = 5e-3F;       ///< cost of a weight's square, at each step that touches it
  float dropout = 0.5F;      ///< share of a token's features that one step does not see
  int least_weight = 2;      ///< smaller ones, in 127ths of the greatest, are left out
  float boldness = 0.7F;     ///< added to every beginning of a cue, and half of it to the others:
                             ///< a statement that is likely enough is worth its risk in F1
};

/// Trains the chain of segments.hpp on likelihood by AdaGrad, with dropout; the weights are the
/// mean over the last epoch of all runs. Deterministic. Time: runs x epochs x tokens x some 10 µs.
PassWeights train_segments(const SegmentTraining& training,
                           const std::vector<const SegmentSample*>& samples);

}  // namespace twosource::bench

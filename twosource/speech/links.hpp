#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "twosource/base/linear_model.hpp"
#include "twosource/speech/segments.hpp"
#include "twosource/speech/tokens.hpp"

namespace twosource {

/// The segments that were found in a unit, and how sure the tagger is of the borders of each: by
/// how much the role of its first or last token outscores being outside, whichever is less.
struct TaggedUnit {
  std::vector<Segment> segments;
  std::vector<float> margins;
};

/// Segments of one unit that make a statement, by their place in the unit's list.
struct LinkedStatement {
  std::optional<std::size_t> source;
  std::optional<std::size_t> cue;
  std::vector<std::size_t> content;  ///< in order, never empty
  double score = 0;                  ///< how probable the statement is right
};

/// What the model of links is asked: does the segment `part`, a source or a content, belong to the
/// segment `cue`?
void add_link_features(const SpeechUnit& unit, const std::vector<Segment>& segments,
                       std::size_t part, std::size_t cue, std::vector<Feature>& features);

/// What the model of links is asked: is this statement right? Tells by how sure its parts are.
void add_score_features(const SpeechUnit& unit, const TaggedUnit& tagged,
                        const LinkedStatement& statement, std::vector<Feature>& features);

/// Joins the segments of a unit: each content and each cue's source by the most probable link. A
/// content of quoted words that no cue wants is a statement of its own; any other one is none.
/// `score` is left at the probability of the weakest link.
std::vector<LinkedStatement> link_segments(const SpeechUnit& unit,
                                           const std::vector<Segment>& segments,
                                           const LinearModel& links);

}  // namespace twosource

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace twosource {

/// The parts of a statement that are marked in the text.
enum class SegmentKind : std::uint8_t { source, cue, content };
constexpr std::size_t segment_kinds = 3;

/// A run of tokens [begin, end) of one unit.
struct Segment {
  SegmentKind kind = SegmentKind::content;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Segment&) const = default;
};

/// What a token can be: outside of all segments, or the beginning, the middle, the end or the whole
/// of one.
enum class SegmentPart : std::uint8_t { begin, middle, end, whole };
constexpr std::size_t token_roles = 1 + 4 * segment_kinds;
constexpr std::size_t outside_role = 0;
constexpr std::size_t role_of(SegmentKind kind, SegmentPart part) {
  return 1 + 4 * static_cast<std::size_t>(kind) + static_cast<std::size_t>(part);
}

/// What happened last, as far as the chain remembers: nothing yet, a segment, a new sentence.
enum class Event : std::uint8_t { none, source, cue, content, sentence };
constexpr std::size_t events = 5;
constexpr std::size_t remembered_events = 3;
constexpr std::size_t histories = events * events * events;  ///< of the last three, the latest last
constexpr std::size_t history_after(std::size_t history, Event event) {
  return (history * events + static_cast<std::size_t>(event)) % histories;
}

/// Scores of one row: a cache line of floats. As scores of a token's roles: the first 13. As scores
/// of beginning a segment: kind + 3 · last event.
constexpr std::size_t row_width = 16;
using ScoreRow = std::array<float, row_width>;

/// What the chain is to decide for one unit.
struct ChainInput {
  std::vector<ScoreRow> roles;                ///< of each token
  std::vector<ScoreRow> begins;               ///< of each token
  std::vector<std::uint8_t> starts_sentence;  ///< of each token, 0 or 1
};

/// Weights of what follows on what: of a source, a cue, a content and a new sentence on each
/// history.
using JunctionWeights = std::array<std::array<float, segment_kinds + 1>, histories>;

/// The best segmentation of a unit: segments in text order, never overlapping. Linear in the
/// tokens, times some two thousand sums; 2.5 KB a token, for some hundred tokens at a time. Among
/// equal scores, from the end backwards, the smaller history wins.
std::vector<Segment> best_segments(const ChainInput& input, const JunctionWeights& junctions);

/// Probabilities of everything that the chain can decide, under the log-linear model of the
/// scores.
struct ChainMarginals {
  double log_partition = 0.0;
  std::vector<ScoreRow> roles;   ///< probability of each role of each token
  std::vector<ScoreRow> begins;  ///< probability that a segment begins, as in ChainInput
  std::vector<std::array<float, segment_kinds + 1>> junctions;  ///< expected counts, by history
};
ChainMarginals chain_marginals(const ChainInput& input, const JunctionWeights& junctions);

}  // namespace twosource

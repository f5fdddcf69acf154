#pragma once

#include <array>
#include <cstddef>

#include "twosource/speech/segments.hpp"

namespace twosource {

/// One number for each pair of last events, 5 · the last but one + the last, with room for whole
/// vectors. What stands behind the 25th is never read as a number of its own.
constexpr std::size_t event_pairs = events * events;
struct alignas(64) PairRow {
  static constexpr std::size_t width = 32;
  std::array<float, width> values;
  float& operator[](std::size_t pair) { return values[pair]; }
  float operator[](std::size_t pair) const { return values[pair]; }
};

/// A number for each history: a row for each event before the last two.
using HistoryRows = std::array<PairRow, events>;
constexpr const float& at_history(const HistoryRows& rows, std::size_t history) {
  return rows[history / event_pairs].values[history % event_pairs];
}

/// The score of the best way to each state between two tokens: outside of all segments, or inside
/// one of a kind, with each history. Left uninitialised.
struct ChainStates {
  HistoryRows outside;
  std::array<HistoryRows, segment_kinds> inside;
};

/// Weights of what follows on each history: of the three kinds, last of a new sentence.
using JunctionRows = std::array<HistoryRows, segment_kinds + 1>;
JunctionRows junction_rows(const JunctionWeights& junctions);

/// What a token earns, as in ChainInput.
struct TokenScores {
  const ScoreRow& roles;
  const ScoreRow& begins;
};

/// The scores behind a token, from those before it. In vectors; the same numbers on every machine,
/// since nothing is done but to add two numbers and to take the greater of two.
void step_over_token(const ChainStates& before, const TokenScores& token,
                     const JunctionRows& junctions, ChainStates& behind);

/// The scores of being outside behind the beginning of a sentence, from those before it.
void step_over_border(const HistoryRows& before, const HistoryRows& sentence, HistoryRows& behind);

}  // namespace twosource

// One step of the chain over tokens, for all histories at once: the vector part of best_segments.
//
// Problem. Behind each token there are 125 histories of three events, each in four states, with
// some two thousand sums to compare; one by one that was a sixth of the time of a run.
//
// Idea. A history is the event before the last two and the pair of the last two. What a new event
// makes of it has forgotten the former: (a, b, c) becomes (b, c, new). So for each kind the best of
// five rows of 25 numbers is sought, place by place, which is what vectors do; only the 25 winners
// have to be brought to their new places one by one.
//
//     rows        (none, b, c)  (source, b, c)  (cue, b, c)  (content, b, c)  (sentence, b, c)
//     greatest         └───────────────┴─────────────┴──────────────┴───────────────┘
//     new place                                 (b, c, new)
//
// Who won is not noted: the way back is found once the last token is reached, by asking again along
// the one best way (best_segments.cpp). Highway compiles this file once for each vector unit and
// chooses one when the program starts.
#include "twosource/speech/chain_step.hpp"

#include <limits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "twosource/speech/chain_step.cpp"
#include <hwy/foreach_target.h>  // must stand before highway.h
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace twosource::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using Lanes = hn::CappedTag<float, 16>;

constexpr float out_of_reach = -std::numeric_limits<float>::infinity();

auto load(const PairRow& row, std::size_t at) {
  return hn::Load(Lanes(), row.values.data() + at);
}

template <class Vector>
void store(Vector vector, PairRow& row, std::size_t at) {
  hn::Store(vector, Lanes(), row.values.data() + at);
}

// The best ways that end a segment of `kind` with this token, by the pair of events before it; the
// states inside one of that kind are set.
PairRow pass_kind(const ChainStates& before, std::size_t kind, const TokenScores& token,
                  const HistoryRows& junction, HistoryRows& inside) {
  const Lanes lanes;
  PairRow begins{};
  for (std::size_t pair = 0; pair < event_pairs; ++pair)
    begins[pair] = token.begins[kind + segment_kinds * (pair % events)];
  const auto role = [&](SegmentPart part) {
    return hn::Set(lanes, token.roles[role_of(static_cast<SegmentKind>(kind), part)]);
  };
  const auto begin = role(SegmentPart::begin);
  const auto middle = role(SegmentPart::middle);
  const auto end = role(SegmentPart::end);
  const auto whole = role(SegmentPart::whole);
  PairRow ended;
  for (std::size_t at = 0; at < event_pairs; at += hn::Lanes(lanes)) {
    auto best = hn::Set(lanes, out_of_reach);
    const auto beginning = load(begins, at);
    for (std::size_t oldest = 0; oldest < events; ++oldest) {
      const auto begun =
          hn::Add(hn::Add(load(before.outside[oldest], at), load(junction[oldest], at)), beginning);
      const auto open = load(before.inside[kind][oldest], at);
      store(hn::Max(hn::Add(begun, begin), hn::Add(open, middle)), inside[oldest], at);
      best = hn::Max(best, hn::Max(hn::Add(begun, whole), hn::Add(open, end)));
    }
    store(best, ended, at);
  }
  return ended;
}

void pass_token(const ChainStates& before, const TokenScores& token, const JunctionRows& junctions,
                ChainStates& behind) {
  const Lanes lanes;
  const auto outside = hn::Set(lanes, token.roles[outside_role]);
  for (std::size_t oldest = 0; oldest < events; ++oldest) {
    for (std::size_t at = 0; at < event_pairs; at += hn::Lanes(lanes))
      store(hn::Add(load(before.outside[oldest], at), outside), behind.outside[oldest], at);
  }
  for (std::size_t kind = 0; kind < segment_kinds; ++kind) {
    const PairRow ended = pass_kind(before, kind, token, junctions[kind], behind.inside[kind]);
    for (std::size_t pair = 0; pair < event_pairs; ++pair) {
      float& place = behind.outside[pair / events][pair % events * events + kind + 1];
      place = place < ended[pair] ? ended[pair] : place;
    }
  }
}

void pass_border(const HistoryRows& before, const HistoryRows& sentence, HistoryRows& behind) {
  const Lanes lanes;
  PairRow best;
  for (std::size_t at = 0; at < event_pairs; at += hn::Lanes(lanes)) {
    auto greatest = hn::Set(lanes, out_of_reach);
    for (std::size_t oldest = 0; oldest < events; ++oldest)
      greatest = hn::Max(greatest, hn::Add(load(before[oldest], at), load(sentence[oldest], at)));
    store(greatest, best, at);
  }
  for (PairRow& row : behind) row.values.fill(out_of_reach);
  for (std::size_t pair = 0; pair < event_pairs; ++pair) {
    const auto last = static_cast<std::size_t>(Event::sentence);
    behind[pair / events][pair % events * events + last] = best[pair];
  }
}

}  // namespace twosource::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace twosource {
namespace {
HWY_EXPORT(pass_token);
HWY_EXPORT(pass_border);
}  // namespace

JunctionRows junction_rows(const JunctionWeights& junctions) {
  JunctionRows rows{};
  for (std::size_t what = 0; what <= segment_kinds; ++what) {
    for (std::size_t history = 0; history < histories; ++history)
      rows[what][history / event_pairs][history % event_pairs] = junctions[history][what];
  }
  return rows;
}

void step_over_token(const ChainStates& before, const TokenScores& token,
                     const JunctionRows& junctions, ChainStates& behind) {
  HWY_DYNAMIC_DISPATCH(pass_token)(before, token, junctions, behind);
}

void step_over_border(const HistoryRows& before, const HistoryRows& sentence, HistoryRows& behind) {
  HWY_DYNAMIC_DISPATCH(pass_border)(before, sentence, behind);
}

}  // namespace twosource
#endif

// The best way through the chain (segments.hpp): Viterbi (1967), with a way back that is not noted.
//
// Problem. To walk back from the best end one has to know for each of 500 states behind each token
// where it was reached from; to note that costs more than the sums themselves, and nearly all of it
// is never read.
//
// Idea. Only the scores are kept. Going back, the one state on the best way is asked again which of
// its eleven predecessors gives its score: the same sums in the same order, so the answer is the
// one that would have been noted. Among equal ones the smaller history wins.
//
// Scores take 2.5 KB a token. So that a paragraph of a million tokens, which only a damaged input
// has, does not take gigabytes, they are kept for a block of tokens at a time; behind each block
// one set stays, from which it is walked again on the way back.
#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

#include "twosource/speech/chain_step.hpp"
#include "twosource/speech/segments.hpp"

namespace twosource {
namespace {

constexpr float never = -std::numeric_limits<float>::infinity();
constexpr std::size_t block_size = 256;

enum class Step : std::uint8_t { outside, begin, go_on, end, whole };

// How the best way came to a state: the step and the history before it.
class BestStep {
 public:
  void offer(float score, Step step, std::size_t history) {
    if (score < score_ || (score == score_ && history >= history_)) return;
    score_ = score;
    step_ = step;
    history_ = history;
  }
  [[nodiscard]] Step step() const { return step_; }
  [[nodiscard]] std::size_t history() const { return history_; }

 private:
  float score_ = never;
  Step step_ = Step::outside;
  std::size_t history_ = histories;
};

// The histories that an event leads to `after` from: five, with any oldest event.
constexpr std::size_t history_before(std::size_t after, std::size_t oldest) {
  return oldest * event_pairs + after / events;
}

class BestPath {
 public:
  BestPath(const ChainInput& input, const JunctionWeights& junctions)
      : input_(input),
        junctions_(junction_rows(junctions)),
        size_(input.roles.size()),
        states_(std::make_unique_for_overwrite<ChainStates[]>(std::min(size_, block_size) + 1)),
        before_border_(std::make_unique_for_overwrite<HistoryRows[]>(std::min(size_, block_size))) {
    ChainStates& first = states_[0];
    for (PairRow& row : first.outside) row.values.fill(never);
    for (HistoryRows& inside : first.inside) {
      for (PairRow& row : inside) row.values.fill(never);
    }
    first.outside[0][0] = 0;
  }

  std::vector<Segment> find() {
    if (size_ == 0) return {};
    const std::size_t blocks = (size_ + block_size - 1) / block_size;
    std::vector<ChainStates> kept;
    for (std::size_t block = 0; block < blocks; ++block) {
      if (block > 0) states_[0] = states_[block_size];
      if (block + 1 < blocks) kept.push_back(states_[0]);
      walk(block);
    }
    history_ = best_end(states_[size_ - (blocks - 1) * block_size].outside);
    trace(blocks - 1);
    for (std::size_t block = blocks - 1; block-- > 0;) {
      states_[0] = kept[block];
      walk(block);
      trace(block);
    }
    std::reverse(segments_.begin(), segments_.end());
    return std::move(segments_);
  }

 private:
  [[nodiscard]] bool is_border(std::size_t token) const {
    return token > 0 && input_.starts_sentence[token] != 0;
  }
  [[nodiscard]] std::size_t end_of(std::size_t block) const {
    return std::min(size_, (block + 1) * block_size);
  }

  // states_[i]: the scores before the block's token i, behind the border that stands there.
  void walk(std::size_t block) {
    const std::size_t begin = block * block_size;
    for (std::size_t token = begin; token < end_of(block); ++token) {
      ChainStates& before = states_[token - begin];
      if (is_border(token)) {
        HistoryRows& outside = before_border_[token - begin];
        outside = before.outside;
        step_over_border(outside, junctions_[segment_kinds], before.outside);
      }
      step_over_token(before, {input_.roles[token], input_.begins[token]}, junctions_,
                      states_[token - begin + 1]);
    }
  }

  [[nodiscard]] std::size_t best_end(const HistoryRows& outside) const {
    BestStep best;
    for (std::size_t h = 0; h < histories; ++h) {
      best.offer(at_history(outside, h) + at_history(junctions_[segment_kinds], h), Step::outside,
                 h);
    }
    return best.history();
  }

  // From the state behind the block to the one before it.
  void trace(std::size_t block) {
    const std::size_t begin = block * block_size;
    for (std::size_t token = end_of(block); token-- > begin;) {
      const BestStep best = inside_ ? step_inside(token, states_[token - begin])
                                    : step_outside(token, states_[token - begin]);
      const auto at = static_cast<std::uint32_t>(token);
      if (best.step() == Step::end || best.step() == Step::whole) {
        kind_ = history_ % events - 1;
        segments_.push_back({static_cast<SegmentKind>(kind_), at, at + 1});
      }
      if (inside_ || best.step() == Step::end) segments_.back().begin = at;
      inside_ = best.step() == Step::end || best.step() == Step::go_on;
      history_ = best.history();
      if (!inside_ && is_border(token)) history_ = step_border(before_border_[token - begin]);
    }
  }

  // The score of a segment that this token begins, without the token's role.
  [[nodiscard]] float begun(std::size_t token, const ChainStates& before, std::size_t kind,
                            std::size_t h) const {
    return at_history(before.outside, h) + at_history(junctions_[kind], h) +
           input_.begins[token][kind + segment_kinds * (h % events)];
  }

  [[nodiscard]] BestStep step_outside(std::size_t token, const ChainStates& before) const {
    const ScoreRow& roles = input_.roles[token];
    BestStep best;
    best.offer(at_history(before.outside, history_) + roles[outside_role], Step::outside, history_);
    const std::size_t event = history_ % events;
    if (event == 0 || event > segment_kinds) return best;
    const std::size_t kind = event - 1;
    const auto role = [&](SegmentPart part) {
      return roles[role_of(static_cast<SegmentKind>(kind), part)];
    };
    for (std::size_t oldest = 0; oldest < events; ++oldest) {
      const std::size_t h = history_before(history_, oldest);
      best.offer(begun(token, before, kind, h) + role(SegmentPart::whole), Step::whole, h);
      best.offer(at_history(before.inside[kind], h) + role(SegmentPart::end), Step::end, h);
    }
    return best;
  }

  [[nodiscard]] BestStep step_inside(std::size_t token, const ChainStates& before) const {
    const ScoreRow& roles = input_.roles[token];
    const auto role = [&](SegmentPart part) {
      return roles[role_of(static_cast<SegmentKind>(kind_), part)];
    };
    BestStep best;
    best.offer(begun(token, before, kind_, history_) + role(SegmentPart::begin), Step::begin,
               history_);
    best.offer(at_history(before.inside[kind_], history_) + role(SegmentPart::middle), Step::go_on,
               history_);
    return best;
  }

  [[nodiscard]] std::size_t step_border(const HistoryRows& before) const {
    BestStep best;
    for (std::size_t oldest = 0; oldest < events; ++oldest) {
      const std::size_t h = history_before(history_, oldest);
      best.offer(at_history(before, h) + at_history(junctions_[segment_kinds], h), Step::outside,
                 h);
    }
    return best.history();
  }

  const ChainInput& input_;
  JunctionRows junctions_;
  std::size_t size_;
  std::unique_ptr<ChainStates[]> states_;
  std::unique_ptr<HistoryRows[]> before_border_;  // scores of being outside before a border

  // Where the way back has come to.
  bool inside_ = false;
  std::size_t kind_ = 0;
  std::size_t history_ = 0;
  std::vector<Segment> segments_;
};

}  // namespace

std::vector<Segment> best_segments(const ChainInput& input, const JunctionWeights& junctions) {
  return BestPath(input, junctions).find();
}

}  // namespace twosource

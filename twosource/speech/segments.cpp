// A chain over tokens that remembers the last three events.
//
// Problem. A plain tagger decides "content begins here" by the words around. But a sentence has one
// plan, "source cue content" or "content, source cue", and what stands at its other end says what
// is missing here.
//
// Idea. The state behind a token is where we are (outside, or inside a source, cue or content) and
// the last three events before (segments and sentence borders). A step takes a token and earns the
// score of its role; a step that begins a segment earns the score of that beginning after that last
// event, and the weight of that kind on that history. A new sentence is an event too, so that the
// weights learn which plans a sentence may end with.
//
// Two decoders walk the same steps: the best path (best_segments.cpp), and here the sums over all
// paths (forward, backward), from which training takes its gradient.
#include "twosource/speech/segments.hpp"

#include <algorithm>
#include <cmath>

namespace twosource {
namespace {

constexpr std::size_t inner_states = segment_kinds;

constexpr Event event_of(std::size_t kind) {
  return static_cast<Event>(kind + 1);
}
constexpr std::size_t role_at(std::size_t kind, SegmentPart part) {
  return role_of(static_cast<SegmentKind>(kind), part);
}
constexpr std::size_t begin_at(std::size_t kind, std::size_t history) {
  return kind + segment_kinds * (history % events);
}
static_assert(begin_at(segment_kinds - 1, events - 1) < row_width && token_roles <= row_width);

// One value for each state: outside with each history, inside each kind with each history.
template <class T>
struct States {
  std::array<T, histories> outside{};
  std::array<std::array<T, histories>, inner_states> inside{};
};

// Histories that can occur: "none" stands only before everything else.
std::vector<std::uint8_t> make_possible_histories() {
  std::vector<std::uint8_t> possible;
  for (std::size_t h = 0; h < histories; ++h) {
    const std::size_t oldest = h / (events * events);
    const std::size_t middle = h / events % events;
    const std::size_t latest = h % events;
    if ((oldest != 0 && middle == 0) || (middle != 0 && latest == 0)) continue;
    possible.push_back(static_cast<std::uint8_t>(h));
  }
  return possible;
}

const std::vector<std::uint8_t>& possible_histories() {
  static const std::vector<std::uint8_t> possible = make_possible_histories();
  return possible;
}

// Scores of one token turned into factors; the largest role is 1, so that nothing overflows.
struct Factors {
  std::array<float, row_width> roles{};
  std::array<float, row_width> begins{};
  float largest = 0.0F;
};

Factors factors_of(const ScoreRow& roles, const ScoreRow& begins) {
  Factors factors;
  factors.largest = *std::max_element(roles.begin(), roles.begin() + token_roles);
  for (std::size_t r = 0; r < token_roles; ++r)
    factors.roles[r] = std::exp(roles[r] - factors.largest);
  for (std::size_t b = 0; b < row_width; ++b) factors.begins[b] = std::exp(begins[b]);
  return factors;
}

class Sums {
 public:
  Sums(const ChainInput& input, const JunctionWeights& junctions) : input_(input) {
    for (std::size_t h = 0; h < histories; ++h) {
      for (std::size_t k = 0; k <= segment_kinds; ++k) junctions_[h][k] = std::exp(junctions[h][k]);
    }
    for (std::size_t i = 0; i < input.roles.size(); ++i) {
      factors_.push_back(factors_of(input.roles[i], input.begins[i]));
    }
  }

  ChainMarginals find() {
    const double end = forward();
    backward(end);
    return std::move(found_);
  }

 private:
  // forward_[i]: sums before token i, behind the sentence border that stands there.
  double forward() {
    const std::size_t n = input_.roles.size();
    forward_.resize(n + 1);
    before_border_.resize(n);
    forward_[0].outside[0] = 1;
    for (std::size_t i = 0; i < n; ++i) {
      if (is_border(i)) {
        before_border_[i] = forward_[i].outside;
        forward_[i].outside.fill(0);
        for (std::size_t h : possible_histories()) {
          forward_[i].outside[history_after(h, Event::sentence)] +=
              before_border_[i][h] * junctions_[h][segment_kinds];
        }
      }
      step_forward(i);
      scale(forward_[i + 1], i);
    }
    double end = 0;
    for (std::size_t h : possible_histories()) {
      end += forward_[n].outside[h] * junctions_[h][segment_kinds];
    }
    found_.log_partition += std::log(end);
    return end;
  }

  [[nodiscard]] bool is_border(std::size_t i) const {
    return i > 0 && input_.starts_sentence[i] != 0;
  }

  void step_forward(std::size_t i) {
    const Factors& f = factors_[i];
    const States<float>& now = forward_[i];
    States<float>& next = forward_[i + 1];
    for (std::size_t h : possible_histories()) {
      next.outside[h] += now.outside[h] * f.roles[outside_role];
      for (std::size_t k = 0; k < segment_kinds; ++k) {
        const float begun = now.outside[h] * junctions_[h][k] * f.begins[begin_at(k, h)];
        next.outside[history_after(h, event_of(k))] +=
            begun * f.roles[role_at(k, SegmentPart::whole)] +
            now.inside[k][h] * f.roles[role_at(k, SegmentPart::end)];
        next.inside[k][h] += begun * f.roles[role_at(k, SegmentPart::begin)] +
                             now.inside[k][h] * f.roles[role_at(k, SegmentPart::middle)];
      }
    }
  }

  void scale(States<float>& states, std::size_t i) {
    float sum = 0;
    for (float value : states.outside) sum += value;
    for (const auto& inside : states.inside) {
      for (float value : inside) sum += value;
    }
    const float factor = 1 / sum;
    for (float& value : states.outside) value *= factor;
    for (auto& inside : states.inside) {
      for (float& value : inside) value *= factor;
    }
    scales_.push_back(factor);
    found_.log_partition += std::log(sum) + factors_[i].largest;
  }

  void backward(double end) {
    const std::size_t n = input_.roles.size();
    found_.roles.assign(n, {});
    found_.begins.assign(n, {});
    found_.junctions.assign(histories, {});
    States<float> sums;
    for (std::size_t h : possible_histories()) {
      sums.outside[h] = static_cast<float>(junctions_[h][segment_kinds] / end);
      found_.junctions[h][segment_kinds] += forward_[n].outside[h] * sums.outside[h];
    }
    for (std::size_t i = n; i > 0; --i) {
      sums = step_backward(i - 1, sums);
      if (is_border(i - 1)) pass_border(i - 1, sums);
    }
  }

  States<float> step_backward(std::size_t i, const States<float>& after) {
    const Factors& f = factors_[i];
    const States<float>& now = forward_[i];
    const float scale = scales_[i];
    States<float> before;
    ScoreRow& roles = found_.roles[i];
    for (std::size_t h : possible_histories()) {
      float outside = f.roles[outside_role] * after.outside[h] * scale;
      roles[outside_role] += now.outside[h] * outside;
      for (std::size_t k = 0; k < segment_kinds; ++k) {
        const float closed = after.outside[history_after(h, event_of(k))] * scale;
        const float open = after.inside[k][h] * scale;
        const float start = junctions_[h][k] * f.begins[begin_at(k, h)];
        const float whole = start * f.roles[role_at(k, SegmentPart::whole)] * closed;
        const float begin = start * f.roles[role_at(k, SegmentPart::begin)] * open;
        const float middle = f.roles[role_at(k, SegmentPart::middle)] * open;
        const float last = f.roles[role_at(k, SegmentPart::end)] * closed;
        roles[role_at(k, SegmentPart::whole)] += now.outside[h] * whole;
        roles[role_at(k, SegmentPart::begin)] += now.outside[h] * begin;
        roles[role_at(k, SegmentPart::middle)] += now.inside[k][h] * middle;
        roles[role_at(k, SegmentPart::end)] += now.inside[k][h] * last;
        const float begins = now.outside[h] * (whole + begin);
        found_.begins[i][begin_at(k, h)] += begins;
        found_.junctions[h][k] += begins;
        before.inside[k][h] = middle + last;
        outside += whole + begin;
      }
      before.outside[h] = outside;
    }
    return before;
  }

  void pass_border(std::size_t i, States<float>& sums) {
    std::array<float, histories> before{};
    for (std::size_t h : possible_histories()) {
      before[h] = junctions_[h][segment_kinds] * sums.outside[history_after(h, Event::sentence)];
      found_.junctions[h][segment_kinds] += before_border_[i][h] * before[h];
    }
    sums.outside = before;
  }

  const ChainInput& input_;
  JunctionWeights junctions_{};  // as factors
  std::vector<Factors> factors_;
  std::vector<States<float>> forward_;
  std::vector<std::array<float, histories>> before_border_;
  std::vector<float> scales_;
  ChainMarginals found_;
};

}  // namespace

ChainMarginals chain_marginals(const ChainInput& input, const JunctionWeights& junctions) {
  return Sums(input, junctions).find();
}

}  // namespace twosource

// The chain of source, cue and content against every segmentation there is, on short units with
// random scores; on long ones against the same search written plainly.
#include "twosource/speech/segments.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

namespace twosource {
namespace {

struct Problem {
  ChainInput input;
  JunctionWeights junctions{};
};

Problem random_problem(std::uint32_t seed, std::size_t tokens) {
  std::mt19937 random(seed);
  const auto score = [&] { return static_cast<float>(random() % 4001) / 1000.0F - 2.0F; };
  Problem problem;
  for (std::size_t i = 0; i < tokens; ++i) {
    ScoreRow& roles = problem.input.roles.emplace_back();
    for (float& value : roles) value = score();
    ScoreRow& begins = problem.input.begins.emplace_back();
    for (float& value : begins) value = score();
    problem.input.starts_sentence.push_back(i == 0 || random() % 3 == 0 ? 1 : 0);
  }
  for (auto& of_history : problem.junctions) {
    for (float& value : of_history) value = score();
  }
  return problem;
}

SegmentPart part_of(const Segment& segment, std::uint32_t i) {
  if (segment.begin + 1 == segment.end) return SegmentPart::whole;
  if (i == segment.begin) return SegmentPart::begin;
  return i + 1 == segment.end ? SegmentPart::end : SegmentPart::middle;
}

// The score of one segmentation, by the words of segments.hpp.
double score_of(const Problem& problem, const std::vector<Segment>& segments) {
  double score = 0;
  std::size_t history = 0;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < problem.input.roles.size(); ++i) {
    const bool open = next < segments.size() && segments[next].begin <= i;
    const bool inside = open && segments[next].begin < i;
    if (i > 0 && problem.input.starts_sentence[i] != 0 && !inside) {
      score += problem.junctions[history][segment_kinds];
      history = history_after(history, Event::sentence);
    }
    std::size_t role = outside_role;
    if (open) {
      const Segment& segment = segments[next];
      const auto kind = static_cast<std::size_t>(segment.kind);
      if (!inside) {
        score += problem.junctions[history][kind];
        score += problem.input.begins[i][kind + segment_kinds * (history % events)];
      }
      role = role_of(segment.kind, part_of(segment, i));
      if (i + 1 == segment.end) {
        history = history_after(history, static_cast<Event>(kind + 1));
        ++next;
      }
    }
    score += problem.input.roles[i][role];
  }
  return score + problem.junctions[history][segment_kinds];
}

template <class Visit>
void for_all_segmentations(std::uint32_t from, std::uint32_t tokens, std::vector<Segment>& chosen,
                           const Visit& visit) {
  if (from == tokens) {
    visit(chosen);
    return;
  }
  for_all_segmentations(from + 1, tokens, chosen, visit);
  for (std::uint32_t end = from + 1; end <= tokens; ++end) {
    for (std::size_t kind = 0; kind < segment_kinds; ++kind) {
      chosen.push_back({static_cast<SegmentKind>(kind), from, end});
      for_all_segmentations(end, tokens, chosen, visit);
      chosen.pop_back();
    }
  }
}

TEST_CASE("the best path is the best of all segmentations") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    const std::uint32_t tokens = 1 + seed % 5;
    const Problem problem = random_problem(seed, tokens);
    double best = -1e9;
    std::vector<Segment> chosen;
    for_all_segmentations(0, tokens, chosen, [&](const auto& segments) {
      best = std::max(best, score_of(problem, segments));
    });
    const std::vector<Segment> found = best_segments(problem.input, problem.junctions);
    CHECK(score_of(problem, found) == doctest::Approx(best).epsilon(1e-4));
  }
}

// The plain twin: a state is a history and where we are (0 outside, else inside the kind before);
// each notes the state it was reached from, and the first of equal ones stays, by history.
class PlainSearch {
 public:
  explicit PlainSearch(const Problem& problem) : problem_(problem) {
    scores_.fill(never);
    scores_[0] = 0;
  }

  std::vector<Segment> find() {
    const ChainInput& input = problem_.input;
    const auto size = static_cast<std::uint32_t>(input.roles.size());
    for (std::uint32_t i = 0; i < size; ++i) {
      if (i > 0 && input.starts_sentence[i] != 0) pass_border();
      pass_token(i);
    }
    const auto end = [&](std::size_t h) {
      return scores_[h * places] + problem_.junctions[h][segment_kinds];
    };
    std::size_t best = 0;
    for (std::size_t h = 1; h < histories; ++h) {
      if (end(h) > end(best)) best = h;
    }
    return trace(best * places);
  }

 private:
  static constexpr std::size_t places = 1 + segment_kinds;
  static constexpr std::size_t states = histories * places;
  static constexpr float never = -1e30F;
  struct Back {
    std::size_t state = 0;
    int role = -1;  // of the token; -1: a border
  };
  using Scores = std::array<float, states>;
  using Backs = std::array<Back, states>;

  void offer(Scores& next, std::size_t to, float score, Back back) {
    if (score <= next[to]) return;
    next[to] = score;
    backs_.back()[to] = back;
  }

  void pass_border() {
    Scores next;
    next.fill(never);
    backs_.emplace_back();
    for (std::size_t h = 0; h < histories; ++h) {
      const float end = problem_.junctions[h][segment_kinds];
      offer(next, history_after(h, Event::sentence) * places, scores_[h * places] + end,
            {h * places, -1});
      for (std::size_t k = 1; k < places; ++k)
        offer(next, h * places + k, scores_[h * places + k], {h * places + k, -1});
    }
    scores_ = next;
  }

  void pass_token(std::size_t i) {
    const ScoreRow& roles = problem_.input.roles[i];
    Scores next;
    next.fill(never);
    backs_.emplace_back();
    const auto step = [&](std::size_t to, std::size_t from, float score, std::size_t role) {
      offer(next, to, score + roles[role], {from, static_cast<int>(role)});
    };
    for (std::size_t h = 0; h < histories; ++h) {
      const std::size_t out = h * places;
      step(out, out, scores_[out], outside_role);
      for (std::size_t k = 0; k < segment_kinds; ++k) {
        const auto kind = static_cast<SegmentKind>(k);
        const std::size_t in = out + k + 1;
        const std::size_t after = history_after(h, static_cast<Event>(k + 1)) * places;
        const float begun = scores_[out] + problem_.junctions[h][k] +
                            problem_.input.begins[i][k + segment_kinds * (h % events)];
        step(after, out, begun, role_of(kind, SegmentPart::whole));
        step(in, out, begun, role_of(kind, SegmentPart::begin));
        step(in, in, scores_[in], role_of(kind, SegmentPart::middle));
        step(after, in, scores_[in], role_of(kind, SegmentPart::end));
      }
    }
    scores_ = next;
  }

  [[nodiscard]] std::vector<Segment> trace(std::size_t state) const {
    std::vector<Segment> segments;
    auto token = static_cast<std::uint32_t>(problem_.input.roles.size());
    for (std::size_t b = backs_.size(); b-- > 0;) {
      const Back& back = backs_[b][state];
      state = back.state;
      if (back.role < 0) continue;
      --token;
      if (back.role == 0) continue;
      const auto part = static_cast<SegmentPart>((back.role - 1) % 4);
      const auto kind = static_cast<SegmentKind>((back.role - 1) / 4);
      if (part == SegmentPart::end || part == SegmentPart::whole)
        segments.push_back({kind, token, token + 1});
      segments.back().begin = token;
    }
    std::reverse(segments.begin(), segments.end());
    return segments;
  }

  const Problem& problem_;
  Scores scores_{};
  std::vector<Backs> backs_;
};

// Of few values, so that many ways are equal.
void round_scores(Problem& problem) {
  for (auto* rows : {&problem.input.roles, &problem.input.begins}) {
    for (ScoreRow& row : *rows) {
      for (float& value : row) value = std::round(value);
    }
  }
  for (auto& of_history : problem.junctions) {
    for (float& value : of_history) value = std::round(value);
  }
}

TEST_CASE("long units are segmented as by the plain search, equal scores as well") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const std::uint32_t sizes[] = {40, 256, 257, 700};
    Problem problem = random_problem(seed, sizes[seed % 4]);
    if (seed % 3 != 0) round_scores(problem);
    CHECK(best_segments(problem.input, problem.junctions) == PlainSearch(problem).find());
  }
}

TEST_CASE("the sums of the chain are those over all segmentations") {
  for (std::uint32_t seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const std::uint32_t tokens = 1 + seed % 4;
    const Problem problem = random_problem(seed, tokens);
    double sum = 0;
    std::vector<double> outside(tokens);
    std::vector<Segment> chosen;
    for_all_segmentations(0, tokens, chosen, [&](const auto& segments) {
      const double weight = std::exp(score_of(problem, segments));
      sum += weight;
      for (std::uint32_t i = 0; i < tokens; ++i) {
        const bool covered = std::any_of(segments.begin(), segments.end(), [&](const Segment& s) {
          return s.begin <= i && i < s.end;
        });
        if (!covered) outside[i] += weight;
      }
    });
    const ChainMarginals found = chain_marginals(problem.input, problem.junctions);
    CHECK(found.log_partition == doctest::Approx(std::log(sum)).epsilon(1e-4));
    for (std::uint32_t i = 0; i < tokens; ++i) {
      CHECK(found.roles[i][outside_role] == doctest::Approx(outside[i] / sum).epsilon(1e-3));
    }
  }
}

}  // namespace
}  // namespace twosource

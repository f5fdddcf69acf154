// The chain of source, cue and content against every segmentation there is, on short units with
// random scores.
#include "twosource/speech/segments.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

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

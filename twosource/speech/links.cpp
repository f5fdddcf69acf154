// Which source and which content belong to which cue.
//
// The plan of a sentence says nearly all: "source cue content", "content, source cue", with a
// second content behind. So a link is judged by the segments between its two ends, their distance,
// and what stands at the other side of the cue. One model answers three questions (a content's
// cue, a cue's source, is the statement right); their features never meet.
#include "twosource/speech/links.hpp"

#include <algorithm>
#include <cmath>

namespace twosource {
namespace {

constexpr std::size_t farthest = 5;  // segments between a cue and its parts
constexpr double likely = 0.5;

std::uint64_t bucket(std::size_t distance) {
  return distance < 6 ? distance : distance < 12 ? 6 : distance < 25 ? 7 : distance < 50 ? 8 : 9;
}

std::uint64_t kind_at(const std::vector<Segment>& segments, std::size_t i) {
  return i < segments.size() ? static_cast<std::uint64_t>(segments[i].kind) + 1 : 0;
}

struct Between {
  std::size_t tokens = 0;
  std::size_t sentences = 0;
  std::uint64_t first_mark = 0;
};

Between between(const SpeechUnit& unit, const Segment& a, const Segment& b) {
  const std::size_t begin = std::min(a.end, b.end);
  const std::size_t end = std::max(a.begin, b.begin);
  Between found;
  found.tokens = end > begin ? end - begin : 0;
  for (std::size_t i = begin; i <= end && i < unit.tokens.size(); ++i) {
    found.sentences += unit.tokens[i].starts_sentence ? 1 : 0;
  }
  if (begin < end) found.first_mark = unit.tokens[begin].word;
  return found;
}

std::uint64_t margin_bucket(float margin) {
  const float bounded = std::clamp(margin, -3.0F, 12.0F);
  return static_cast<std::uint64_t>(std::lround((bounded + 3) * 1.5F));
}

double probability(const LinearModel& links, const std::vector<Feature>& features) {
  return links.probabilities(features)[1];
}

struct Link {
  std::optional<std::size_t> other;
  double probability = 0;
};

Link best_link(const SpeechUnit& unit, const std::vector<Segment>& segments, std::size_t from,
               const LinearModel& links) {
  const bool from_cue = segments[from].kind == SegmentKind::cue;
  const SegmentKind wanted = from_cue ? SegmentKind::source : SegmentKind::cue;
  const std::size_t first = from > farthest ? from - farthest : 0;
  Link best;
  std::vector<Feature> features;
  for (std::size_t i = first; i < std::min(segments.size(), from + farthest + 1); ++i) {
    if (segments[i].kind != wanted) continue;
    features.clear();
    add_link_features(unit, segments, from_cue ? i : from, from_cue ? from : i, features);
    const double p = probability(links, features);
    if (p > best.probability) best = {i, p};
  }
  return best;
}

bool is_quoted(const SpeechUnit& unit, const Segment& segment) {
  return unit.tokens[segment.begin].quotation >= 0 &&
         unit.tokens[segment.begin].quotation == unit.tokens[segment.end - 1].quotation;
}

}  // namespace

void add_link_features(const SpeechUnit& unit, const std::vector<Segment>& segments,
                       std::size_t part, std::size_t cue, std::vector<Feature>& features) {
  const Segment& a = segments[part];
  const Segment& c = segments[cue];
  const auto kind = static_cast<std::uint32_t>(a.kind);
  const std::size_t low = std::min(part, cue);
  const std::size_t high = std::max(part, cue);
  std::uint64_t plan = part < cue ? 1 : 2;
  for (std::size_t i = low + 1; i < high; ++i) plan = plan * 4 + kind_at(segments, i);
  const Between gap = between(unit, a, c);
  const std::uint64_t sentences = std::min<std::size_t>(gap.sentences, 2);
  const std::uint64_t before = low == 0 ? 0 : kind_at(segments, low - 1);
  const std::uint64_t behind = kind_at(segments, high + 1);
  const std::uint64_t around = before * 4 + behind;
  const std::uint32_t question = 100 * (kind + 1);
  features.push_back(feature_of(question, 0));
  features.push_back(feature_of(question + 1, plan));
  features.push_back(feature_of(question + 2, plan, sentences));
  features.push_back(feature_of(question + 3, plan, bucket(gap.tokens)));
  features.push_back(feature_of(question + 4, plan * 16 + around, sentences));
  features.push_back(feature_of(question + 5, plan * 4 + sentences, gap.first_mark));
  features.push_back(feature_of(question + 6, plan * 4 + sentences, unit.tokens[c.begin].word));
  features.push_back(feature_of(question + 7, plan * 4 + sentences, unit.tokens[a.begin].word));
  features.push_back(feature_of(question + 8, plan * 4 + sentences,
                                static_cast<std::uint64_t>(unit.tokens[a.begin].part)));
  features.push_back(feature_of(question + 9, plan * 4 + sentences,
                                c.begin > 0 ? unit.tokens[c.begin - 1].word : 0));
  features.push_back(
      feature_of(question + 10, plan * 2 + (is_quoted(unit, a) ? 1 : 0), bucket(gap.tokens)));
}

void add_score_features(const SpeechUnit& unit, const TaggedUnit& tagged,
                        const LinkedStatement& statement, std::vector<Feature>& features) {
  constexpr std::uint32_t question = 1000;
  constexpr std::uint64_t missing = 999;
  float weakest = 99;
  for (std::size_t i : statement.content) weakest = std::min(weakest, tagged.margins[i]);
  const std::uint64_t content = margin_bucket(weakest);
  const std::uint64_t cue = statement.cue ? margin_bucket(tagged.margins[*statement.cue]) : missing;
  const std::uint64_t source =
      statement.source ? margin_bucket(tagged.margins[*statement.source]) : missing;
  const auto link = static_cast<std::uint64_t>(std::lround(statement.score * 10));
  const Segment& first = tagged.segments[statement.content.front()];
  const std::uint64_t quoted = is_quoted(unit, first) ? 1 : 0;
  features.push_back(feature_of(question, 0));
  features.push_back(feature_of(question + 1, content));
  features.push_back(feature_of(question + 2, cue));
  features.push_back(feature_of(question + 3, source));
  features.push_back(feature_of(question + 4, link));
  features.push_back(
      feature_of(question + 5, quoted, std::min<std::size_t>(3, statement.content.size())));
  features.push_back(feature_of(question + 6, quoted, content / 4));
  features.push_back(feature_of(question + 7, cue / 4, content / 4));
}

std::vector<LinkedStatement> link_segments(const SpeechUnit& unit,
                                           const std::vector<Segment>& segments,
                                           const LinearModel& links) {
  std::vector<LinkedStatement> statements;
  std::vector<std::optional<std::size_t>> of_cue(segments.size());  // index into statements
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].kind != SegmentKind::content) continue;
    const Link link = best_link(unit, segments, i, links);
    if (link.probability < likely) {
      if (is_quoted(unit, segments[i])) statements.push_back({{}, {}, {i}, likely});
      continue;
    }
    std::optional<std::size_t>& place = of_cue[*link.other];
    if (!place) {
      place = statements.size();
      statements.push_back({{}, link.other, {}, 1});
    }
    LinkedStatement& statement = statements[*place];
    statement.content.push_back(i);
    statement.score = std::min(statement.score, link.probability);
  }
  for (LinkedStatement& statement : statements) {
    if (!statement.cue) continue;
    const Link link = best_link(unit, segments, *statement.cue, links);
    if (link.probability >= likely) {
      statement.source = link.other;
      statement.score = std::min(statement.score, link.probability);
    }
  }
  return statements;
}

}  // namespace twosource

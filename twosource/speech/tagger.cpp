#include "twosource/speech/tagger.hpp"

#include <algorithm>
#include <cassert>

#include "twosource/base/embedded.hpp"

TWOSOURCE_EMBEDDED(attribution_segments)
TWOSOURCE_EMBEDDED(attribution_links)

namespace twosource {
namespace {

// By how much a token's role outscores being outside.
float margin_at(const ChainInput& input, std::size_t i, SegmentKind kind, SegmentPart part) {
  return input.roles[i][role_of(kind, part)] - input.roles[i][outside_role];
}

float margin_of(const ChainInput& input, const Segment& segment) {
  if (segment.begin + 1 == segment.end)
    return margin_at(input, segment.begin, segment.kind, SegmentPart::whole);
  return std::min(margin_at(input, segment.begin, segment.kind, SegmentPart::begin),
                  margin_at(input, segment.end - 1, segment.kind, SegmentPart::end));
}

// A paragraph of a transcript: its label is source and cue, all the rest is said. The mark that
// closes quotation marks opened before the label is no part of it.
TaggedUnit tag_labelled(const SpeechUnit& unit) {
  constexpr float sure = 12;
  const auto colon = unit.label - 1;
  const std::uint32_t begin = unit.tokens.front().quote == QuoteState::opens ? 1 : 0;
  auto end = static_cast<std::uint32_t>(unit.tokens.size());
  const SpeechToken& last = unit.tokens.back();
  if (last.quote == QuoteState::closes && last.quotation == unit.tokens[unit.label].quotation)
    --end;
  TaggedUnit tagged;
  tagged.segments = {{SegmentKind::source, begin, colon}, {SegmentKind::cue, colon, colon + 1}};
  if (unit.label < end) tagged.segments.push_back({SegmentKind::content, unit.label, end});
  tagged.margins.assign(tagged.segments.size(), sure);
  return tagged;
}

// A content that reaches the last word of its paragraph inside of a quotation whose closing mark is
// missing takes the full stop as well.
void take_last_marks(const SpeechUnit& unit, std::vector<Segment>& segments) {
  if (segments.empty() || segments.back().kind != SegmentKind::content) return;
  const auto& tokens = unit.tokens;
  Segment& last = segments.back();
  const SpeechToken& final_word = tokens[last.end - 1];
  const bool inside = final_word.quote == QuoteState::inside &&
                      final_word.quotation == tokens[last.begin].quotation;
  const bool only_marks =
      std::all_of(tokens.begin() + last.end, tokens.end(), [&](const SpeechToken& token) {
        return token.shape == mark_shape && token.quotation == final_word.quotation;
      });
  if (inside && only_marks) last.end = static_cast<std::uint32_t>(tokens.size());
}

}  // namespace

const SpeechTagger& SpeechTagger::built_in() {
  // The bytes are part of the program; if they are no model, the program was built wrong.
  static const Result<LinearModel> links = LinearModel::open(attribution_links());
  static const SpeechTagger tagger = [] {
    const Result<SegmentModel> segments = read_segment_model(attribution_segments());
    assert(links && segments);
    return SpeechTagger(*segments, *links);
  }();
  return tagger;
}

SpeechTagger::SpeechTagger(const SegmentModel& segments, const LinearModel& links)
    : lexicon_(segments.lexicon),
      junctions_{segments.passes[0].junctions, segments.passes[1].junctions},
      steps_{segments.passes[0].step, segments.passes[1].step},
      rows_(segments.passes[0], segments.passes[1]),
      links_(&links) {}

TaggedUnit SpeechTagger::tag(const SpeechUnit& unit, std::span<const Quotation> quotations) const {
  if (unit.label > 0) return tag_labelled(unit);
  const UnitFeatures words = unit_features(unit, quotations, lexicon_);
  PairedSums sums{std::vector<PairedSum>(unit.tokens.size()),
                  std::vector<PairedSum>(unit.tokens.size())};
  rows_.add(words, sums);
  const std::vector<Segment> first =
      best_segments(chain_input(unit, sums, 0, steps_[0]), junctions_[0]);
  rows_.add(second_pass_features(unit, words, first), sums);
  const ChainInput input = chain_input(unit, sums, 1, steps_[1]);
  TaggedUnit tagged;
  tagged.segments = best_segments(input, junctions_[1]);
  for (const Segment& segment : tagged.segments) {
    tagged.margins.push_back(margin_of(input, segment));
  }
  take_last_marks(unit, tagged.segments);
  return tagged;
}

std::vector<LinkedStatement> SpeechTagger::link(const SpeechUnit& unit,
                                                const TaggedUnit& tagged) const {
  std::vector<LinkedStatement> statements = link_segments(unit, tagged.segments, *links_);
  std::vector<Feature> features;
  for (LinkedStatement& statement : statements) {
    features.clear();
    add_score_features(unit, tagged, statement, features);
    statement.score = links_->probabilities(features)[1];
  }
  return statements;
}

}  // namespace twosource

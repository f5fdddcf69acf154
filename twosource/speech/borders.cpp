// The tagger finds most contents whole, and its errors are at the ends: a mark too few, a clause
// too many. The grammar of three frequent constructions tells where the content ends.
#include "twosource/speech/borders.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <unordered_set>

#include "twosource/speech/forms.hpp"

namespace twosource {
namespace {

using Words = std::unordered_set<std::uint32_t>;

Words words_of(std::initializer_list<std::string_view> list) {
  Words words;
  for (const std::string_view word : list) words.insert(speech_word_hash(word));
  return words;
}

// The segments with both marks of a quotation where they had one and the other stands beside.
void take_marks(const SpeechUnit& unit, std::vector<Segment>& segments) {
  const auto& tokens = unit.tokens;
  for (std::size_t s = 0; s < segments.size(); ++s) {
    Segment& segment = segments[s];
    if (segment.kind != SegmentKind::content) continue;
    const std::uint32_t last = segment.end - 1;
    const bool free_before = segment.begin > 0 && (s == 0 || segments[s - 1].end < segment.begin);
    const bool free_behind = segment.end < tokens.size() &&
                             (s + 1 == segments.size() || segment.end < segments[s + 1].begin);
    if (free_before && tokens[segment.begin].quote == QuoteState::inside &&
        tokens[segment.begin - 1].quote == QuoteState::opens &&
        tokens[last].quotation == tokens[segment.begin].quotation) {
      --segment.begin;
    }
    if (free_behind && tokens[last].quote == QuoteState::inside &&
        tokens[segment.end].quote == QuoteState::closes &&
        tokens[last].quotation == tokens[segment.begin].quotation) {
      ++segment.end;
    }
  }
}

// "Orlo's claim that the bridge was closed | angered the council", "a claim by Orlo that …".
void end_noun_clauses(const SpeechUnit& unit, std::vector<Segment>& segments) {
  static const std::uint32_t that = speech_word_hash("that");
  for (std::size_t s = 1; s < segments.size(); ++s) {
    Segment& content = segments[s];
    if (content.kind != SegmentKind::content || unit.tokens[content.begin].word != that) continue;
    const bool by_source = segments[s - 1].kind == SegmentKind::source && s > 1;
    const Segment& cue = segments[by_source ? s - 2 : s - 1];
    if (cue.kind == SegmentKind::cue && segments[s - 1].end == content.begin &&
        std::any_of(unit.tokens.begin() + cue.begin, unit.tokens.begin() + cue.end,
                    is_reporting_noun)) {
      content.end = std::min(content.end, end_of_noun_clause(unit, content.begin));
    }
  }
}

// "Marn, who called the plan “reckless” | , will meet the council": `content` is what "who" says.
void end_relative_clause(const SpeechUnit& unit, Segment& content) {
  const auto& tokens = unit.tokens;
  for (std::uint32_t i = content.begin + 1; i + 1 < content.end; ++i) {
    const bool comma = tokens[i].part == PartOfSpeech::comma && tokens[i].quotation < 0;
    if (comma && is_finite(tokens[i + 1].part)) {
      content.end = i;
      return;
    }
  }
}

// The segments before `content` are a cue and a source that is "who".
bool is_said_by_who(const SpeechUnit& unit, const std::vector<Segment>& segments, std::size_t s) {
  if (s < 2 || segments[s - 1].kind != SegmentKind::cue ||
      segments[s - 2].kind != SegmentKind::source)
    return false;
  return unit.tokens[segments[s - 2].begin].part == PartOfSpeech::wp;
}

// The cue before the content follows a word that begins a relative clause: "a sign that reads".
bool is_relative(const SpeechUnit& unit, const std::vector<Segment>& segments, std::size_t s) {
  static const Words words = words_of({"that", "which", "who"});
  return s > 0 && segments[s - 1].kind == SegmentKind::cue && segments[s - 1].begin > 0 &&
         words.contains(unit.tokens[segments[s - 1].begin - 1].word);
}

// "sang “Bring the ferry home” | as the boat came in"
void end_quotation(const SpeechUnit& unit, bool in_relative_clause, Segment& content) {
  static const Words joins = words_of({"as", "when", "after", "before", "while"});
  const auto& tokens = unit.tokens;
  const SpeechToken& first = tokens[content.begin];
  if (first.quote != QuoteState::opens || content.end - content.begin < 2) return;
  const std::uint8_t shape = tokens[content.begin + 1].shape;
  bool has_verb = false;
  std::uint32_t end = content.begin + 1;
  for (; end < content.end && tokens[end].quotation == first.quotation; ++end) {
    has_verb = has_verb || is_verb(tokens[end].part) || is_finite(tokens[end].part);
  }
  // "A sign that reads “No swimming” | stands on the pier"
  if (in_relative_clause && end < content.end && is_finite(tokens[end].part)) content.end = end;
  const bool sentence = has_verb && (shape == capital_shape || shape == capitals_shape);
  if (sentence && end < content.end && joins.contains(tokens[end].word)) content.end = end;
}

}  // namespace

void mend_borders(const SpeechUnit& unit, std::vector<Segment>& segments) {
  take_marks(unit, segments);
  end_noun_clauses(unit, segments);
  for (std::size_t s = 0; s < segments.size(); ++s) {
    if (segments[s].kind != SegmentKind::content) continue;
    end_quotation(unit, is_relative(unit, segments, s), segments[s]);
    if (is_said_by_who(unit, segments, s)) end_relative_clause(unit, segments[s]);
  }
}

}  // namespace twosource

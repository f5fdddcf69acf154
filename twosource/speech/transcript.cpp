// Transcripts inside of articles.
//
// "WALLIN: Is the bridge safe?" says who speaks by a label, and the paragraphs lie in quotation
// marks that are opened again and again and closed once. A tagger that has seen few of them takes
// the label into the quotation. The form is plain enough for a rule; what must be told apart are
// the other words in capitals before a colon: "UPDATE:", "WATCH:", the place of a report.
#include "twosource/speech/transcript.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <unordered_set>

namespace twosource {
namespace {

constexpr std::uint32_t longest_label = 5;  // tokens of a name

bool may_be_of_label(const SpeechToken& token) {
  return token.shape == capitals_shape && token.span.size() >= 2;
}

// Tokens of the label and its colon; 0: the unit begins with none.
std::uint32_t label_of(const SpeechUnit& unit) {
  static const std::uint32_t colon = speech_word_hash(":");
  static const std::uint32_t full_stop = speech_word_hash(".");
  if (unit.is_title) return 0;
  const auto& tokens = unit.tokens;
  const std::uint32_t first = tokens.front().quote == QuoteState::opens ? 1 : 0;
  std::uint32_t end = first;
  while (end < tokens.size() && end - first < longest_label &&
         (may_be_of_label(tokens[end]) || (end > first && tokens[end].word == full_stop))) {
    ++end;
  }
  const bool labelled = end > first && may_be_of_label(tokens[end - 1]) &&
                        end + 1 < tokens.size() && tokens[end].word == colon;
  return labelled ? end + 1 : 0;
}

// The last word of the label is what a person is called by.
std::uint32_t name_of(const SpeechUnit& unit) {
  return unit.tokens[unit.label - 2].word;
}

// Words that end a name somewhere in the text: "Orlo" of "Ana Orlo" or "Ms. Orlo".
std::unordered_set<std::uint32_t> names_in(const std::vector<SpeechUnit>& units) {
  std::unordered_set<std::uint32_t> names;
  for (const SpeechUnit& unit : units) {
    for (std::size_t i = 1; i < unit.tokens.size(); ++i) {
      const SpeechToken& before = unit.tokens[i - 1];
      const SpeechToken& name = unit.tokens[i];
      const bool is_name = name.shape == capital_shape || name.shape == mixed_shape;
      if (is_name && before.shape == capital_shape) names.insert(name.word);
    }
  }
  return names;
}

}  // namespace

void find_labels(std::vector<SpeechUnit>& units) {
  std::unordered_map<std::uint32_t, std::size_t> labels;  // how often each comes
  for (SpeechUnit& unit : units) {
    unit.label = label_of(unit);
    if (unit.label > 0) ++labels[name_of(unit)];
  }
  if (labels.empty()) return;
  const std::unordered_set<std::uint32_t> names = names_in(units);
  const bool any_name = std::any_of(labels.begin(), labels.end(),
                                    [&](const auto& one) { return names.contains(one.first); });
  for (SpeechUnit& unit : units) {
    if (unit.label == 0) continue;
    const std::uint32_t name = name_of(unit);
    if (!names.contains(name) && !(any_name && labels[name] > 1)) unit.label = 0;
  }
}

}  // namespace twosource

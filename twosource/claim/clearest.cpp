// Which of the places that say the same is shown, and which lonely ones are shown at all?
//
// A reader meets a claim without the text around it. "He said so twice" tells nothing there; "the
// harbour master said so twice" does. So what can be understood by itself goes first.
#include "twosource/claim/clearest.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>

#include "twosource/base/unicode.hpp"

namespace twosource {
namespace {

// The title is sentence 0, the lead follows it.
constexpr std::uint32_t last_lead_sentence = 2;
// In content words: shorter ones leave something out, longer ones hide it.
constexpr std::size_t short_unit = 4;
constexpr std::size_t long_unit = 22;

bool has_dangling_pronoun(const Unit& unit) {
  return std::ranges::any_of(unit.participants, [](const Participant& p) { return p.pronoun; });
}

bool has_named_subject(const Unit& unit) {
  return std::ranges::any_of(unit.participants, [](const Participant& p) {
    return p.role == Participant::Role::subject && p.entity && !p.pronoun;
  });
}

bool has_name(const Unit& unit) {
  return std::ranges::any_of(unit.participants,
                             [](const Participant& p) { return p.entity && !p.pronoun; });
}

/// Is it denied or left open by words that it does not contain? "(He denied) that she knew him."
bool is_bent_from_outside(std::string_view text, const TaggedText& tagged, const Unit& unit) {
  if (!unit.negated && unit.modality != Modality::possible) return false;
  constexpr std::array<std::string_view, 18> bending = {
      "not",     "n't",    "never", "no",     "nobody", "none",    "nothing",  "neither", "nor",
      "without", "hardly", "fail",  "failed", "fails",  "perhaps", "possibly", "likely",  "cannot"};
  for (std::uint32_t i = unit.token_begin; i < unit.token_end; ++i) {
    const Token& token = tagged.tokens[i];
    if (!unit.negated && token.part == PartOfSpeech::md) return false;
    const std::string word = fold(slice(text, token.span));
    if (std::ranges::find(bending, word) != bending.end()) return false;
  }
  return true;
}

bool has_shown_origin(const Report& report, const SentenceOrigins& sentences, const Unit& unit) {
  const auto origin = sentences.of(unit.article, unit.sentence);
  if (!origin) return false;
  const OriginKind kind = report.origins.origins[*origin].kind;
  return kind != OriginKind::unclear && kind != OriginKind::common_text;
}

/// "Told reporters | that she ...": no relative clause, though "that" is often taken for one's.
bool begins_speech(const Report& report, const Unit& unit, Span word) {
  return unit.statement && report.statements[*unit.statement].content.front().begin == word.begin;
}

/// Units end without marks; what is opened in one is closed: "calls the talks 'regrettable'".
std::uint32_t end_with_closing_mark(const TaggedText& tagged, const Unit& unit, Span shown) {
  bool open = false;
  for (std::uint32_t i = unit.token_begin; i < unit.token_end; ++i) {
    const Token& token = tagged.tokens[i];
    if (token.span.begin < shown.begin) continue;
    if (token.part == PartOfSpeech::open_quote) open = true;
    if (token.part == PartOfSpeech::close_quote) open = false;
  }
  const bool closes = open && unit.token_end < tagged.tokens.size() &&
                      tagged.tokens[unit.token_end].part == PartOfSpeech::close_quote;
  return closes ? tagged.tokens[unit.token_end].span.end : shown.end;
}

}  // namespace

UnitIndex clearest_of(const Report& report, const SentenceOrigins& sentences,
                      std::span<const Unit> units, std::span<const UnitIndex> chosen) {
  // The greatest wins; the last part makes the earlier one of two equals the greater.
  const auto clearness = [&](UnitIndex index) {
    const Unit& unit = units[index];
    const std::size_t words = unit.lemmas.size();
    return std::tuple(!unit.action.empty(), !has_dangling_pronoun(unit), has_named_subject(unit),
                      words >= short_unit && words <= long_unit, unit.sentence > 0, has_name(unit),
                      has_shown_origin(report, sentences, unit), ~index);
  };
  return *std::ranges::max_element(chosen, {}, clearness);
}

Span shown_span(const Report& report, const TaggedText& tagged, const Unit& unit) {
  const std::string_view text = report.articles[unit.article].text;
  if (is_bent_from_outside(text, tagged, unit))
    return report.analyses[unit.article].sentences[unit.sentence];
  Span shown = unit.span;
  for (std::uint32_t i = unit.token_begin; i + 1 < unit.token_end; ++i) {
    const Token& token = tagged.tokens[i];
    const bool that = slice(text, token.span) == "that" &&
                      (token.part == PartOfSpeech::in || begins_speech(report, unit, token.span));
    if (!that && token.part != PartOfSpeech::cc) break;
    const Span next = tagged.tokens[i + 1].span;
    if (next.begin >= shown.end) break;
    shown.begin = std::max(shown.begin, next.begin);
  }
  shown.end = end_with_closing_mark(tagged, unit, shown);
  return shown;
}

bool is_worth_telling(const Unit& unit) {
  if (unit.modality == Modality::question) return false;
  // In what somebody said "would" is only a "will".
  if (unit.modality == Modality::condition && !unit.statement) return false;
  if (unit.lemmas.size() < short_unit) return false;
  if (unit.sentence <= last_lead_sentence) return true;
  if (!unit.quantities.empty() || !unit.times.empty()) return true;
  return !unit.action.empty() && has_name(unit);
}

}  // namespace twosource

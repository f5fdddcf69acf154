// Headlines say who speaks with a colon: "Police: driver was asleep". They name their topic with
// one as well: "Ferry: what we know". The tagger sees no difference, as both are a noun, a colon
// and a clause.
//
// Idea. Both sides have to look like speech. The speaker is a person's name or an office that
// speaks; a word for persons at large ("Migrants: …") is a topic unless all of the rest is quoted.
// The words are quoted, or a clause that is not a headline's own present tense: "Orlo: bridge is
// safe" gives words of Orlo, "Orlo: mayor opens bridge" tells what the mayor does.
#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <unordered_set>

#include "twosource/speech/forms.hpp"
#include "twosource/speech/roles.hpp"
#include "twosource/text/lexicon.hpp"

namespace twosource {
namespace {

using Words = std::unordered_set<std::uint32_t>;

constexpr double sure = 0.8;
constexpr double likely = 0.6;
constexpr std::uint32_t longest_speaker = 7;  // tokens

Words words_of(std::initializer_list<std::string_view> list) {
  Words words;
  for (const std::string_view word : list) words.insert(speech_word_hash(word));
  return words;
}

// Whoever stands with one of these before a colon speaks.
bool is_office(const SpeechToken& token) {
  static const Words words = words_of(
      {"police",       "official",    "officials",   "officer",  "officers",     "sheriff",
       "prosecutor",   "prosecutors", "mayor",       "minister", "ministers",    "ministry",
       "governor",     "senator",     "president",   "premier",  "chancellor",   "secretary",
       "secy",         "spokesman",   "spokeswoman", "source",   "sources",      "report",
       "reports",      "study",       "expert",      "experts",  "analyst",      "analysts",
       "scientist",    "scientists",  "researchers", "witness",  "witnesses",    "lawyer",
       "lawyers",      "attorney",    "judge",       "coroner",  "court",        "chief",
       "ceo",          "pm",          "mp",          "mps",      "economist",    "economists",
       "spokesperson", "poll",        "polls",       "survey",   "commissioner", "ambassador",
       "chairman",     "chairwoman",  "coastguard"});
  return words.contains(token.word);
}

bool is_mark(const SpeechToken& token) {
  return token.shape == mark_shape;
}

bool is_colon(const SpeechToken& token) {
  static const std::uint32_t colon = speech_word_hash(":");
  return token.word == colon;
}

// The name that ends right before `end`.
const NameMention* name_before(const UnitView& view, std::uint32_t end) {
  const std::uint32_t last = view.first + end - 1;
  const auto found =
      std::partition_point(view.tagged.names.begin(), view.tagged.names.end(),
                           [&](const NameMention& name) { return name.end <= last; });
  if (found == view.tagged.names.end() || found->begin > last || found->end != last + 1)
    return nullptr;
  return &*found;
}

// The family name of someone whom the article names elsewhere: models see no name in a headline's
// "Orlo".
bool names_person(const UnitView& view, std::uint32_t token) {
  if (view.unit.tokens[token].shape != capital_shape) return false;
  const std::uint64_t word = view.tagged.tokens[view.first + token].hash;
  return std::any_of(
      view.tagged.names.begin(), view.tagged.names.end(), [&](const NameMention& name) {
        return name.kind == NameKind::person && view.tagged.tokens[name.end - 1].hash == word;
      });
}

// Only words that stand before a noun: "harbour minister Ana".
bool is_noun_phrase(const UnitView& view, TokenRange range) {
  return std::all_of(view.unit.tokens.begin() + range.begin, view.unit.tokens.begin() + range.end,
                     [](const SpeechToken& token) {
                       const PartOfSpeech p = token.part;
                       return goes_before_noun(p) || p == PartOfSpeech::dt ||
                              p == PartOfSpeech::pos || p == PartOfSpeech::prps ||
                              p == PartOfSpeech::stop;
                     });
}

bool has_finite_verb(const SpeechUnit& unit, TokenRange range) {
  return std::any_of(unit.tokens.begin() + range.begin, unit.tokens.begin() + range.end,
                     [](const SpeechToken& token) { return is_finite(token.part); });
}

// The only colon of the headline outside of quotations.
std::optional<std::uint32_t> only_colon(const SpeechUnit& unit) {
  std::optional<std::uint32_t> colon;
  for (std::uint32_t i = 0; i < unit.tokens.size(); ++i) {
    if (!is_colon(unit.tokens[i]) || unit.tokens[i].quotation >= 0) continue;
    if (colon) return std::nullopt;
    colon = i;
  }
  return colon;
}

// The range is one quotation from mark to mark.
bool is_quotation(const SpeechUnit& unit, TokenRange range) {
  const SpeechToken& first = unit.tokens[range.begin];
  const SpeechToken& last = unit.tokens[range.end - 1];
  return first.quote == QuoteState::opens && last.quote == QuoteState::closes &&
         first.quotation == last.quotation;
}

bool has_quotation(const SpeechUnit& unit, TokenRange range) {
  return std::any_of(unit.tokens.begin() + range.begin, unit.tokens.begin() + range.end,
                     [](const SpeechToken& token) { return token.quotation >= 0; });
}

// "what we know", "here's how", "the latest": of an article, not of a speaker.
bool is_of_article(const SpeechToken& token) {
  static const Words words = words_of({"what", "why", "how", "who", "when", "where", "everything",
                                       "here", "inside", "meet", "watch", "live", "full"});
  return words.contains(token.word);
}

// "Analysis: why the bridge will not hold"
bool is_rubric(const SpeechToken& token) {
  static const Words words =
      words_of({"analysis",  "opinion",    "editorial", "live",     "watch",     "video",
                "exclusive", "update",     "updated",   "review",   "explainer", "explained",
                "factbox",   "profile",    "timeline",  "gallery",  "photos",    "pictures",
                "podcast",   "listen",     "breaking",  "obituary", "letter",    "letters",
                "comment",   "commentary", "interview", "recap",    "title"});
  return words.contains(token.word);
}

// A clause in a tense that headlines do not tell events in: "is", "was", "will", "won't"; or in the
// first person.
bool sounds_spoken(const SpeechUnit& unit, TokenRange range) {
  static const Words words =
      words_of({"is",  "are", "was", "were", "has", "have", "had", "'s",  "'re", "'ve", "'ll",
                "n't", "i",   "we",  "my",   "our", "us",   "me",  "not", "do",  "did", "does"});
  return has_finite_verb(unit, range) &&
         std::any_of(unit.tokens.begin() + range.begin, unit.tokens.begin() + range.end,
                     [](const SpeechToken& token) {
                       return token.part == PartOfSpeech::md || words.contains(token.word);
                     });
}

// Someone says or writes in the words themselves: the speaker is not who stands before the colon.
bool is_reported_again(const SpeechUnit& unit, TokenRange range) {
  static const Words words = words_of({"says", "said", "say", "tells", "told", "warns", "claims",
                                       "according", "insists", "calls", "slams", "vows"});
  return std::any_of(
      unit.tokens.begin() + range.begin, unit.tokens.begin() + range.end,
      [](const SpeechToken& token) { return token.quotation < 0 && words.contains(token.word); });
}

double clause_score(SpeakerPhrase speaker, const SpeechUnit& unit, TokenRange words) {
  if (is_quotation(unit, words)) return sure;
  if (speaker != SpeakerPhrase::person && speaker != SpeakerPhrase::office) return 0;
  if (is_reported_again(unit, words)) return 0;
  if (speaker == SpeakerPhrase::office) {
    const bool verb = std::any_of(
        unit.tokens.begin() + words.begin, unit.tokens.begin() + words.end,
        [](const SpeechToken& token) { return is_finite(token.part) || is_verb(token.part); });
    return verb || has_quotation(unit, words) ? likely : 0;
  }
  return has_quotation(unit, words) || sounds_spoken(unit, words) ? likely : 0;
}

// "‘We were never asked’: Orlo on the closure", "…: Orlo slams plan": the name at the beginning of
// `range`, if nothing but that follows it.
TokenRange leading_speaker(const UnitView& view, TokenRange range) {
  static const Words behind = words_of({"on", "in", "as", "after", "over", "at", "about", "slams",
                                        "says", "warns", "tells", "describes", "recalls", "reacts",
                                        "responds", "speaks", "hits", "defends", "insists"});
  for (std::uint32_t end = std::min(range.end, range.begin + longest_speaker); end > range.begin;
       --end) {
    const TokenRange speaker{range.begin, end};
    const SpeakerPhrase kind = speaker_phrase(view, speaker);
    if (kind == SpeakerPhrase::none || kind == SpeakerPhrase::body || kind == SpeakerPhrase::place)
      continue;
    if (end == range.end || behind.contains(view.unit.tokens[end].word)) return speaker;
  }
  return {};
}

// "India makes esports official": a verb that capitals make look like a name.
bool may_be_verb(const UnitView& view, std::uint32_t token) {
  const WordKinds kinds = Lexicon::english().kinds_of(view.tagged.tokens[view.first + token].hash);
  return has_kind(kinds, WordKind::third) && !has_kind(kinds, WordKind::plural);
}

// An office or another noun for persons: "secretary of state", "head of the harbour office", where
// the head stands before "of".
SpeakerPhrase unnamed_phrase(const UnitView& view, TokenRange range) {
  static const std::uint32_t of = speech_word_hash("of");
  const auto& tokens = view.unit.tokens;
  std::uint32_t head = range.begin;
  while (head + 1 < range.end && tokens[head + 1].word != of) ++head;
  if (!is_noun_phrase(view, {range.begin, head + 1})) return SpeakerPhrase::none;
  if (head + 1 < range.end && !is_noun_phrase(view, {head + 2, range.end}))
    return SpeakerPhrase::none;
  for (std::uint32_t i = range.begin; i < head; ++i) {
    if (may_be_verb(view, i)) return SpeakerPhrase::none;
  }
  if (is_office(tokens[head])) return SpeakerPhrase::office;
  const std::uint64_t hash = view.tagged.tokens[view.first + head].hash;
  return has_kind(Lexicon::english().kinds_of(hash), WordKind::person_noun) ? SpeakerPhrase::anyone
                                                                            : SpeakerPhrase::none;
}

}  // namespace

SpeakerPhrase speaker_phrase(const UnitView& view, TokenRange range) {
  if (range.empty() || range.end - range.begin > longest_speaker) return SpeakerPhrase::none;
  if (const NameMention* name = name_before(view, range.end)) {
    const std::uint32_t begin = std::max(name->begin, view.first) - view.first;
    if (begin < range.begin || !is_noun_phrase(view, {range.begin, begin}))
      return SpeakerPhrase::none;
    if (name->kind == NameKind::person) return SpeakerPhrase::person;
    if (name->kind == NameKind::organisation && !is_office(view.unit.tokens[range.end - 1]))
      return SpeakerPhrase::body;
    if (name->kind == NameKind::place) return SpeakerPhrase::place;
  }
  if (range.end == range.begin + 1 && names_person(view, range.begin)) return SpeakerPhrase::person;
  return unnamed_phrase(view, range);
}

bool is_colon_of_speech(const UnitView& view, TokenRange source, TokenRange content) {
  if (source.empty()) return true;
  const auto& tokens = view.unit.tokens;
  const bool letter = source.end == source.begin + 1 && tokens[source.begin].span.size() == 1;
  if (letter) return false;
  if (!view.unit.is_title) return true;
  if (is_rubric(tokens[source.end - 1]) || is_of_article(tokens[content.begin])) return false;
  switch (speaker_phrase(view, source)) {
    case SpeakerPhrase::none:
      return false;
    case SpeakerPhrase::person:
    case SpeakerPhrase::office:
    case SpeakerPhrase::body:
      return true;
    case SpeakerPhrase::place:
    case SpeakerPhrase::anyone:
      return has_quotation(view.unit, content) || sounds_spoken(view.unit, content);
  }
  return true;
}

std::optional<ReportingForm> headline_form(const UnitView& view) {
  const SpeechUnit& unit = view.unit;
  const auto colon = only_colon(unit);
  if (!colon || *colon == 0 || *colon + 1 >= unit.tokens.size()) return std::nullopt;
  const TokenRange before{0, *colon};
  const TokenRange cue{*colon, *colon + 1};
  TokenRange behind{*colon + 1, static_cast<std::uint32_t>(unit.tokens.size())};
  const SpeechToken& final_one = unit.tokens.back();
  if (final_one.part == PartOfSpeech::stop && final_one.quotation < 0) --behind.end;
  if (behind.empty()) return std::nullopt;
  // “…”: Orlo on the closure
  if (is_quotation(unit, before)) {
    const TokenRange speaker = leading_speaker(view, behind);
    if (speaker.empty()) return std::nullopt;
    return ReportingForm{speaker, cue, before, sure};
  }
  const SpeakerPhrase first = speaker_phrase(view, before);
  if (first != SpeakerPhrase::none && !is_of_article(unit.tokens[behind.begin])) {
    const double score = clause_score(first, unit, behind);
    if (score > 0) return ReportingForm{before, cue, behind, score};
  }
  // Driver was asleep: police
  while (behind.end > behind.begin && is_mark(unit.tokens[behind.end - 1])) --behind.end;
  const SpeakerPhrase last = speaker_phrase(view, behind);
  if (first != SpeakerPhrase::none || is_of_article(unit.tokens.front())) return std::nullopt;
  if (last != SpeakerPhrase::person && last != SpeakerPhrase::office) return std::nullopt;
  if (!has_finite_verb(unit, before) || is_reported_again(unit, before)) return std::nullopt;
  return ReportingForm{behind, cue, before, likely};
}

}  // namespace twosource

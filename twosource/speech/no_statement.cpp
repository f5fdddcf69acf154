// The tagger learned attributions of all sorts, and words in quotation marks draw it on. Here is
// what it cannot know or was taught otherwise: who did not say something, or would not, said
// nothing; and marks stand around titles and ironies as well as around speech.
#include "twosource/speech/no_statement.hpp"

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

bool is_word(const SpeechToken& token) {
  return token.shape != mark_shape;
}

std::size_t count_words(const SpeechUnit& unit, const Segment& segment) {
  return static_cast<std::size_t>(std::count_if(unit.tokens.begin() + segment.begin,
                                                unit.tokens.begin() + segment.end, is_word));
}

// "did not say", "has never said": in the cue or right before it. "Not only said" is no denial.
bool is_denied(const SpeechUnit& unit, const Segment& cue) {
  static const Words denials = words_of({"not", "n't", "never", "nor", "nothing"});
  static const Words only = words_of({"only", "just", "merely", "simply"});
  const std::size_t begin = cue.begin > 1 ? cue.begin - 1 : 0;
  for (std::size_t i = begin; i < cue.end; ++i) {
    if (!denials.contains(unit.tokens[i].word)) continue;
    const bool more = i + 1 < unit.tokens.size() && only.contains(unit.tokens[i + 1].word);
    if (!more) return true;
  }
  const std::size_t two_before = cue.begin > 1 ? cue.begin - 2 : cue.end;
  return two_before + 1 < cue.begin && denials.contains(unit.tokens[two_before].word) &&
         is_adverb(unit.tokens[two_before + 1].part) &&
         !only.contains(unit.tokens[two_before + 1].word);
}

// "declined to comment", "refused to say who": what follows is no news.
bool refuses_to_speak(const SpeechUnit& unit, const Segment& cue, const Segment& content) {
  static const Words refusals = words_of({"declined", "declines", "declining", "refused", "refuses",
                                          "refusing", "unable", "unwilling", "decline", "refuse"});
  static const Words speech =
      words_of({"comment", "say", "answer", "respond", "discuss", "elaborate", "explain", "specify",
                "speculate", "speak", "talk", "identify", "name", "give"});
  static const Words to = words_of({"to", "be"});
  const bool refuses =
      std::any_of(unit.tokens.begin() + cue.begin, unit.tokens.begin() + cue.end,
                  [](const SpeechToken& token) { return refusals.contains(token.word); });
  if (!refuses) return false;
  std::uint32_t i = content.begin;
  while (i < content.end && to.contains(unit.tokens[i].word)) ++i;
  return i == content.end || speech.contains(unit.tokens[i].word);
}

// "no one", "nobody", "none of them".
bool is_nobody(const SpeechUnit& unit, const Segment& source) {
  static const Words nobody = words_of({"nobody", "none"});
  static const std::uint32_t no = speech_word_hash("no");
  static const std::uint32_t one = speech_word_hash("one");
  const SpeechToken& first = unit.tokens[source.begin];
  return nobody.contains(first.word) || (first.word == no && source.end > source.begin + 1 &&
                                         unit.tokens[source.begin + 1].word == one);
}

// "It was not clear who ordered it": who asks has said nothing. Behind a name, a noun or a comma
// "who" is that one.
bool is_asked_for(const SpeechUnit& unit, const Segment& source) {
  if (source.end != source.begin + 1 || unit.tokens[source.begin].part != PartOfSpeech::wp)
    return false;
  if (source.begin == 0) return true;
  const PartOfSpeech before = unit.tokens[source.begin - 1].part;
  return is_adjective(before) || is_verb(before) || before == PartOfSpeech::in ||
         before == PartOfSpeech::rb;
}

// "Asked whether it would hold, Orlo laughed": by whom, nobody tells.
bool is_asked_by_somebody(const SpeechUnit& unit, const Segment& cue) {
  static const Words asked = words_of({"asked", "questioned"});
  static const std::uint32_t when = speech_word_hash("when");
  if (cue.end != cue.begin + 1 || !asked.contains(unit.tokens[cue.begin].word)) return false;
  return unit.tokens[cue.begin].starts_sentence || unit.tokens[cue.begin - 1].word == when;
}

// "If Orlo says so": she has not.
bool is_supposed(const SpeechUnit& unit, const Segment& source) {
  static const Words words = words_of({"if", "unless", "whether", "until", "lest"});
  return source.begin > 0 && words.contains(unit.tokens[source.begin - 1].word);
}

// "the ferry, dubbed the “Floating Coffin”, …": a name, and not by whom.
bool is_naming(const SpeechUnit& unit, const Segment& cue) {
  static const Words words =
      words_of({"dubbed", "nicknamed", "titled", "entitled", "named", "known", "billed", "styled"});
  const SpeechToken& first = unit.tokens[cue.begin];
  if (!words.contains(first.word)) return false;
  return first.part == PartOfSpeech::vbn ||
         (cue.begin > 0 && unit.tokens[cue.begin - 1].part == PartOfSpeech::comma);
}

// "what", "that", "it": a content that only points at another.
bool says_nothing(const SpeechUnit& unit, const Segment& segment) {
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    const PartOfSpeech p = unit.tokens[i].part;
    if (unit.tokens[i].quote != QuoteState::outside) return false;
    if (is_noun(p) || is_verb(p) || is_adjective(p) || is_adverb(p) || p == PartOfSpeech::cd)
      return false;
  }
  return true;
}

bool opens_and_closes(const SpeechUnit& unit, const Segment& segment) {
  const SpeechToken& first = unit.tokens[segment.begin];
  const SpeechToken& last = unit.tokens[segment.end - 1];
  return first.quote == QuoteState::opens && last.quote == QuoteState::closes &&
         last.quotation == first.quotation;
}

// "The Last Pilot of Selne": capitals but for short words, and no mark before the closing one.
bool is_work_title(const SpeechUnit& unit, const Segment& segment) {
  std::size_t capitals = 0;
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    const SpeechToken& token = unit.tokens[i];
    if (token.quote != QuoteState::inside) continue;
    if (!is_word(token)) return false;
    const bool capital = token.shape == capital_shape || token.shape == capitals_shape;
    const bool short_word = token.span.size() <= 3;
    if (!capital && !short_word) return false;
    capitals += capital ? 1 : 0;
  }
  return capitals >= 2;
}

// "her novel “The Last Pilot” was sold": a noun for works before the marks.
bool is_named_work(const SpeechUnit& unit, const Segment& segment) {
  static const Words works =
      words_of({"novel",   "film",     "book",        "song",      "album", "play",    "series",
                "show",    "movie",    "documentary", "poem",      "essay", "podcast", "painting",
                "musical", "opera",    "memoir",      "sitcom",    "hit",   "single",  "drama",
                "comedy",  "thriller", "sculpture",   "exhibition"});
  return segment.begin > 0 && unit.tokens[segment.begin].quote == QuoteState::opens &&
         works.contains(unit.tokens[segment.begin - 1].word);
}

bool has_finite_verb(const SpeechUnit& unit, std::uint32_t begin, std::uint32_t end) {
  return begin < end && std::any_of(unit.tokens.begin() + begin, unit.tokens.begin() + end,
                                    [](const SpeechToken& token) { return is_finite(token.part); });
}

// The cue has nouns only: "accusations", "positive depiction of".
bool is_nominal(const SpeechUnit& unit, const Segment& cue) {
  const auto begin = unit.tokens.begin() + cue.begin;
  const auto end = unit.tokens.begin() + cue.end;
  return std::any_of(begin, end, [](const SpeechToken& t) { return is_noun(t.part); }) &&
         std::none_of(begin, end, [](const SpeechToken& t) { return is_verb(t.part); });
}

// "Orlo's repeated claim", "claims by Orlo": whose words they are. In "Orlo was cleared of
// accusations that …" they are not Orlo's.
bool owns_noun(const SpeechUnit& unit, const Segment& source, const Segment& cue) {
  static const Words by = words_of({"by", "from", "of", "among"});
  if (source.end > cue.begin) {
    const SpeechToken& before = unit.tokens[source.begin - 1];
    return by.contains(before.word) || by.contains(unit.tokens[source.begin].word);
  }
  if (source.end == cue.begin) return true;
  const PartOfSpeech last = unit.tokens[source.end - 1].part;
  const PartOfSpeech next = unit.tokens[source.end].part;
  const bool possessor =
      last == PartOfSpeech::pos || last == PartOfSpeech::prps || next == PartOfSpeech::pos;
  return possessor && !has_finite_verb(unit, source.end, cue.begin);
}

// "was cleared of accusations", "replied to the claim": the noun is what the verb is about. But
// "said in a statement".
bool is_about_noun(const SpeechUnit& unit, const Segment& cue) {
  static const Words about =
      words_of({"of", "over", "on", "to", "about", "against", "amid", "despite", "after"});
  if (!is_reporting_noun(unit.tokens[cue.end - 1])) return false;
  std::uint32_t i = cue.end - 1;
  while (i > cue.begin &&
         (unit.tokens[i - 1].part == PartOfSpeech::dt || is_adjective(unit.tokens[i - 1].part)))
    --i;
  return i > cue.begin && about.contains(unit.tokens[i - 1].word);
}

// "demands, hours after the end of what Orlo called “talks”": of another's words only the time or
// the subject is told.
bool points_at_what(const SpeechUnit& unit, const Segment& cue, const Segment& content) {
  static const Words when = words_of({"after", "before", "during", "amid", "despite", "following"});
  if (unit.tokens[content.begin].part != PartOfSpeech::wp || content.begin == 0) return false;
  const SpeechToken& before = unit.tokens[content.begin - 1];
  return when.contains(before.word) || (before.part == PartOfSpeech::in && content.begin > cue.end);
}

// A noun with a clause that is not its own: "accusations that he lied" behind a source that they
// are about, "the claims that were made", a clause behind the sentence's verb.
bool is_noun_of_another(const SpeechUnit& unit, const std::vector<Segment>& segments,
                        const LinkedStatement& linked) {
  const Segment& cue = segments[*linked.cue];
  const Segment& content = segments[linked.content.front()];
  if (content.begin < cue.end) return false;
  if (points_at_what(unit, cue, content) || is_about_noun(unit, cue)) return true;
  if (!is_nominal(unit, cue)) return false;
  if (linked.source && !owns_noun(unit, segments[*linked.source], cue)) return true;
  if (has_finite_verb(unit, cue.end, content.begin)) return true;
  return is_relative_clause(unit, content.begin);
}

bool has_no_speaker(const SpeechUnit& unit, const std::vector<Segment>& segments,
                    const LinkedStatement& linked) {
  if (!linked.source) return false;
  const Segment& source = segments[*linked.source];
  const bool before_cue = linked.cue && source.end <= segments[*linked.cue].begin;
  return is_nobody(unit, source) || is_asked_for(unit, source) ||
         (before_cue && is_supposed(unit, source));
}

bool has_no_cue_of_speech(const SpeechUnit& unit, const std::vector<Segment>& segments,
                          const LinkedStatement& linked) {
  if (!linked.cue) return false;
  const Segment& cue = segments[*linked.cue];
  return (!linked.source && is_asked_by_somebody(unit, cue)) || is_naming(unit, cue) ||
         is_noun_of_another(unit, segments, linked) || is_denied(unit, cue) ||
         refuses_to_speak(unit, cue, segments[linked.content.front()]);
}

}  // namespace

bool is_no_statement(const SpeechUnit& unit, const std::vector<Segment>& segments,
                     const LinkedStatement& linked) {
  constexpr std::size_t fewest_words = 4;
  if (has_no_speaker(unit, segments, linked)) return true;
  if (has_no_cue_of_speech(unit, segments, linked)) return true;
  if (linked.content.size() > 1) return false;
  const Segment& content = segments[linked.content.front()];
  if (says_nothing(unit, content) || is_named_work(unit, content)) return true;
  if (!linked.cue && count_words(unit, content) < fewest_words) return true;
  return !unit.is_title && opens_and_closes(unit, content) && is_work_title(unit, content);
}

}  // namespace twosource

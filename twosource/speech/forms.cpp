// Statements that nouns and fixed phrases report: "Orlo's claim that the bridge is safe", "in the
// words of Orlo". Such words report now and then only, and the tagger has seen few of them; but
// with "that" and a clause behind them there is no doubt.
//
// The speaker stands before the noun as its possessor, or behind "by" or "from". What the noun's
// clause says ends where the sentence's own verb comes: a verb without a subject right before it,
// behind a clause that has its verb already.
#include "twosource/speech/forms.hpp"

#include <algorithm>
#include <initializer_list>
#include <unordered_set>

#include "twosource/speech/roles.hpp"

namespace twosource {
namespace {

using Words = std::unordered_set<std::uint32_t>;

constexpr double by_noun = 0.7;
constexpr double by_phrase = 0.8;
constexpr std::uint32_t longest_source = 10;     // tokens
constexpr std::uint32_t longest_sentence = 200;  // tokens to look at, so that the work is linear

Words words_of(std::initializer_list<std::string_view> list) {
  Words words;
  for (const std::string_view word : list) words.insert(speech_word_hash(word));
  return words;
}

bool is(const SpeechToken& token, std::uint32_t word) {
  return token.word == word;
}

std::uint32_t size_of(const SpeechUnit& unit) {
  return static_cast<std::uint32_t>(unit.tokens.size());
}

std::uint32_t sentence_begin(const SpeechUnit& unit, std::uint32_t token) {
  const std::uint32_t stop = token > longest_sentence ? token - longest_sentence : 0;
  while (token > stop && !unit.tokens[token].starts_sentence) --token;
  return token;
}

std::uint32_t sentence_end(const SpeechUnit& unit, std::uint32_t token) {
  const std::uint32_t stop = std::min(token + longest_sentence, size_of(unit));
  do {
    ++token;
  } while (token < stop && !unit.tokens[token].starts_sentence);
  return token;
}

// The last word of its sentence, with a full stop behind it.
bool ends_sentence(const SpeechUnit& unit, std::uint32_t token) {
  if (token + 1 >= size_of(unit) || unit.tokens[token + 1].part != PartOfSpeech::stop) return false;
  return token + 2 == size_of(unit) || unit.tokens[token + 2].starts_sentence;
}

// Less the full stop and what else closes a sentence, but not a closing quotation mark.
std::uint32_t without_stop(const SpeechUnit& unit, std::uint32_t begin, std::uint32_t end) {
  while (end > begin && unit.tokens[end - 1].shape == mark_shape &&
         unit.tokens[end - 1].quote != QuoteState::closes)
    --end;
  return end;
}

bool stands_in_noun_phrase(const SpeechToken& token) {
  const PartOfSpeech p = token.part;
  return goes_before_noun(p) || p == PartOfSpeech::dt || p == PartOfSpeech::pos ||
         p == PartOfSpeech::prps || p == PartOfSpeech::prp;
}

// The noun phrase of names and nouns that begins at `begin`; "of" may join two.
TokenRange noun_phrase_from(const SpeechUnit& unit, std::uint32_t begin) {
  static const Words joins = words_of({"of", "for", "and"});
  std::uint32_t end = begin;
  while (end < size_of(unit) && end - begin < longest_source && !unit.tokens[end].starts_sentence &&
         (stands_in_noun_phrase(unit.tokens[end]) ||
          (end > begin && joins.contains(unit.tokens[end].word))))
    ++end;
  return {begin, end};
}

// The noun phrase that ends right before `end`: "the ministry 's".
TokenRange possessor_before(const SpeechUnit& unit, std::uint32_t end) {
  if (end == 0) return {};
  if (unit.tokens[end - 1].part == PartOfSpeech::prps) return {end - 1, end};
  if (unit.tokens[end - 1].part != PartOfSpeech::pos) return {};
  const std::uint32_t first = sentence_begin(unit, end - 1);
  std::uint32_t begin = end - 1;
  while (begin > first && end - begin < longest_source &&
         goes_before_noun(unit.tokens[begin - 1].part))
    --begin;
  while (begin + 1 < end && unit.tokens[begin].part == PartOfSpeech::vbg) ++begin;
  static const Words times =
      words_of({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                "today", "yesterday", "week", "month", "year", "morning", "night"});
  if (begin == end - 1 || times.contains(unit.tokens[end - 2].word)) return {};
  if (begin > first && unit.tokens[begin - 1].part == PartOfSpeech::dt) --begin;
  return {begin, end};
}

bool has_finite_verb(const SpeechUnit& unit, std::uint32_t begin, std::uint32_t end) {
  return std::any_of(unit.tokens.begin() + begin, unit.tokens.begin() + end,
                     [](const SpeechToken& token) { return is_finite(token.part); });
}

// A word that can be the subject of the verb right behind it, or begins a clause that has one.
bool can_be_subject(const SpeechToken& token) {
  const PartOfSpeech p = token.part;
  return is_noun(p) || p == PartOfSpeech::prp || p == PartOfSpeech::dt || p == PartOfSpeech::wdt ||
         p == PartOfSpeech::wp || p == PartOfSpeech::cc || p == PartOfSpeech::comma ||
         p == PartOfSpeech::ex || p == PartOfSpeech::md || p == PartOfSpeech::close_quote ||
         p == PartOfSpeech::cd;
}

// "was neglected | angered the council": a past tense that is taken for a second participle.
bool is_verb_of_object(const SpeechUnit& unit, std::uint32_t token, std::uint32_t end) {
  if (unit.tokens[token].part != PartOfSpeech::vbn || token + 1 >= end) return false;
  const PartOfSpeech before = unit.tokens[token - 1].part;
  const PartOfSpeech next = unit.tokens[token + 1].part;
  return (before == PartOfSpeech::vbn || before == PartOfSpeech::jj) &&
         (next == PartOfSpeech::dt || next == PartOfSpeech::prps || next == PartOfSpeech::nnp);
}

// "that tolls will rise": what stands right behind "that" or before "will" is no verb, whatever its
// tag says.
bool is_noun_for_sure(const SpeechUnit& unit, std::uint32_t token, std::uint32_t that) {
  const bool before_modal =
      token + 1 < size_of(unit) && unit.tokens[token + 1].part == PartOfSpeech::md;
  return unit.tokens[token].part != PartOfSpeech::md && (token == that + 1 || before_modal);
}

// "claims by Orlo that …", "Orlo's claim that …": `noun` is the noun.
std::optional<ReportingForm> noun_form(const SpeechUnit& unit, std::uint32_t noun) {
  static const std::uint32_t that = speech_word_hash("that");
  static const Words by = words_of({"by", "from"});
  const std::uint32_t end = sentence_end(unit, noun);
  ReportingForm form;
  form.score = by_noun;
  form.cue = {noun, noun + 1};
  std::uint32_t clause = noun + 1;
  if (clause < end && by.contains(unit.tokens[clause].word)) {
    form.source = noun_phrase_from(unit, clause + 1);
    clause = form.source.end;
    // "a report by the monitor declaring that", "claims by Orlo and that"
    while (!form.source.empty() && !is_noun(unit.tokens[form.source.end - 1].part) &&
           unit.tokens[form.source.end - 1].part != PartOfSpeech::prp)
      --form.source.end;
  } else {
    form.source = possessor_before(unit, noun);
  }
  if (form.source.empty() || clause >= end || !is(unit.tokens[clause], that)) return std::nullopt;
  if (is_relative_clause(unit, clause)) return std::nullopt;
  form.content = {clause, end_of_noun_clause(unit, clause)};
  if (!has_finite_verb(unit, form.content.begin, form.content.end)) return std::nullopt;
  return form;
}

std::uint32_t of_word() {
  static const std::uint32_t of = speech_word_hash("of");
  return of;
}

// Where a noun phrase ends that a quotation begins: "“rapacious” U.S. demands |".
std::uint32_t noun_phrase_end(const SpeechUnit& unit, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end < size_of(unit) && end - begin < longest_source && !unit.tokens[end].starts_sentence &&
         goes_before_noun(unit.tokens[end].part))
    ++end;
  // "demands" and "talks" are taken for verbs at times; a verb would have something behind it
  if (end + 1 < size_of(unit) && unit.tokens[end].part == PartOfSpeech::vbz &&
      unit.tokens[end + 1].shape == mark_shape)
    return end + 1;
  return end > begin && is_noun(unit.tokens[end - 1].part) ? end : begin;
}

// The quotation that begins at the token: [begin, end); empty: none does.
TokenRange quotation_from(const SpeechUnit& unit, std::uint32_t begin) {
  if (begin >= size_of(unit) || unit.tokens[begin].quote != QuoteState::opens) return {};
  std::uint32_t end = begin;
  while (end < size_of(unit) && unit.tokens[end].quotation == unit.tokens[begin].quotation) ++end;
  return {begin, end};
}

// "in the words of Orlo, “…”": `words` is the third token of it.
std::optional<ReportingForm> words_form(const SpeechUnit& unit, std::uint32_t words) {
  static const std::uint32_t in = speech_word_hash("in");
  static const std::uint32_t the = speech_word_hash("the");
  if (words < 2 || words + 2 >= size_of(unit)) return std::nullopt;
  if (!is(unit.tokens[words - 2], in) || !is(unit.tokens[words - 1], the) ||
      !is(unit.tokens[words + 1], of_word()))
    return std::nullopt;
  ReportingForm form;
  form.score = by_phrase;
  form.cue = {words - 2, words + 2};
  form.source = noun_phrase_from(unit, words + 2);
  if (form.source.empty()) return std::nullopt;
  std::uint32_t next = form.source.end;
  if (next < size_of(unit) && unit.tokens[next].part == PartOfSpeech::comma) ++next;
  form.content = quotation_from(unit, next);
  if (form.content.empty()) return std::nullopt;
  return form;
}

// A clause without quotations, and not one that only says when or why.
bool is_plain_clause(const SpeechUnit& unit, TokenRange clause) {
  static const Words openers = words_of({"if", "when", "as", "while", "after", "before", "although",
                                         "though", "because", "since", "once"});
  return !clause.empty() && !openers.contains(unit.tokens[clause.begin].word) &&
         has_finite_verb(unit, clause.begin, clause.end) &&
         std::none_of(unit.tokens.begin() + clause.begin, unit.tokens.begin() + clause.end,
                      [](const SpeechToken& token) { return token.quotation >= 0; });
}

// "The bridge will be closed, according to the director, who …": `according` is the word.
std::optional<ReportingForm> according_form(const SpeechUnit& unit, std::uint32_t according) {
  static const std::uint32_t word = speech_word_hash("according");
  static const std::uint32_t to = speech_word_hash("to");
  if (!is(unit.tokens[according], word) || according == 0 || according + 2 >= size_of(unit))
    return std::nullopt;
  const std::uint32_t first = sentence_begin(unit, according);
  if (!is(unit.tokens[according + 1], to) || first + 1 >= according ||
      unit.tokens[according - 1].part != PartOfSpeech::comma)
    return std::nullopt;
  ReportingForm form;
  form.score = by_noun;
  form.source = noun_phrase_from(unit, according + 2);
  form.cue = {according, according + 2};
  form.content = {first, according - 1};
  const bool ends =
      form.source.end < size_of(unit) && unit.tokens[form.source.end].shape == mark_shape;
  if (form.source.empty() || !ends || !is_plain_clause(unit, form.content)) return std::nullopt;
  return form;
}

// "The Gazette quoted Orlo as saying that the bridge was safe": `saying` is the word. The Gazette
// has not said it.
std::optional<ReportingForm> quoted_form(const SpeechUnit& unit, std::uint32_t saying) {
  static const Words says = words_of({"saying", "telling"});
  static const Words quotes =
      words_of({"quoted", "quotes", "quoting", "cited", "cites", "citing", "quote", "cite"});
  static const std::uint32_t as = speech_word_hash("as");
  static const std::uint32_t that = speech_word_hash("that");
  if (saying < 3 || !says.contains(unit.tokens[saying].word) || !is(unit.tokens[saying - 1], as))
    return std::nullopt;
  const std::uint32_t end = saying - 1;
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < longest_source &&
         !quotes.contains(unit.tokens[begin - 1].word) &&
         (stands_in_noun_phrase(unit.tokens[begin - 1]) || is(unit.tokens[begin - 1], of_word())))
    --begin;
  if (begin == end || begin == 0 || !quotes.contains(unit.tokens[begin - 1].word))
    return std::nullopt;
  ReportingForm form;
  form.score = by_phrase;
  form.replaces = true;
  form.source = {begin, end};
  form.cue = {end, saying + 1};
  std::uint32_t first = saying + 1;
  while (first < size_of(unit) && unit.tokens[first].shape == mark_shape &&
         unit.tokens[first].quote != QuoteState::opens)
    ++first;
  if (first >= size_of(unit) || unit.tokens[first].starts_sentence) return std::nullopt;
  const TokenRange quotation = quotation_from(unit, first);
  form.content = quotation.empty()
                     ? TokenRange{first, without_stop(unit, first, sentence_end(unit, first))}
                     : quotation;
  if (form.content.empty()) return std::nullopt;
  // "“…,” she was quoted as saying in a letter": what was said stands before
  const PartOfSpeech part = unit.tokens[first].part;
  const bool clause = has_finite_verb(unit, form.content.begin, form.content.end) &&
                      (is(unit.tokens[first], that) || part != PartOfSpeech::in) &&
                      part != PartOfSpeech::vbg;
  if (quotation.empty() && !clause) return std::nullopt;
  return form;
}

// "what Orlo called “a plan” of hers": `verb` is the verb. Behind what somebody rejects, praises or
// demands there are another one's words.
std::optional<ReportingForm> naming_form(const SpeechUnit& unit, std::uint32_t verb) {
  static const Words verbs = words_of({"called", "calls", "described", "describes", "termed",
                                       "dubbed", "branded", "labelled", "labeled"});
  static const Words helps = words_of({"has", "have", "had", "also", "once", "later"});
  static const std::uint32_t what = speech_word_hash("what");
  static const std::uint32_t as = speech_word_hash("as");
  if (!verbs.contains(unit.tokens[verb].word)) return std::nullopt;
  std::uint32_t end = verb;
  while (end > 0 && helps.contains(unit.tokens[end - 1].word)) --end;
  std::uint32_t begin = end;
  while (
      begin > 0 && end - begin < longest_source && !is(unit.tokens[begin - 1], what) &&
      (stands_in_noun_phrase(unit.tokens[begin - 1]) || unit.tokens[begin - 1].word == of_word()))
    --begin;
  if (begin == end || begin == 0 || !is(unit.tokens[begin - 1], what)) return std::nullopt;
  ReportingForm form;
  form.score = by_phrase;
  form.source = {begin, end};
  form.cue = {end, verb + 1};
  const std::uint32_t next =
      verb + 1 < size_of(unit) && is(unit.tokens[verb + 1], as) ? verb + 2 : verb + 1;
  std::uint32_t first = next;
  if (first < size_of(unit) && unit.tokens[first].part == PartOfSpeech::dt) ++first;
  const TokenRange quotation = quotation_from(unit, first);
  if (quotation.empty()) return std::nullopt;
  form.content = {next, noun_phrase_end(unit, quotation.end)};
  return form;
}

// "The bridge will be closed, sources familiar with the matter said.": `verb` is the last word of
// its sentence.
std::optional<ReportingForm> trailing_form(const SpeechUnit& unit, std::uint32_t verb) {
  static const Words verbs = words_of({"said", "says"});
  if (!verbs.contains(unit.tokens[verb].word) || unit.tokens[verb].quotation >= 0)
    return std::nullopt;
  const std::uint32_t first = sentence_begin(unit, verb);
  std::uint32_t begin = verb;
  while (begin > first && unit.tokens[begin - 1].part != PartOfSpeech::comma) --begin;
  if (begin == first || begin == verb || verb - begin > longest_source) return std::nullopt;
  static const std::uint32_t sources = speech_word_hash("sources");  // taken for a verb at times
  const SpeechToken& head = unit.tokens[begin];
  const bool is_sources = head.word == sources;
  if (has_finite_verb(unit, is_sources ? begin + 1 : begin, verb)) return std::nullopt;
  if ((!is_sources && !stands_in_noun_phrase(head)) || head.part == PartOfSpeech::vbg)
    return std::nullopt;
  const bool asks = std::any_of(
      unit.tokens.begin() + begin, unit.tokens.begin() + verb, [](const SpeechToken& token) {
        return token.part == PartOfSpeech::wp || token.part == PartOfSpeech::wrb;
      });
  if (asks || !is_plain_clause(unit, {first, begin - 1})) return std::nullopt;
  ReportingForm form;
  form.score = by_noun;
  form.source = {begin, verb};
  while (form.source.end > begin + 1 && is_adverb(unit.tokens[form.source.end - 1].part))
    --form.source.end;
  form.cue = {verb, verb + 1};
  form.content = {first, begin - 1};
  return form;
}

}  // namespace

bool is_reporting_noun(const SpeechToken& token) {
  static const Words words = words_of(
      {"claim",      "claims",      "allegation",   "allegations", "accusation",  "accusations",
       "assertion",  "assertions",  "announcement", "criticism",   "warning",     "warnings",
       "suggestion", "suggestions", "complaint",    "complaints",  "promise",     "promises",
       "pledge",     "insistence",  "admission",    "prediction",  "predictions", "argument",
       "arguments",  "contention",  "denial",       "denials",     "declaration", "remark",
       "remarks",    "comment",     "comments",     "statement",   "statements",  "reports",
       "report",     "revelation",  "confirmation", "testimony"});
  return words.contains(token.word) && !is_finite(token.part);
}

bool is_relative_clause(const SpeechUnit& unit, std::uint32_t that) {
  if (unit.tokens[that].part != PartOfSpeech::wdt || that + 1 >= size_of(unit)) return false;
  return is_finite(unit.tokens[that + 1].part) && !is_noun_for_sure(unit, that + 1, that + 1);
}

std::uint32_t end_of_noun_clause(const SpeechUnit& unit, std::uint32_t that) {
  const std::uint32_t end = sentence_end(unit, that);
  const bool is_subject = !has_finite_verb(unit, sentence_begin(unit, that), that);
  bool has_verb = false;
  for (std::uint32_t i = that + 1; i < end; ++i) {
    const SpeechToken& token = unit.tokens[i];
    const SpeechToken& before = unit.tokens[i - 1];
    const bool verb = is_finite(token.part) || (has_verb && is_verb_of_object(unit, i, end));
    if (!verb || token.quotation >= 0 || is_noun_for_sure(unit, i, that)) continue;
    const bool again = has_verb && !can_be_subject(before) && !is_adverb(before.part) &&
                       !is_noun_for_sure(unit, i - 1, that);
    if (again && is_subject) return i;
    // "…, was denied": the comma closes what is said
    if (has_verb && is_subject && before.part == PartOfSpeech::comma) return i - 1;
    has_verb = true;
  }
  return without_stop(unit, that + 1, end);
}

std::vector<ReportingForm> paragraph_forms(const UnitView& view) {
  static const std::uint32_t words = speech_word_hash("words");
  const SpeechUnit& unit = view.unit;
  std::vector<ReportingForm> forms;
  for (std::uint32_t i = 0; i < size_of(unit); ++i) {
    if (unit.tokens[i].quotation >= 0) continue;
    std::optional<ReportingForm> form;
    if (is_reporting_noun(unit.tokens[i])) form = noun_form(unit, i);
    if (is(unit.tokens[i], words)) form = words_form(unit, i);
    if (!form) form = naming_form(unit, i);
    if (!form) form = according_form(unit, i);
    if (!form) form = quoted_form(unit, i);
    if (ends_sentence(unit, i)) form = trailing_form(unit, i);
    if (form) forms.push_back(*form);
  }
  return forms;
}

}  // namespace twosource

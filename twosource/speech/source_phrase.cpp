// Whom do the words of a source mean? The head of the noun phrase tells: of "State Department
// spokeswoman Heather Orlo" that is the name, of "a spokesman for Orlo" it is the spokesman, who
// has no name, and of "Orlo's lawyer" the lawyer. A name may follow in apposition, behind the comma
// that ends the phrase: "a spokesman for the port, Leo Marn". Behind "a spokesman for the mayor,
// Leo Marn" it could be either's, so it is nobody's.
//
// A tagger of sources errs where a sentence is unusual. What it takes for a source without a name
// is believed only if its head can speak or be read: a noun for persons (WordNet), for people who
// speak as one, for a text (tables/speaking_nouns.tsv), or a word like "many".
#include "twosource/speech/source_phrase.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "twosource/base/embedded.hpp"
#include "twosource/base/unicode.hpp"
#include "twosource/speech/roles.hpp"
#include "twosource/text/lexicon.hpp"

TWOSOURCE_EMBEDDED(speaking_nouns)

namespace twosource {
namespace {

using Words = std::set<std::string_view>;

enum class NounKind { other, person, group, text, part };

// Takes what stands before the next `separator` off `rest`.
std::string_view take(std::string_view& rest, char separator) {
  const std::string_view field = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), field.size() + 1));
  return field;
}

const std::map<std::string_view, NounKind>& listed_nouns() {
  static const std::map<std::string_view, NounKind> read = [] {
    std::map<std::string_view, NounKind> nouns;
    std::string_view rest = speaking_nouns();
    while (!rest.empty()) {
      std::string_view line = take(rest, '\n');
      const std::string_view name = take(line, '\t');
      if (name.starts_with('#')) continue;
      const NounKind kind = name == "person"  ? NounKind::person
                            : name == "group" ? NounKind::group
                            : name == "text"  ? NounKind::text
                                              : NounKind::part;
      while (!line.empty()) nouns.emplace(take(line, '\t'), kind);
    }
    return nouns;
  }();
  return read;
}

NounKind kind_of_noun(const ArticleView& view, std::uint32_t token) {
  const PartOfSpeech part = view.part(token);
  const std::string_view form = slice(view.text(), view.tagged().tokens[token].span);
  for (const std::string& word : {view.word(token), Lexicon::english().lemma_of(form, part)}) {
    const auto listed = listed_nouns().find(word);
    if (listed != listed_nouns().end()) return listed->second;
  }
  if (role_phrase(view.text(), view.tagged(), token)) return NounKind::person;
  return NounKind::other;
}

bool ends_noun_phrase(PartOfSpeech p) {
  return p == PartOfSpeech::comma || p == PartOfSpeech::in || p == PartOfSpeech::to ||
         p == PartOfSpeech::wp || p == PartOfSpeech::wdt || p == PartOfSpeech::open_bracket ||
         p == PartOfSpeech::colon || p == PartOfSpeech::vbg || is_finite(p);
}

// "Secretary of State": an "of" inside a title.
bool is_inside_title(const ArticleView& view, TokenRange source, std::uint32_t token) {
  return view.part(token) == PartOfSpeech::in && view.word(token) == "of" &&
         token + 1 < source.end && token > source.begin &&
         !view.mention_in({token + 1, token + 2}) && is_proper_noun(view.part(token + 1)) &&
         is_proper_noun(view.part(token - 1));
}

// "the managing director", "the elected mayor"
bool modifies_noun(const ArticleView& view, TokenRange source, std::uint32_t token) {
  const PartOfSpeech p = view.part(token);
  return (p == PartOfSpeech::vbg || p == PartOfSpeech::vbd) && token + 1 < source.end &&
         goes_before_noun(view.part(token + 1));
}

std::optional<std::uint32_t> last_noun(const ArticleView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.end; i-- > tokens.begin;) {
    if (is_noun(view.part(i))) return i;
  }
  return std::nullopt;
}

// "Secretary of State Ana Orlo", "Minister for Transport Dr. Ana Orlo": nothing but a title stands
// before the name. "A spokesman for Mayor Ana Orlo" is no title, and the name is the mayor's.
bool is_title_before(const ArticleView& view, TokenRange head, std::uint32_t name) {
  const auto noun = last_noun(view, head);
  const bool capital = noun && is_proper_noun(view.part(*noun));
  if (name > head.end && !is_noun(view.part(name - 1))) return false;
  for (std::uint32_t i = head.end; i < name; ++i) {
    if (view.word(i) == "of") continue;
    const PartOfSpeech p = view.part(i);
    const bool link = p == PartOfSpeech::in || p == PartOfSpeech::dt || p == PartOfSpeech::cc;
    if (!capital && (link || !goes_before_noun(p))) return false;
    if (!link && !is_proper_noun(p) && !goes_before_noun(p)) return false;
    if (i + 1 < name && kind_of_noun(view, i) == NounKind::person) return false;
  }
  return noun && kind_of_noun(view, *noun) == NounKind::person;
}

bool is_day(std::string_view word) {
  static const Words days = {"monday",   "tuesday", "wednesday", "thursday",  "friday",
                             "saturday", "sunday",  "today",     "yesterday", "tomorrow"};
  return days.contains(word);
}

// "Orlo on Friday" ends at "on"; "Orlo Friday", "Orlo last month" end at the name, too.
std::uint32_t without_time(const ArticleView& view, TokenRange head) {
  static const Words units = {"week",   "month",  "year",   "night",
                              "spring", "summer", "autumn", "fall"};
  static const Words which = {"last", "this", "next", "earlier", "later"};
  std::uint32_t end = head.end;
  if (end - head.begin > 1 && is_day(view.word(end - 1))) return end - 1;
  if (end - head.begin > 2 && units.contains(view.word(end - 1)) &&
      which.contains(view.word(end - 2)))
    return end - 2;
  return end;
}

// The mention that ends where the head does; "Orlo's" as a source is the possessor of the words.
std::optional<std::uint32_t> name_at_end(const ArticleView& view, TokenRange source,
                                         TokenRange head) {
  const auto& all = view.names().mentions;
  const std::uint32_t end = without_time(view, head);
  for (std::uint32_t i = view.mention_from(head.begin); i < all.size(); ++i) {
    if (all[i].begin >= source.end) break;
    const bool possessor = all[i].end + 1 == head.end && head.end == source.end &&
                           view.part(all[i].end) == PartOfSpeech::pos;
    if (all[i].begin >= head.begin && (all[i].end == end || possessor)) return i;
  }
  return std::nullopt;
}

// Is somebody else named or described in the tokens, to whom a name behind them could belong?
bool holds_person(const ArticleView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (kind_of_noun(view, i) == NounKind::person && is_noun(view.part(i))) return true;
    const auto mention = view.mention_in({i, i + 1});
    if (mention && view.names().mentions[*mention].kind == NameKind::person) return true;
  }
  return false;
}

// The person behind the first comma: "the engineer, Ana Orlo", "a spokesman for the port, Leo
// Marn", "one of them, Ana Orlo".
std::optional<std::uint32_t> name_in_apposition(const ArticleView& view, TokenRange source,
                                                TokenRange head) {
  std::uint32_t comma = head.end;
  while (comma < source.end && view.part(comma) != PartOfSpeech::comma) ++comma;
  if (comma + 1 >= source.end) return std::nullopt;
  const auto mention = view.mention_in({comma + 1, comma + 2});
  if (!mention || view.names().mentions[*mention].kind != NameKind::person) return std::nullopt;
  const std::uint32_t behind = view.names().mentions[*mention].end;
  if (behind < source.end && view.part(behind) == PartOfSpeech::pos) return std::nullopt;
  if (comma == head.end) return mention;
  const auto noun = last_noun(view, head);
  const bool one = noun ? role_phrase(view.text(), view.tagged(), *noun).has_value() &&
                              view.part(*noun) != PartOfSpeech::nns
                        : view.word(head.begin) == "one";
  const bool other = holds_person(view, {head.end, comma}) && view.word(head.begin) != "one";
  return one && !other ? mention : std::nullopt;
}

// "the library in Selne, its director, Viktor Orlo,": the director speaks.
std::optional<std::uint32_t> name_of_its_person(const ArticleView& view, TokenRange source) {
  for (std::uint32_t i = source.begin + 1; i < source.end; ++i) {
    if (view.part(i) != PartOfSpeech::prps || view.part(i - 1) != PartOfSpeech::comma) continue;
    std::uint32_t comma = i;
    while (comma < source.end && view.part(comma) != PartOfSpeech::comma) ++comma;
    if (comma + 1 >= source.end) return std::nullopt;
    const auto noun = last_noun(view, {i, comma});
    const auto mention = view.mention_in({comma + 1, comma + 2});
    const bool person = mention && view.names().mentions[*mention].kind == NameKind::person;
    if (noun && kind_of_noun(view, *noun) == NounKind::person && person) return mention;
  }
  return std::nullopt;
}

bool is_pronoun_for_some(const ArticleView& view, TokenRange head) {
  static const Words words = {"one",  "some",  "many",   "others", "another", "several", "both",
                              "most", "few",   "those",  "each",   "someone", "two",     "three",
                              "four", "five",  "six",    "seven",  "eight",   "nine",    "ten",
                              "all",  "other", "latter", "former", "none",    "more"};
  return words.contains(view.word(head.end - 1));
}

bool is_reflexive(std::string_view word) {
  return word == "himself" || word == "herself" || word == "itself" || word == "themselves";
}

// "a number of officials", "two of them": those behind "of" speak.
bool part_speaks(const ArticleView& view, TokenRange behind) {
  if (behind.begin + 1 >= behind.end || view.word(behind.begin) != "of") return false;
  const TokenRange of = {behind.begin + 1, behind.end};
  if (view.part(of.begin) == PartOfSpeech::prp) return true;
  const auto noun = last_noun(view, head_of_source(view, of));
  return noun && (is_proper_noun(view.part(*noun)) || kind_of_noun(view, *noun) != NounKind::other);
}

// Does the phrase go on as a sentence: "9:15 p.m. everyone was off"?
bool has_auxiliary(const ArticleView& view, TokenRange tokens) {
  static const Words past = {"was", "were", "had", "did"};
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const PartOfSpeech p = view.part(i);
    if (view.in_mention(i)) continue;
    if (p == PartOfSpeech::vbz || p == PartOfSpeech::vbp || p == PartOfSpeech::md) return true;
    if (p == PartOfSpeech::vbd && past.contains(view.word(i))) return true;
  }
  return false;
}

bool can_speak(const ArticleView& view, TokenRange head, TokenRange behind) {
  const auto noun = last_noun(view, head);
  if (!noun) {
    // "the accused", "an official"
    const std::uint64_t last = view.tagged().tokens[head.end - 1].hash;
    const bool of_a_kind = head.end - head.begin == 2 && view.word(head.begin) == "the";
    return of_a_kind || is_pronoun_for_some(view, head) ||
           has_kind(Lexicon::english().kinds_of(last), WordKind::person_noun);
  }
  const NounKind kind = kind_of_noun(view, *noun);
  if (kind == NounKind::part) return part_speaks(view, behind) || behind.empty();
  if (kind != NounKind::other) return true;
  // "Q" and "A" of an interview are nobody's name.
  if (is_proper_noun(view.part(*noun)))
    return view.word(*noun).size() > 1 && without_time(view, head) == head.end;
  return is_pronoun_for_some(view, head);
}

}  // namespace

TokenRange head_of_source(const ArticleView& view, TokenRange source) {
  std::uint32_t end = source.begin + 1;
  while (end < source.end) {
    const bool stops = ends_noun_phrase(view.part(end)) && !view.in_mention(end) &&
                       !is_inside_title(view, source, end) && !modifies_noun(view, source, end);
    if (stops) break;
    ++end;
  }
  // "the mayor himself"
  if (end > source.begin + 1 && is_reflexive(view.word(end - 1))) --end;
  return {source.begin, end};
}

std::optional<std::uint32_t> name_in_source(const ArticleView& view, TokenRange source,
                                            TokenRange head) {
  if (const auto name = name_of_its_person(view, source)) return name;
  if (const auto name = name_at_end(view, source, head)) return name;
  if (const auto name = name_in_apposition(view, source, head)) return name;
  // "Secretary of State Mike Orlo": the only person, and the source ends with the name.
  const auto& all = view.names().mentions;
  for (std::uint32_t i = view.mention_from(source.begin); i < all.size(); ++i) {
    if (all[i].begin >= source.end) break;
    if (all[i].kind == NameKind::person && all[i].begin >= head.end && all[i].end == source.end &&
        is_title_before(view, head, all[i].begin)) {
      return i;
    }
  }
  return std::nullopt;
}

bool is_one_of_several(const ArticleView& view, TokenRange source, std::uint32_t mention) {
  const ArticleMention& name = view.names().mentions[mention];
  if (name.end < source.end && view.word(name.end) == "and" &&
      view.mention_in({name.end, source.end}))
    return true;
  for (std::uint32_t i = source.begin + 1; i < name.begin; ++i) {
    if (view.word(i) != "and") continue;
    if (view.in_mention(i - 1)) return true;
    const NounKind before = kind_of_noun(view, i - 1);
    const bool many = view.part(i - 1) == PartOfSpeech::nns || before == NounKind::group;
    // "president and owner Ana Orlo" is one, "the president and Ana Orlo" are two.
    if (before != NounKind::other && (many || i + 1 == name.begin)) return true;
  }
  return false;
}

std::optional<Span> description_of_source(const ArticleView& view, TokenRange source,
                                          TokenRange head) {
  std::uint32_t end = head.begin + 1;
  while (end < source.end) {
    const PartOfSpeech p = view.part(end);
    if (p == PartOfSpeech::comma || p == PartOfSpeech::wp || p == PartOfSpeech::wdt) break;
    ++end;
  }
  // "the interview in which ..."
  while (end > head.begin + 1 && view.part(end - 1) == PartOfSpeech::in) --end;
  const TokenRange phrase = {source.begin, end};
  if (has_auxiliary(view, phrase)) return std::nullopt;
  if (!can_speak(view, head, {head.end, std::max(head.end, end)})) return std::nullopt;
  return view.span_of(phrase);
}

}  // namespace twosource

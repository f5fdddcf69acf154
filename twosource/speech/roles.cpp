// What is somebody, if not by name? A noun for a person with what stands before it and behind "of":
// "State Department spokeswoman", "the head of the harbour office", "Marenia's minister". WordNet
// tells which nouns are persons (text/lexicon.hpp). Woman and man are told apart and then dropped,
// so that a spokeswoman is the spokesperson of another article.
#include "twosource/speech/roles.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "twosource/base/unicode.hpp"
#include "twosource/text/lexicon.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t longest_role = 8;  // tokens before the head

std::string_view form(std::string_view text, const TaggedText& tagged, std::uint32_t token) {
  return slice(text, tagged.tokens[token].span);
}

PartOfSpeech part(const TaggedText& tagged, std::uint32_t token) {
  return tagged.tokens[token].part;
}

// "Leo" is one born under a sign, too: a proper noun that is a given name is none.
bool is_person_noun(const TaggedText& tagged, std::uint32_t token) {
  const WordKinds kinds = Lexicon::english().kinds_of(tagged.tokens[token].hash);
  const bool given = is_proper_noun(part(tagged, token)) &&
                     (has_kind(kinds, WordKind::given_name) ||
                      has_kind(kinds, WordKind::man_name) || has_kind(kinds, WordKind::woman_name));
  return is_noun(part(tagged, token)) && has_kind(kinds, WordKind::person_noun) && !given;
}

// "Gov." before a name is the governor of other sentences; empty for what is no such title.
std::string_view title_in_full(std::string_view word) {
  static const std::map<std::string_view, std::string_view> titles = {
      {"gov.", "governor"},   {"sen.", "senator"},    {"rep.", "representative"},
      {"prof.", "professor"}, {"gen.", "general"},    {"col.", "colonel"},
      {"capt.", "captain"},   {"sgt.", "sergeant"},   {"lt.", "lieutenant"},
      {"det.", "detective"},  {"insp.", "inspector"}, {"adm.", "admiral"},
      {"rev.", "reverend"},   {"pres.", "president"}, {"supt.", "superintendent"},
      {"atty.", "attorney"},  {"cllr", "councillor"}};
  const auto found = titles.find(word);
  return found == titles.end() ? std::string_view() : found->second;
}

Gender gender_of_noun(std::string_view word) {
  static const std::set<std::string_view> women = {
      "woman", "mother",   "wife",  "daughter", "sister", "girl",    "queen",
      "aunt",  "princess", "widow", "actress",  "lady",   "heroine", "girlfriend"};
  static const std::set<std::string_view> men = {"man",     "father",  "husband", "son",
                                                 "brother", "boy",     "king",    "uncle",
                                                 "prince",  "widower", "monk",    "boyfriend"};
  if (women.contains(word) || (word.ends_with("woman") && word.size() > 5)) return Gender::woman;
  if (men.contains(word) || (word.ends_with("man") && !word.ends_with("woman") && word.size() > 5 &&
                             word != "german" && word != "human"))
    return Gender::man;
  return Gender::unknown;
}

bool is_definite_word(std::string_view text, const TaggedText& tagged, std::uint32_t token) {
  const PartOfSpeech p = part(tagged, token);
  if (p == PartOfSpeech::prps || p == PartOfSpeech::pos) return true;
  if (p != PartOfSpeech::dt) return false;
  const std::string word = lower_form(text, tagged, token);
  return word == "the" || word == "this" || word == "that";
}

// "Secretary of State Ana Orlo": what the office is of ends where the name begins.
bool begins_person(const TaggedText& tagged, std::uint32_t token) {
  const auto found =
      std::partition_point(tagged.names.begin(), tagged.names.end(),
                           [&](const NameMention& name) { return name.begin < token; });
  return found != tagged.names.end() && found->begin == token && found->kind == NameKind::person;
}

}  // namespace

std::string neutral_noun(std::string noun) {
  for (const std::string_view ending : {"woman", "man", "women", "men"}) {
    if (noun.size() > ending.size() + 2 && noun.ends_with(ending)) {
      return fmt::format("{}person", std::string_view(noun).substr(0, noun.size() - ending.size()));
    }
  }
  if (noun == "chair") noun.append("person");
  return noun;
}

bool is_anyone(const Role& role) {
  static const std::set<std::string_view> words = {
      "official", "source",   "person",     "resident", "expert",   "analyst", "witness",
      "critic",   "reporter", "journalist", "worker",   "observer", "one",     "other",
      "man",      "woman",    "author",     "speaker",  "user",     "reader"};
  return words.contains(role.head);
}

std::string lower_form(std::string_view text, const TaggedText& tagged, std::uint32_t token) {
  return to_latin(form(text, tagged, token));
}

bool goes_before_noun(PartOfSpeech p) {
  return is_noun(p) || is_adjective(p) || p == PartOfSpeech::vbn || p == PartOfSpeech::vbg ||
         p == PartOfSpeech::cd || p == PartOfSpeech::hyph || p == PartOfSpeech::rbs;
}

std::pair<std::uint32_t, std::uint32_t> sentence_around(const TaggedText& tagged,
                                                        std::uint32_t token) {
  const auto end =
      std::upper_bound(tagged.sentence_ends.begin(), tagged.sentence_ends.end(), token);
  const std::uint32_t begin = end == tagged.sentence_ends.begin() ? 0 : *(end - 1);
  return {begin, end == tagged.sentence_ends.end()
                     ? static_cast<std::uint32_t>(tagged.tokens.size())
                     : *end};
}

namespace {

// "spent hours pressing the senator": a participle behind a noun goes on with the sentence.
bool is_verb_of_clause(const TaggedText& tagged, std::uint32_t first, std::uint32_t token) {
  return is_verb(part(tagged, token)) && token > first && is_noun(part(tagged, token - 1));
}

// The tokens [begin, end) without an article or a possessive pronoun before them, in one line.
std::string as_written(std::string_view text, const TaggedText& tagged, std::uint32_t begin,
                       std::uint32_t end) {
  const auto leads = [&](std::uint32_t i) {
    return part(tagged, i) == PartOfSpeech::dt || part(tagged, i) == PartOfSpeech::prps;
  };
  while (begin + 1 < end && leads(begin)) ++begin;
  std::string written(
      slice(text, Span{tagged.tokens[begin].span.begin, tagged.tokens[end - 1].span.end}));
  std::replace(written.begin(), written.end(), '\n', ' ');
  return written;
}

// What stands before the head, back to `first`: "State Department", "the bridge's".
void read_before(std::string_view text, const TaggedText& tagged, std::uint32_t first,
                 RolePhrase& phrase) {
  std::uint32_t begin = phrase.head;
  while (begin > first && phrase.head - begin < longest_role &&
         goes_before_noun(part(tagged, begin - 1)) &&
         !is_verb_of_clause(tagged, first, begin - 1)) {
    --begin;
  }
  for (std::uint32_t i = begin; i < phrase.head; ++i) {
    if (part(tagged, i) != PartOfSpeech::hyph)
      phrase.role.words.push_back(lower_form(text, tagged, i));
  }
  phrase.begin = begin;
  if (begin == first) return;
  phrase.definite = is_definite_word(text, tagged, begin - 1);
  const PartOfSpeech before = part(tagged, begin - 1);
  if (before == PartOfSpeech::dt || before == PartOfSpeech::prps) --begin;
  // "the bridge's engineer", "Marenia's minister"
  if (before == PartOfSpeech::pos && begin >= first + 2) {
    phrase.role.words.insert(phrase.role.words.begin(), lower_form(text, tagged, begin - 2));
    begin -= 2;
    while (begin > first && (goes_before_noun(part(tagged, begin - 1)) ||
                             part(tagged, begin - 1) == PartOfSpeech::dt)) {
      --begin;
    }
  }
  phrase.begin = begin;
}

// What it is of, up to `last`: "secretary of state", "head of the harbour office".
void read_behind(std::string_view text, const TaggedText& tagged, std::uint32_t last,
                 RolePhrase& phrase) {
  const std::uint32_t head = phrase.head;
  phrase.end = head + 1;
  if (head + 2 >= last || lower_form(text, tagged, head + 1) != "of") return;
  std::uint32_t i = head + 2;
  if (part(tagged, i) == PartOfSpeech::dt && i + 1 < last) ++i;
  while (i < last && goes_before_noun(part(tagged, i)) && i < head + longest_role &&
         !begins_person(tagged, i)) {
    phrase.role.words.push_back(lower_form(text, tagged, i));
    ++i;
  }
  if (i > head + 2) phrase.end = i;
}

}  // namespace

std::optional<RolePhrase> role_phrase(std::string_view text, const TaggedText& tagged,
                                      std::uint32_t token) {
  const std::string word = lower_form(text, tagged, token);
  const std::string_view title = title_in_full(word);
  if (title.empty() && !is_person_noun(tagged, token)) return std::nullopt;
  RolePhrase phrase;
  phrase.head = token;
  phrase.gender = gender_of_noun(word);
  const PartOfSpeech p = part(tagged, token);
  phrase.plural = p == PartOfSpeech::nns || p == PartOfSpeech::nnps;
  phrase.role.head = title.empty()
                         ? neutral_noun(Lexicon::english().lemma_of(form(text, tagged, token), p))
                         : std::string(title);
  const auto [first, last] = sentence_around(tagged, token);
  read_before(text, tagged, first, phrase);
  read_behind(text, tagged, last, phrase);
  phrase.role.written = as_written(text, tagged, phrase.begin, phrase.end);
  return phrase;
}

}  // namespace twosource

// What of a unit's text is compared.
//
//     The minister, Mira Orlo, did not resign on Sunday.
//          minister  (Mira Orlo)  not  resign    Sunday
//          noun      name              verb      date
//
// Every word has a role, a lemma, its meanings in WordNet, a class of words that are used alike,
// and a weight: its idf in news, bounded so that a strange spelling does not outweigh a sentence.
// Function words weigh nothing and only take part in the runs of two and three words. A negation is
// counted and is no word.
//
// A pair of units is compared in a microsecond or two, a unit with hundreds of others; so whatever
// depends on one unit alone is looked up here, and put into ascending lists that merge.
#include "twosource/claim/compared_unit.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "twosource/base/hash.hpp"
#include "twosource/text/frequencies.hpp"
#include "twosource/text/word_classes.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr float most_weight = 8.0F;  // a word of one article in three thousand
constexpr float least_weight = 0.3F;
// As if so many units had come before the story, in each of which a word has an even chance to be.
constexpr double units_before = 10.0;
constexpr double least_factor = 0.1;
constexpr std::size_t prefix_letters = 5;
constexpr std::size_t spelling_letters = 3;

class Words {
 public:
  template <std::size_t Size>
  explicit Words(const std::array<std::string_view, Size>& words) {
    for (const std::string_view word : words) hashes_.push_back(hash_folded(word));
    std::sort(hashes_.begin(), hashes_.end());
  }
  [[nodiscard]] bool has(std::uint64_t hash) const {
    return std::binary_search(hashes_.begin(), hashes_.end(), hash);
  }

 private:
  std::vector<std::uint64_t> hashes_;
};

const Words& light_verbs() {
  static const Words words(std::to_array<std::string_view>(
      {"be",  "is",   "are", "was",    "were", "been", "being", "am",   "'s",  "'re",  "'m",
       "has", "have", "had", "having", "'ve",  "'d",   "do",    "does", "did", "done", "doing"}));
  return words;
}

const Words& negations() {
  static const Words words(std::to_array<std::string_view>(
      {"not",     "no",      "never",   "none",     "nobody",  "nothing", "neither",
       "nor",     "without", "hardly",  "deny",     "denies",  "denied",  "denying",
       "refuse",  "refuses", "refused", "refusing", "fail",    "fails",   "failed",
       "failing", "reject",  "rejects", "rejected", "unlikely"}));
  return words;
}

// Those that still are compared as words.
const Words& denying_verbs() {
  static const Words words(std::to_array<std::string_view>(
      {"deny", "denies", "denied", "denying", "refuse", "refuses", "refused", "refusing", "fail",
       "fails", "failed", "failing", "reject", "rejects", "rejected", "unlikely"}));
  return words;
}

const Words& dates() {
  static const Words words(std::to_array<std::string_view>(
      {"monday",   "tuesday",   "wednesday", "thursday", "friday",   "saturday",  "sunday",
       "january",  "february",  "march",     "april",    "may",      "june",      "july",
       "august",   "september", "october",   "november", "december", "jan",       "feb",
       "aug",      "sept",      "oct",       "nov",      "dec",      "yesterday", "today",
       "tomorrow", "tonight",   "mon",       "tue",      "wed",      "thu",       "fri",
       "sat",      "sun"}));
  return words;
}

// A sentence that begins with one of these is often tagged as if it were a name.
const Words& number_words() {
  static const Words words(std::to_array<std::string_view>(
      {"one",     "two",     "three",     "four",     "five",      "six",      "seven",
       "eight",   "nine",    "ten",       "eleven",   "twelve",    "thirteen", "fourteen",
       "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",  "twenty",   "thirty",
       "forty",   "fifty",   "sixty",     "seventy",  "eighty",    "ninety",   "dozen",
       "dozens",  "hundred", "hundreds",  "thousand", "thousands", "million",  "millions",
       "billion", "trillion"}));
  return words;
}

const Words& openings() {
  static const Words words(std::to_array<std::string_view>(
      {"will", "may", "might", "could", "would", "should", "can", "plan", "plans", "planned",
       "expected", "if", "whether", "'ll", "likely", "possible", "possibly", "perhaps", "?"}));
  return words;
}

// Names that are written in several ways, and the word that stands for all of them.
struct Alias {
  std::string_view form;
  std::string_view meaning;
};
constexpr auto aliases = std::to_array<Alias>({{"us", "usa"},
                                               {"usa", "usa"},
                                               {"uk", "uk"},
                                               {"britain", "uk"},
                                               {"british", "uk"},
                                               {"american", "usa"},
                                               {"americans", "usa"},
                                               {"america", "usa"},
                                               {"eu", "eu"},
                                               {"un", "un"},
                                               {"%", "percent"},
                                               {"pct", "percent"},
                                               {"cent", "percent"}});

struct AliasPair {
  std::string_view first;
  std::string_view second;
  std::string_view meaning;
};
constexpr auto alias_pairs = std::to_array<AliasPair>({{"united", "states", "usa"},
                                                       {"united", "kingdom", "uk"},
                                                       {"united", "nations", "un"},
                                                       {"european", "union", "eu"},
                                                       {"per", "percent", "percent"}});

std::uint64_t neighbours(std::uint64_t first, std::uint64_t second) {
  return (first * 0x9E3779B97F4A7C15U ^ (second + (first >> 29U))) * 0xBF58476D1CE4E5B9U;
}

bool is_function(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::cc:
    case PartOfSpeech::dt:
    case PartOfSpeech::ex:
    case PartOfSpeech::in:
    case PartOfSpeech::md:
    case PartOfSpeech::pdt:
    case PartOfSpeech::pos:
    case PartOfSpeech::prp:
    case PartOfSpeech::prps:
    case PartOfSpeech::rp:
    case PartOfSpeech::to:
    case PartOfSpeech::uh:
    case PartOfSpeech::wdt:
    case PartOfSpeech::wp:
    case PartOfSpeech::wps:
    case PartOfSpeech::wrb:
      return true;
    default:
      return false;
  }
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "U.S." as "us", "3,000" as "3000", "n't" as "not".
std::string plain_form(std::string_view token) {
  if (token.size() >= 3 && (token.front() == 'n' || token.front() == 'N') &&
      (token.back() == 't' || token.back() == 'T') && token.find_first_of("'\xE2") == 1)
    return "not";
  std::string form = fold_word(token);
  if (form.empty()) return std::string(token);
  const bool number = is_digit(form.front());
  const bool initials = form.size() >= 3 && form[1] == '.';
  if (number) std::erase(form, ',');
  if (initials || form.back() == '.') std::erase(form, '.');
  return form.empty() ? std::string(token) : form;
}

std::uint64_t hash_of_entity(EntityIndex entity) {
  return neighbours(0x656E74697479U, entity + 1);
}

bool starts_name(const TaggedText& tagged, std::size_t name, std::uint32_t token) {
  return name < tagged.names.size() && tagged.names[name].begin <= token;
}

// The number of the first name that does not end before the token.
std::size_t name_from(const TaggedText& tagged, std::uint32_t token) {
  const auto at = std::lower_bound(
      tagged.names.begin(), tagged.names.end(), token,
      [](const NameMention& name, std::uint32_t begin) { return name.end <= begin; });
  return static_cast<std::size_t>(at - tagged.names.begin());
}

class Maker {
 public:
  explicit Maker(ComparedUnit& unit) : unit_(unit) {}

  void add(std::string_view token, PartOfSpeech part, bool in_name) {
    std::string form = plain_form(token);
    const bool sign = part == PartOfSpeech::sym && form == "%";
    if (form == "?") unit_.open = true;
    if (!sign && !std::isalnum(static_cast<unsigned char>(form.front())) &&
        (static_cast<unsigned char>(form.front()) < 0x80U || is_punctuation(part)))
      return;
    for (const Alias& alias : aliases) {
      // "us" is the country only as a name
      if (form == alias.form && (form != "us" || is_proper_noun(part) || in_name))
        form = alias.meaning;
    }
    if (merged(form)) return;
    const std::uint64_t hash = hash_folded(form);
    if (openings().has(hash)) unit_.open = true;
    if (negations().has(hash)) ++unit_.negations;
    if (negations().has(hash) && !denying_verbs().has(hash)) return;
    place(form, word_of(hash, form, part, in_name));
  }

  // Adds the tokens [begin, end) of a text; says with how many words each of them began, and at the
  // end how many there are.
  std::vector<std::uint32_t> add_tokens(std::string_view text, const TaggedText& tagged,
                                        std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t> firsts;
    std::size_t name = name_from(tagged, begin);
    std::size_t first = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
      const bool in_name = starts_name(tagged, name, i);
      if (in_name && (i == begin || i == tagged.names[name].begin)) first = unit_.words.size();
      firsts.push_back(static_cast<std::uint32_t>(unit_.words.size()));
      const Token& token = tagged.tokens[i];
      add(slice(text, token.span), token.part, in_name);
      if (!in_name || i + 1 < tagged.names[name].end) continue;
      if (tagged.names[name].kind == NameKind::person) close_name(first, token.hash);
      ++name;
    }
    firsts.push_back(static_cast<std::uint32_t>(unit_.words.size()));
    return firsts;
  }

  // The words from `first` on belong to one name.
  void close_name(std::size_t first, std::uint64_t name) {
    for (std::size_t i = first; i < unit_.words.size(); ++i) {
      if (unit_.words[i].role == WordRole::name) unit_.words[i].name = name;
    }
  }

  // Numbers what has been added.
  void finish() {
    const Synonyms synonyms = Synonyms::of("en");
    for (std::uint32_t i = 0; i < unit_.words.size(); ++i) {
      const ComparedWord& word = unit_.words[i];
      unit_.forms.push_back(word.hash);
      if (i > 0) unit_.pairs.push_back(neighbours(unit_.words[i - 1].hash, word.hash));
      if (i > 1)
        unit_.triples.push_back(
            neighbours(neighbours(unit_.words[i - 2].hash, unit_.words[i - 1].hash), word.hash));
      if (word.name != 0) unit_.names.push_back(word.name);
      if (word.role == WordRole::function) continue;
      unit_.weight += word.weight;
      add_keys(synonyms, i);
    }
    sort_unique(unit_.keys);
    sort_unique(unit_.names);
    std::sort(unit_.forms.begin(), unit_.forms.end());
    std::sort(unit_.pairs.begin(), unit_.pairs.end());
    std::sort(unit_.triples.begin(), unit_.triples.end());
    std::sort(unit_.spellings.begin(), unit_.spellings.end());
  }

 private:
  template <class T>
  static void sort_unique(std::vector<T>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }

  // "States" behind "United": both together are one word.
  bool merged(std::string_view form) {
    if (unit_.words.empty()) return false;
    for (const AliasPair& pair : alias_pairs) {
      if (form != pair.second || unit_.words.back().hash != hash_folded(pair.first)) continue;
      ComparedWord& word = unit_.words.back();
      const PartOfSpeech part = pair.meaning == "percent" ? PartOfSpeech::nn : PartOfSpeech::nnp;
      word = word_of(hash_folded(pair.meaning), pair.meaning, part, false);
      return true;
    }
    return false;
  }

  static WordRole role_of(std::uint64_t hash, std::string_view form, PartOfSpeech part,
                          bool in_name) {
    if (is_digit(form.front()) || part == PartOfSpeech::cd || number_words().has(hash))
      return WordRole::number;
    if (dates().has(hash) && (is_noun(part) || is_proper_noun(part))) return WordRole::date;
    if (is_function(part) || light_verbs().has(hash)) return WordRole::function;
    if (in_name || is_proper_noun(part)) return WordRole::name;
    if (is_verb(part)) return WordRole::verb;
    return is_noun(part) ? WordRole::noun : WordRole::describer;
  }

  [[nodiscard]] ComparedWord word_of(std::uint64_t hash, std::string_view form, PartOfSpeech part,
                                     bool in_name) const {
    static const WordFrequencies& frequencies = WordFrequencies::background("en");
    static const Synonyms synonyms = Synonyms::of("en");
    static const WordClasses& classes = WordClasses::english();
    ComparedWord word;
    word.hash = hash;
    word.role = role_of(hash, form, part, in_name);
    word.meanings = synonyms.meanings_of(hash);
    word.lemma = synonyms.lemma_of(hash, word.meanings);
    if (word.role == WordRole::function) return word;
    if (form.size() >= prefix_letters && word.role != WordRole::number)
      word.prefix = static_cast<std::uint32_t>(hash_bytes(form.substr(0, prefix_letters))) | 1U;
    word.weight = std::clamp(static_cast<float>(frequencies.idf(hash)), least_weight, most_weight);
    word.fine = word.role == WordRole::number ? std::uint16_t{0} : classes.of(hash).fine;
    return word;
  }

  void place(std::string_view form, const ComparedWord& word) {
    unit_.words.push_back(word);
    if (word.role == WordRole::function) return;
    const std::string padded = fmt::format(" {} ", form);
    for (std::size_t i = 0; i + spelling_letters <= padded.size(); ++i)
      unit_.spellings.push_back(static_cast<std::uint32_t>(
          hash_bytes(std::string_view(padded).substr(i, spelling_letters))));
  }

  // The golden ratio's multiplier spreads each kind of key over the 32 bits.
  void add_keys(const Synonyms& synonyms, std::uint32_t i) {
    const ComparedWord& word = unit_.words[i];
    unit_.keys.push_back({static_cast<std::uint32_t>(word.hash >> 32U), i});
    unit_.keys.push_back({static_cast<std::uint32_t>(word.lemma * 0x9E3779B97F4A7C15U >> 32U), i});
    for (std::uint32_t m = word.meanings.first; m < word.meanings.last; ++m)
      unit_.keys.push_back({synonyms.class_at(m) * 0x9E3779B1U, i});
    if (word.prefix != 0) unit_.keys.push_back({word.prefix, i});
    if (word.fine != 0) unit_.keys.push_back({(word.fine + 0x10000U * 3U) * 0x85EBCA77U, i});
  }

  ComparedUnit& unit_;
};

// A name that the unit does not have itself, from the form that is known of it.
void add_entity(const Report& report, EntityIndex entity, Maker& maker, ComparedUnit& unit) {
  const std::size_t first = unit.words.size();
  const std::string& name = report.entities[entity].name;
  for (const Word& word : find_words(name))
    maker.add(slice(name, word.span), PartOfSpeech::nnp, true);
  maker.close_name(first, hash_of_entity(entity));
}

}  // namespace

ComparedUnit compared_unit(std::string_view text, const TaggedText& tagged, std::uint32_t begin,
                           std::uint32_t end) {
  ComparedUnit unit;
  Maker maker(unit);
  maker.add_tokens(text, tagged, begin,
                   std::min(end, static_cast<std::uint32_t>(tagged.tokens.size())));
  maker.finish();
  return unit;
}

ComparedUnit compared_unit(const Report& report, std::span<const TaggedText> tagged,
                           const Unit& from) {
  ComparedUnit unit;
  Maker maker(unit);
  const TaggedText& tokens = tagged[from.article];
  const std::string_view text = report.articles[from.article].text;
  const std::vector<std::uint32_t> firsts =
      maker.add_tokens(text, tokens, from.token_begin, from.token_end);
  for (std::uint32_t i = from.token_begin; i < from.token_end; ++i) {
    const Span span = tokens.tokens[i].span;
    const std::uint32_t at = firsts[i - from.token_begin];
    if (!from.action.empty() && from.action.contains(span)) unit.verb = std::min(unit.verb, at);
    const bool is_name = at < firsts[i - from.token_begin + 1] && at < unit.words.size() &&
                         unit.words[at].role == WordRole::name;
    for (const Participant& participant : from.participants) {
      if (is_name && participant.entity && participant.span.contains(span))
        unit.words[at].name = hash_of_entity(*participant.entity);
    }
  }
  for (const Participant& participant : from.participants) {
    if (participant.pronoun && participant.entity)
      add_entity(report, *participant.entity, maker, unit);
  }
  if (unit.verb >= unit.words.size()) unit.verb = UINT32_MAX;
  unit.open = unit.open || from.modality != Modality::fact;
  maker.finish();
  return unit;
}

void weigh_in_story(std::span<ComparedUnit> units) {
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  std::vector<std::uint64_t> lemmas;
  for (const ComparedUnit& unit : units) {
    lemmas.clear();
    for (const ComparedWord& word : unit.words) lemmas.push_back(word.lemma);
    std::sort(lemmas.begin(), lemmas.end());
    lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
    for (const std::uint64_t lemma : lemmas) ++counts[lemma];
  }
  const double all = static_cast<double>(units.size()) + 2.0 * units_before;
  const double rarest = std::log(all / (1.0 + units_before));
  for (ComparedUnit& unit : units) {
    unit.weight = 0.0;
    for (ComparedWord& word : unit.words) {
      if (word.role == WordRole::function) continue;
      const double factor = std::log(all / (counts[word.lemma] + units_before)) / rarest;
      word.weight *= static_cast<float>(std::max(factor, least_factor));
      unit.weight += word.weight;
    }
  }
}

}  // namespace twosource

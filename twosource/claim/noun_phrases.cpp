// Where are the noun phrases?
//
//     [The minister] met [two North Korean officials] in [the capital] 's [old harbour] .
//
// A small automaton over parts of speech. A phrase is a run of determiners, numbers, adjectives and
// nouns that ends with a noun, a number or a determiner that stands for one ("some", "those").
// Behind a noun only more nouns go on; a determiner, an adjective or a number begins the next
// phrase, but for a number behind a name ("Flight 93"). A participle belongs to the phrase if it
// stands before a noun and behind a word of the phrase ("a wounded sailor").
#include "twosource/claim/noun_phrases.hpp"

#include <algorithm>

#include "twosource/text/lexicon.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

bool is_pronoun(PartOfSpeech part) {
  return part == prp || part == ex;
}

bool is_quote(PartOfSpeech part) {
  return part == open_quote || part == close_quote;
}

bool is_determiner(PartOfSpeech part) {
  return part == dt || part == pdt || part == prps || part == wps;
}

class Chunker {
 public:
  Chunker(const TaggedText& tagged, std::uint32_t end) : tagged_(tagged), end_(end) {}

  std::vector<NounPhrase> find(std::uint32_t begin) {
    for (std::uint32_t i = begin; i < end_;) {
      const NounPhrase phrase = read(i);
      if (phrase.end > phrase.begin) found_.push_back(phrase);
      i = phrase.end > i ? phrase.end : i + 1;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const {
    return i < end_ ? tagged_.tokens[i].part : other;
  }

  // The phrase that begins at token `begin`; empty for none.
  [[nodiscard]] NounPhrase read(std::uint32_t begin) const {
    if (is_pronoun(part(begin))) return {begin, begin + 1, begin};
    std::uint32_t i = begin;
    while (const std::uint32_t tokens = modifier_at(begin, i)) i += tokens;
    const std::uint32_t nouns = i;
    while ((is_noun(part(i)) && !begins_next(begin, nouns, i) && !is_made_of(i)) ||
           goes_on(nouns, i))
      ++i;
    if (i > nouns) {
      return {begin, i, i - 1};
    }
    return without_noun(begin, nouns);
  }

  // "high-level", "gangster-like": three tokens without a space, before a noun or at the end.
  [[nodiscard]] bool is_compound(std::uint32_t i) const {
    if (part(i + 1) != hyph || i + 2 >= end_) return false;
    const auto& tokens = tagged_.tokens;
    const bool touch = tokens[i].span.end == tokens[i + 1].span.begin &&
                       tokens[i + 1].span.end == tokens[i + 2].span.begin;
    return touch && !is_punctuation(part(i)) && part(i) != pos;
  }

  // How many tokens from `i` on stand before the noun of the phrase that begins at `begin`.
  [[nodiscard]] std::uint32_t modifier_at(std::uint32_t begin, std::uint32_t i) const {
    if (is_compound(i)) {
      const std::uint32_t last = is_compound(i + 2) ? i + 4 : i + 2;
      std::uint32_t next = last + 1;
      if (is_quote(part(next))) ++next;
      const bool goes_on = is_noun(part(next)) || is_adjective(part(next)) || part(next) == cc;
      return goes_on ? last + 1 - i : is_before_noun(begin, i) ? 1 : 0;
    }
    return is_before_noun(begin, i) ? 1 : 0;
  }

  // Is the token one that can stand between the begin of a phrase and its noun?
  [[nodiscard]] bool is_before_noun(std::uint32_t begin, std::uint32_t i) const {
    const PartOfSpeech p = part(i);
    if (i > begin) return is_inside(i);
    return is_determiner(p) || p == cd || p == dollar || is_adjective(p);
  }

  // The same behind the first token of the phrase.
  [[nodiscard]] bool is_inside(std::uint32_t i) const {
    const PartOfSpeech p = part(i);
    const PartOfSpeech next = part(i + 1);
    const bool before_more = is_noun(next) || is_adjective(next);
    if (is_determiner(p)) return part(i - 1) == pdt;
    if (p == vbn || p == vbg) return before_more;
    // "a very firm stand", "some almost twelve men"
    if (is_adverb(p)) return is_adjective(next) || next == cd || next == vbn;
    if (is_quote(p)) return before_more || next == vbg || is_compound(i + 1);
    if (p == cc || p == comma) return joins_adjectives(i);
    return p == cd || p == dollar || p == sym || p == hyph || is_adjective(p);
  }

  // "a long and bitter war"
  [[nodiscard]] bool joins_adjectives(std::uint32_t i) const {
    if (!is_adjective(part(i - 1))) return false;
    if (is_compound(i + 1)) return true;
    return is_adjective(part(i + 1)) && (is_noun(part(i + 2)) || is_adjective(part(i + 2)));
  }

  // Behind nouns: the number of a name, a joint before another noun.
  [[nodiscard]] bool goes_on(std::uint32_t nouns, std::uint32_t i) const {
    if (i == nouns) return false;
    if (part(i) == hyph) return is_noun(part(i + 1));
    if (part(i) == close_quote) return is_noun(part(i + 1)) && is_open(nouns);
    // "North Korean officials": the adjective belongs to the name.
    if (is_adjective(part(i)) && in_one_name(i)) return is_noun(part(i + 1)) || part(i + 1) == cc;
    // "U.S. and Selnese officials", "South Korean and Japanese counterparts"
    if (part(i) == cc && is_proper_noun(part(i - 1)))
      return is_adjective(part(i + 1)) && is_noun(part(i + 2)) && part(i + 2) != nnp;
    if (part(i) == cc && is_adjective(part(i - 1)))
      return is_adjective(part(i + 1)) && is_noun(part(i + 2));
    if (is_adjective(part(i)) && part(i - 1) == cc) return true;
    return part(i) == cd && is_proper_noun(part(i - 1));
  }

  // Do the token and the one before belong to one name?
  [[nodiscard]] bool in_one_name(std::uint32_t i) const {
    const auto& names = tagged_.names;
    const auto name = std::partition_point(names.begin(), names.end(),
                                           [&](const NameMention& n) { return n.end <= i; });
    return name != names.end() && name->begin < i;
  }

  // "man-made": no noun.
  [[nodiscard]] bool is_made_of(std::uint32_t i) const {
    return is_compound(i) && is_verb(part(i + 2));
  }

  // A quotation mark was opened since.
  [[nodiscard]] bool is_open(std::uint32_t begin) const {
    return (begin > 0 && tagged_.tokens[begin - 1].part == open_quote) || part(begin) == open_quote;
  }

  // "pleasantries Saturday", "a phrase Orlo used": a name behind a plural, or behind a thing with
  // an indefinite article, begins the next phrase.
  [[nodiscard]] bool begins_next(std::uint32_t begin, std::uint32_t nouns, std::uint32_t i) const {
    if (i == nouns || !is_proper_noun(part(i)) || is_proper_noun(part(i - 1))) return false;
    if (part(i - 1) == nns) return true;
    static const Lexicon lexicon = Lexicon::english();
    static const std::uint64_t a = hash_folded("a");
    static const std::uint64_t an = hash_folded("an");
    const std::uint64_t first = tagged_.tokens[begin].hash;
    const bool person =
        has_kind(lexicon.kinds_of(tagged_.tokens[i - 1].hash), WordKind::person_noun);
    return (first == a || first == an) && !person;
  }

  // "Twelve were hurt", "some of them", "the wounded".
  [[nodiscard]] NounPhrase without_noun(std::uint32_t begin, std::uint32_t end) const {
    bool stands_alone = false;
    std::uint32_t head = begin;
    for (std::uint32_t i = begin; i < end; ++i) {
      const PartOfSpeech p = part(i);
      if (p == cd || (p == dt && end == begin + 1)) stands_alone = true;
      if (is_adjective(p) && is_determiner(part(begin))) stands_alone = true;
      if (p == cd || is_adjective(p) || p == dt || p == sym) head = i;
    }
    return stands_alone ? NounPhrase{begin, end, head} : NounPhrase{begin, begin, begin};
  }

  const TaggedText& tagged_;
  std::uint32_t end_;
  std::vector<NounPhrase> found_;
};

}  // namespace

std::vector<NounPhrase> find_noun_phrases(const TaggedText& tagged, std::uint32_t begin,
                                          std::uint32_t end) {
  return Chunker(tagged, end).find(begin);
}

}  // namespace twosource

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

namespace twosource {
namespace {

using enum PartOfSpeech;

bool is_pronoun(PartOfSpeech part) {
  return part == prp || part == ex;
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
    while (is_before_noun(begin, i)) ++i;
    const std::uint32_t nouns = i;
    while (is_noun(part(i)) || goes_on(nouns, i)) ++i;
    if (i > nouns) {
      // Not "3.5 %"'s sign nor the joint: a noun or the number of a name ends it.
      return {begin, i, i - 1};
    }
    return without_noun(begin, nouns);
  }

  // Is the token one that can stand between the begin of a phrase and its noun?
  [[nodiscard]] bool is_before_noun(std::uint32_t begin, std::uint32_t i) const {
    const PartOfSpeech p = part(i);
    if (i > begin && is_determiner(p)) return part(i - 1) == pdt;
    if (is_determiner(p) || p == cd || p == dollar || p == sym || p == hyph) return true;
    if (is_adjective(p)) return true;
    const bool before_more = is_noun(part(i + 1)) || is_adjective(part(i + 1));
    if (p == vbn || p == vbg) return i > begin && before_more;
    // "a very firm stand", "some twelve men"
    if (is_adverb(p))
      return i > begin && (is_adjective(part(i + 1)) || part(i + 1) == cd || part(i + 1) == vbn);
    if (p == open_quote || p == close_quote)
      return i > begin && (before_more || part(i + 1) == vbg);
    // "a long and bitter war"
    if (p == cc || p == comma)
      return i > begin && is_adjective(part(i - 1)) && is_adjective(part(i + 1)) &&
             (is_noun(part(i + 2)) || is_adjective(part(i + 2)));
    return false;
  }

  // Behind nouns: the number of a name, a joint before another noun.
  [[nodiscard]] bool goes_on(std::uint32_t nouns, std::uint32_t i) const {
    if (i == nouns) return false;
    if (part(i) == hyph) return is_noun(part(i + 1));
    return part(i) == cd && is_proper_noun(part(i - 1));
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

// Which action do the verbs of a clause name, and is it told as done?
//
//     could not have been found        find, passive, denied, possible
//     failed to agree                  agree, denied
//     is expected to fly               fly, plan
//
// The group is read from left to right. An auxiliary gives its place to the verb behind it, and so
// does a verb of tables/unit_words.tsv before "to". What each says of the action behind it is kept:
// the strongest doubt wins, and two denials cancel out.
#include "twosource/claim/verb_groups.hpp"

#include <algorithm>

#include "twosource/claim/unit_words.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

class Reader {
 public:
  Reader(const LemmaText& text, std::uint32_t begin, std::uint32_t end) : text_(text), end_(end) {
    group_.begin = begin;
    group_.finite = is_finite(part(begin));
    if (part(begin) == to) {
      doubt(Modality::plan);
      ++begin;
    }
    while (begin + 1 < end_ && is_adverb(part(begin)) && !is_verb_here(begin)) {
      note_adverb(begin);
      ++begin;
    }
    take(begin);
    // A participle without an auxiliary names what was done to somebody.
    if (part(begin) == vbn) group_.passive = true;
  }

  VerbGroup read() {
    while (step()) {
    }
    return group_;
  }

 private:
  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const {
    return i < end_ ? text_.part(i) : other;
  }
  // Not the first part of "leading-edge".
  [[nodiscard]] bool is_verb_here(std::uint32_t i) const {
    return (is_verb(part(i)) || part(i) == md) && part(i + 1) != hyph;
  }
  [[nodiscard]] bool is(std::uint32_t i, UnitWord kind) const {
    return i < end_ && is_word(text_.lemma(i), kind);
  }
  [[nodiscard]] bool main_is_auxiliary() const {
    return part(group_.main) == md || is(group_.main, UnitWord::auxiliary);
  }

  void doubt(Modality modality) { group_.modality = std::max(group_.modality, modality); }

  void note_adverb(std::uint32_t i) {
    if (is(i, UnitWord::negative)) group_.negated = !group_.negated;
  }

  void take(std::uint32_t i) {
    group_.main = i;
    group_.end = i + 1;
    if (part(i) != md) return;
    if (is(i, UnitWord::future)) doubt(Modality::plan);
    if (is(i, UnitWord::may)) doubt(Modality::possible);
    if (is(i, UnitWord::would)) doubt(Modality::condition);
  }

  // Goes on by one verb; false at the end of the group.
  bool step() {
    std::uint32_t i = group_.end;
    while (i < end_ && (is_adverb(part(i)) || part(i) == open_quote || part(i) == close_quote)) ++i;
    const std::uint32_t behind_adverbs = i;
    if (is_verb_here(i) && main_is_auxiliary() && part(i) != vbp && part(i) != vbz &&
        !is_before_plural(i)) {
      return go_to(i);
    }
    if (is_complement_before_to(i)) return go_on_with(i);
    // "continued talking"
    if (part(i) == vbg && is(group_.main, UnitWord::goes)) return go_to(i);
    if (part(i) == to && can_go_on()) return go_to_infinitive(group_.main, i);
    note_adverbs(group_.end, behind_adverbs);
    return false;
  }

  // "are complicated issues"
  [[nodiscard]] bool is_before_plural(std::uint32_t i) const {
    static const std::uint64_t be = hash_folded("be");
    const bool participle = part(i) == vbn || part(i) == vbd;
    return participle && part(i + 1) == nns && text_.lemma(group_.main) == be;
  }

  void note_adverbs(std::uint32_t begin, std::uint32_t end) {
    // "is not" before a complement: the adverb belongs to the group.
    for (std::uint32_t i = begin; i < end; ++i) {
      if (is(i, UnitWord::negative)) {
        note_adverb(i);
        group_.end = i + 1;
      }
    }
  }

  bool go_to(std::uint32_t verb) {
    static const std::uint64_t be = hash_folded("be");
    static const std::uint64_t get = hash_folded("get");
    const std::uint64_t before = text_.lemma(group_.main);
    for (std::uint32_t i = group_.end; i < verb; ++i) note_adverb(i);
    group_.passive = (before == be || before == get) && (part(verb) == vbn || part(verb) == vbd);
    take(verb);
    return true;
  }

  // "is likely to", "is due to"
  [[nodiscard]] bool is_complement_before_to(std::uint32_t i) const {
    return is_adjective(part(i)) && main_is_auxiliary() && goes_on(i) && part(i + 1) == to &&
           part(i + 2) == vb;
  }
  [[nodiscard]] bool goes_on(std::uint32_t i) const {
    return i < end_ && goes_on_with_to(text_.lemma(i));
  }

  bool go_on_with(std::uint32_t adjective) {
    for (std::uint32_t i = group_.end; i < adjective; ++i) note_adverb(i);
    return go_to_infinitive(adjective, adjective + 1);
  }

  // "is to meet", "has to go", "failed to agree"
  [[nodiscard]] bool can_go_on() const {
    return is(group_.main, UnitWord::auxiliary) || goes_on(group_.main);
  }

  bool go_to_infinitive(std::uint32_t governor, std::uint32_t to_token) {
    std::uint32_t verb = to_token + 1;
    while (is_adverb(part(verb)) || part(verb) == open_quote) ++verb;
    if (part(verb) != vb) return false;
    if (is(governor, UnitWord::fails)) group_.negated = !group_.negated;
    if (is(governor, UnitWord::plan) || is(governor, UnitWord::auxiliary)) doubt(Modality::plan);
    if (is(governor, UnitWord::possible)) doubt(Modality::possible);
    for (std::uint32_t i = group_.end; i < verb; ++i) note_adverb(i);
    group_.passive = false;
    take(verb);
    return true;
  }

  const LemmaText& text_;
  std::uint32_t end_;
  VerbGroup group_;
};

}  // namespace

VerbGroup read_verb_group(const LemmaText& text, std::uint32_t begin, std::uint32_t end) {
  return Reader(text, begin, end).read();
}

bool goes_on_with_to(std::uint64_t lemma) {
  return is_word(lemma, UnitWord::plan) || is_word(lemma, UnitWord::possible) ||
         is_word(lemma, UnitWord::fails) || is_word(lemma, UnitWord::does);
}

}  // namespace twosource

// Where does the tagger err in a way that would cost a unit its verb, or give it a wrong one?
//
//     Progress Was Made On 'Central Issues'      all capitals: "Was Made" became a name
//     called "productive" talks                  "talks" became a verb
//
// A headline in capitals is tagged again in small letters, but for its names. A form that can be a
// plural noun is one behind an adjective: a verb would stand behind a noun. A form that can be a
// noun is one right before an auxiliary.
#include "twosource/claim/mended_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/measures.hpp"
#include "twosource/claim/unit_words.hpp"
#include "twosource/text/lexicon.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

using enum PartOfSpeech;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}

// Do all but the short words begin with a capital?
bool is_in_capitals(std::string_view text, const TaggedText& tagged, std::size_t end) {
  constexpr std::uint32_t short_word = 3;
  std::size_t capital = 0;
  for (std::size_t i = 0; i < end; ++i) {
    const Span span = tagged.tokens[i].span;
    if (is_small(text[span.begin]) && span.size() > short_word) return false;
    if (is_capital(text[span.begin])) ++capital;
  }
  return capital > 2;
}

bool in_name(const TaggedText& tagged, std::size_t token) {
  for (const NameMention& name : tagged.names) {
    if (name.begin > token) break;
    if (token < name.end) return true;
  }
  return false;
}

// Tags the first sentence again, in small letters where no name stands.
void mend_title(std::string_view text, TaggedText& tagged, PartTagger& tagger) {
  if (tagged.sentence_ends.empty() || tagged.sentence_ends.front() == 0) return;
  const std::size_t end = tagged.sentence_ends.front();
  if (!is_in_capitals(text, tagged, end)) return;
  std::string small(text.substr(0, tagged.tokens[end - 1].span.end));
  TaggedText title;
  title.sentence_ends.push_back(static_cast<std::uint32_t>(end));
  for (std::size_t i = 0; i < end; ++i) {
    title.tokens.push_back(tagged.tokens[i]);
    if (in_name(tagged, i)) continue;
    char& first = small[tagged.tokens[i].span.begin];
    if (is_capital(first)) first = static_cast<char>(first - 'A' + 'a');
  }
  tagger.tag(small, title);
  for (std::size_t i = 0; i < end; ++i) {
    if (!in_name(tagged, i)) tagged.tokens[i].part = title.tokens[i].part;
  }
}

bool is_auxiliary(std::string_view text, const Token& token) {
  return token.part == md ||
         (is_finite(token.part) &&
          is_word(lemma_hash(slice(text, token.span), token.part), UnitWord::auxiliary));
}

// "productive" talks, first high-level talks.
void mend_plurals(std::string_view text, TaggedText& tagged) {
  static const Lexicon lexicon = Lexicon::english();
  for (std::size_t i = 1; i < tagged.tokens.size(); ++i) {
    Token& token = tagged.tokens[i];
    if (token.part != vbz) continue;
    const PartOfSpeech before = tagged.tokens[i - 1].part;
    const bool quoted = before == close_quote && i > 1 && is_adjective(tagged.tokens[i - 2].part);
    const bool compound = is_noun(before) && i > 1 && tagged.tokens[i - 2].part == hyph;
    // "the members' visas"
    if (!is_adjective(before) && !quoted && !compound && before != pos) continue;
    if (!is_auxiliary(text, token) && has_kind(lexicon.kinds_of(token.hash), WordKind::plural))
      token.part = nns;
  }
}

// "progress alone does not justify it": what stands before an auxiliary is its subject.
void mend_subjects(std::string_view text, TaggedText& tagged) {
  static const Lexicon lexicon = Lexicon::english();
  for (std::size_t i = 0; i + 2 < tagged.tokens.size(); ++i) {
    Token& token = tagged.tokens[i];
    if (token.part != vb && token.part != vbp) continue;
    const Token& next = tagged.tokens[i + 1];
    const bool between = is_adverb(next.part) || is_adjective(next.part);
    const bool subject = is_auxiliary(text, between ? tagged.tokens[i + 2] : next);
    if (subject && !is_auxiliary(text, token) &&
        has_kind(lexicon.kinds_of(token.hash), WordKind::noun))
      token.part = nn;
  }
}

// Verbs in the past that were taken for something else: in a sentence without a finite verb the
// participle behind its subject ("the captain never left"), or the noun that can be one ("the
// repair cost a million"); in a clause without one the participle before an object ("strikes killed
// at least 15 people") or behind a conjunction ("as the teams rushed"). Not in headlines.
class PastForms {
 public:
  PastForms(std::string_view text, TaggedText& tagged) : text_(text), tagged_(tagged) {}

  void mend() {
    std::size_t clause = 0;
    const auto& clauses = tagged_.clauses;
    for (std::size_t i = 1; i < tagged_.sentence_ends.size(); ++i) {
      const std::uint32_t begin = tagged_.sentence_ends[i - 1];
      const std::uint32_t end = tagged_.sentence_ends[i];
      mend_sentence(begin, end);
      while (clause < clauses.size() && clauses[clause] < begin) ++clause;
      for (; clause < clauses.size() && clauses[clause] < end; ++clause) {
        const bool last = clause + 1 == clauses.size();
        mend_clause(clauses[clause], last ? end : std::min(end, clauses[clause + 1]),
                    clauses[clause] == begin);
      }
    }
  }

 private:
  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const { return tagged_.tokens[i].part; }

  [[nodiscard]] bool has_finite(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(tagged_.tokens.begin() + begin, tagged_.tokens.begin() + end,
                       [](const Token& token) { return is_finite(token.part); });
  }

  // The first participle behind a noun and adverbs; `end` for none.
  [[nodiscard]] std::uint32_t participle_in(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (part(i) != vbn) continue;
      std::uint32_t before = i;
      while (before > begin && is_adverb(part(before - 1))) --before;
      const bool subject = before > begin && (is_noun(part(before - 1)) || part(before - 1) == prp);
      return subject ? i : end;
    }
    return end;
  }

  // The end of a whole sentence, and no heading.
  [[nodiscard]] bool ends(std::uint32_t last) const {
    return part(last) == stop || part(last) == close_quote;
  }

  void mend_sentence(std::uint32_t begin, std::uint32_t end) {
    if (begin == end || !ends(end - 1) || has_finite(begin, end)) return;
    const std::uint32_t participle = participle_in(begin, end);
    if (participle < end) {
      tagged_.tokens[participle].part = vbd;
      return;
    }
    static const Lexicon lexicon = Lexicon::english();
    for (std::uint32_t i = begin + 1; i + 1 < end; ++i) {
      const WordKinds kinds = lexicon.kinds_of(tagged_.tokens[i].hash);
      const PartOfSpeech next = part(i + 1);
      const bool object = next == dt || next == cd || next == dollar || next == prps ||
                          next == prp || is_adverb(next);
      const bool verb =
          has_kind(kinds, WordKind::past) || (object && has_kind(kinds, WordKind::verb));
      const bool can_be = part(i) == nn && is_noun(part(i - 1)) && !is_noun(next) && verb;
      if (!can_be) continue;
      tagged_.tokens[i].part = vbd;
      return;
    }
  }

  void mend_clause(std::uint32_t begin, std::uint32_t end, bool opens) {
    if (has_finite(begin, end)) return;
    const std::uint32_t participle = participle_in(begin, end);
    if (participle == end) return;
    const std::uint64_t first = lemma_hash(slice(text_, tagged_.tokens[begin].span), part(begin));
    const bool conjunction =
        (part(begin) == in || part(begin) == wrb) && is_word(first, UnitWord::subordinate);
    // "Engineers dismissed claims | that"
    const bool plural = opens && participle + 1 < end && part(participle + 1) == nns;
    if (conjunction || plural || is_before_object(participle + 1, end))
      tagged_.tokens[participle].part = vbd;
  }

  [[nodiscard]] bool is_before_object(std::uint32_t i, std::uint32_t end) const {
    if (i + 1 >= end) return false;
    const PartOfSpeech p = part(i);
    const std::string_view word = slice(text_, tagged_.tokens[i].span);
    if (word == "at" && part(i + 1) == jjs) return true;
    return p == dt || p == prps || p == prp || (p == cd && is_noun(part(i + 1)) && !is_time(i + 1));
  }

  // "killed two days ago"
  [[nodiscard]] bool is_time(std::uint32_t i) const {
    const std::uint64_t lemma = lemma_hash(slice(text_, tagged_.tokens[i].span), part(i));
    const std::string_view unit = find_measure(lemma, 0).measure.unit;
    return unit == "h" || unit == "year";
  }

  std::string_view text_;
  TaggedText& tagged_;
};

// "did not elaborate": a verb follows "do".
void mend_infinitives(std::string_view text, TaggedText& tagged) {
  static const Lexicon lexicon = Lexicon::english();
  static const std::uint64_t do_lemma = hash_folded("do");
  for (std::size_t i = 2; i < tagged.tokens.size(); ++i) {
    Token& token = tagged.tokens[i];
    const Token& helper = tagged.tokens[i - 2];
    if (!is_adverb(tagged.tokens[i - 1].part) || !is_finite(helper.part)) continue;
    if (token.part != jj && token.part != vbp && token.part != nn) continue;
    const bool verb = has_kind(lexicon.kinds_of(token.hash), WordKind::verb);
    if (verb && lemma_hash(slice(text, helper.span), helper.part) == do_lemma) token.part = vb;
  }
}

}  // namespace

TaggedText mend_parts(std::string_view text, const TaggedText& tagged, PartTagger& tagger) {
  TaggedText mended = tagged;
  mend_title(text, mended, tagger);
  mend_plurals(text, mended);
  mend_subjects(text, mended);
  mend_infinitives(text, mended);
  PastForms(text, mended).mend();
  return mended;
}

}  // namespace twosource

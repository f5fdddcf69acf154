// Where does the tagger err in a way that would cost a unit its verb, or give it a wrong one?
//
//     Progress Was Made On 'Central Issues'      all capitals: "Was Made" became a name
//     called "productive" talks                  "talks" became a verb
//
// A headline in capitals is tagged again in small letters, but for its names. A form that can be a
// plural noun is one behind an adjective: a verb would stand behind a noun. A form that can be a
// noun is one right before an auxiliary.
#include "twosource/claim/mended_parts.hpp"

#include <cstddef>
#include <string>

#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/unit_words.hpp"
#include "twosource/text/lexicon.hpp"

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
    if (!is_adjective(before) && !quoted && !compound) continue;
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

}  // namespace

TaggedText mend_parts(std::string_view text, const TaggedText& tagged, PartTagger& tagger) {
  TaggedText mended = tagged;
  mend_title(text, mended, tagger);
  mend_plurals(text, mended);
  mend_subjects(text, mended);
  return mended;
}

}  // namespace twosource

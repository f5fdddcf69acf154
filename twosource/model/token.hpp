#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "twosource/base/span.hpp"

namespace twosource {

/// The tags of the Penn Treebank, and `hyph` of its later releases.
enum class PartOfSpeech : std::uint8_t {
  cc,  ///< and, but
  cd,  ///< twelve, 3,000
  dt,  ///< the, some
  ex,  ///< there (is)
  fw,  ///< foreign word
  in,  ///< of, that, because
  jj,  ///< adjective; jjr, jjs: comparative, superlative
  jjr,
  jjs,
  ls,  ///< mark of a list
  md,  ///< can, will
  nn,  ///< noun; nns: plural; nnp, nnps: proper noun
  nns,
  nnp,
  nnps,
  pdt,  ///< all (the)
  pos,  ///< 's of a possessor
  prp,  ///< he; prps: his
  prps,
  rb,  ///< adverb; rbr, rbs: comparative, superlative
  rbr,
  rbs,
  rp,   ///< (give) up
  sym,  ///< %, +
  to,   ///< to
  uh,   ///< yes, oh
  vb,   ///< verb, base form; vbd: past; vbg: -ing; vbn: participle; vbp, vbz: present
  vbd,
  vbg,
  vbn,
  vbp,
  vbz,
  wdt,  ///< which (house); wp: who; wps: whose; wrb: when
  wp,
  wps,
  wrb,
  comma,
  stop,   ///< . ! ?
  colon,  ///< : ; – ...
  open_bracket,
  close_bracket,
  open_quote,
  close_quote,
  hyph,  ///< the hyphen in "well-known"
  dollar,
  other,  ///< addresses, parts of a broken word, ornaments
};
constexpr std::size_t part_of_speech_count = 46;

constexpr bool is_verb(PartOfSpeech p) {
  return p >= PartOfSpeech::vb && p <= PartOfSpeech::vbz;
}
/// A verb that can stand alone for its clause: past, present or modal.
constexpr bool is_finite(PartOfSpeech p) {
  return p == PartOfSpeech::md || p == PartOfSpeech::vbd || p == PartOfSpeech::vbp ||
         p == PartOfSpeech::vbz;
}
constexpr bool is_noun(PartOfSpeech p) {
  return p >= PartOfSpeech::nn && p <= PartOfSpeech::nnps;
}
constexpr bool is_proper_noun(PartOfSpeech p) {
  return p == PartOfSpeech::nnp || p == PartOfSpeech::nnps;
}
constexpr bool is_adjective(PartOfSpeech p) {
  return p >= PartOfSpeech::jj && p <= PartOfSpeech::jjs;
}
constexpr bool is_adverb(PartOfSpeech p) {
  return p >= PartOfSpeech::rb && p <= PartOfSpeech::rbs;
}
constexpr bool is_punctuation(PartOfSpeech p) {
  return p >= PartOfSpeech::comma && p <= PartOfSpeech::hyph;
}

/// A word, a part of a word ("do" and "n't"), a number, an address or a punctuation mark.
struct Token {
  Span span;
  std::uint64_t hash = 0;  ///< of a word: Word::hash; else of its bytes
  PartOfSpeech part = PartOfSpeech::other;
};

enum class NameKind : std::uint8_t {
  person,
  organisation,
  place,
  people,  ///< a nation, a faith, a party's followers: "French", "Catholics"
  other,   ///< a building, a product, an event, a title of a work
};
constexpr std::size_t name_kind_count = 5;

/// A name where it stands: the tokens [begin, end) of a text.
struct NameMention {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  NameKind kind = NameKind::other;
  auto operator<=>(const NameMention&) const = default;
};

/// The tokens of a text, sentence by sentence, with what is known of them.
struct TaggedText {
  std::vector<Token> tokens;                 ///< in order, never overlapping
  std::vector<std::uint32_t> sentence_ends;  ///< index behind each sentence's last token
  /// Index of the first token of each clause, ascending; a sentence begins one.
  std::vector<std::uint32_t> clauses;
  std::vector<NameMention> names;  ///< in order, never overlapping
};

}  // namespace twosource

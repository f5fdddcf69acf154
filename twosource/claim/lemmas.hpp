#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/token.hpp"
#include "twosource/text/lexicon.hpp"

namespace twosource {

/// A tagged text with the lemma of every token. Holds views: valid as long as what it was made of.
struct LemmaText {
  std::string_view text;
  const TaggedText& tagged;
  std::vector<std::uint64_t> lemmas;  ///< by token: the hash of its folded lemma; of marks 0

  [[nodiscard]] const Token& token(std::uint32_t i) const { return tagged.tokens[i]; }
  [[nodiscard]] PartOfSpeech part(std::uint32_t i) const { return tagged.tokens[i].part; }
  [[nodiscard]] std::uint64_t lemma(std::uint32_t i) const { return lemmas[i]; }
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    return slice(text, tagged.tokens[i].span);
  }
};

/// Looks every token up, once. Linear.
LemmaText find_lemmas(std::string_view text, const TaggedText& tagged);

/// The hash of one token's lemma: that of the folded form by which Synonyms and Lexicon know it.
std::uint64_t lemma_hash(std::string_view token, PartOfSpeech part);

}  // namespace twosource

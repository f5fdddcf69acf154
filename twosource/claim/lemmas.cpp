#include "twosource/claim/lemmas.hpp"

#include "twosource/text/words.hpp"

namespace twosource {

std::uint64_t lemma_hash(std::string_view token, PartOfSpeech part) {
  static const Lexicon lexicon = Lexicon::english();
  return hash_folded(lexicon.lemma_of(token, part));
}

LemmaText find_lemmas(std::string_view text, const TaggedText& tagged) {
  LemmaText found{text, tagged, {}};
  found.lemmas.reserve(tagged.tokens.size());
  for (const Token& token : tagged.tokens) {
    found.lemmas.push_back(
        is_punctuation(token.part) ? 0 : lemma_hash(slice(text, token.span), token.part));
  }
  return found;
}

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace twosource {

/// How much of a word's use tells of one thing.
enum class UseShare : std::uint8_t { none, some, much, most };

/// What a word is used for, by the fields that WordNet's lexicographers sorted its senses into.
struct ReportingUse {
  UseShare speech = UseShare::none;   ///< communication: "say", "accuse", "statement"
  UseShare thought = UseShare::none;  ///< cognition and feeling: "believe", "fear", "opinion"
};

/// English verbs and nouns that tell of speech or thought, some 9,000 lemmas, compiled from
/// WordNet; embedded, used as it lies there. Cheap to copy; may be used from any thread.
class ReportingWords {
 public:
  static ReportingWords english();

  /// `lemma` is folded (Lexicon::lemma_of). Binary search; an unknown word tells of nothing.
  [[nodiscard]] ReportingUse of_verb(std::string_view lemma) const;
  [[nodiscard]] ReportingUse of_noun(std::string_view lemma) const;

 private:
  [[nodiscard]] unsigned levels_of(std::string_view lemma) const;
  [[nodiscard]] std::uint64_t hash_at(std::size_t word) const;

  std::string_view table_;
  std::size_t words_ = 0;
};

}  // namespace twosource

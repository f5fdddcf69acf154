#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "twosource/model/token.hpp"

namespace twosource {

/// What a form can be, by bit: the kinds of the lexicon.
enum class WordKind : std::uint8_t {
  noun,
  plural,
  verb,
  third,  ///< "strikes"
  ing,
  past,  ///< "struck", also as a participle
  adjective,
  compared,  ///< "heavier", "heaviest"
  adverb,
  place_name,  ///< "paris"; the last word of a famous person's name: "lincoln"
  person_name,
  organisation_name,
  given_name,   ///< "abigail", "abby"
  person_noun,  ///< its first sense is a person: "engineer", "engineers", "spokeswoman"
  man_name,     ///< a given name that mostly men have; given_name is another list
  woman_name,
};

/// The kinds of a form: bit k for the WordKind k. 0: the form is not known.
using WordKinds = std::uint16_t;

constexpr bool has_kind(WordKinds kinds, WordKind kind) {
  return (kinds >> static_cast<unsigned>(kind) & 1U) != 0;
}

/// The kinds that are parts of speech, and those that are names. The models know these two; the
/// kinds above are for rules.
constexpr WordKinds grammar_kinds = (1U << static_cast<unsigned>(WordKind::place_name)) - 1U;
constexpr WordKinds name_kinds = 15U << static_cast<unsigned>(WordKind::place_name);

/// Some 150,000 English forms with their kinds and lemmas, compiled from WordNet and lists of names
/// (tables/name_words.tsv, tables/given_names.tsv); embedded, used as it lies there. Cheap to copy;
/// may be used from any thread.
class Lexicon {
 public:
  static Lexicon english();

  /// One access to the table. Another form is taken for this one once in 2^32 times.
  [[nodiscard]] WordKinds kinds_of(std::uint64_t word_hash) const;

  /// The dictionary form, folded, of a token with this tag: "strike" for "struck" (vbd), "be" for
  /// "'re", "not" for "n't", "mr." for "Mr.". By the table, else by rules for the endings of the
  /// tag; what is not inflected is its own lemma.
  [[nodiscard]] std::string lemma_of(std::string_view token, PartOfSpeech part) const;

 private:
  struct Entry {
    const char* changes = nullptr;
    WordKinds kinds = 0;
  };
  [[nodiscard]] Entry find(std::uint64_t word_hash) const;
  [[nodiscard]] bool change(std::string& form, WordKind kind) const;

  const char* buckets_ = nullptr;
  const char* places_ = nullptr;
  const char* endings_ = nullptr;
  const char* records_ = nullptr;
  unsigned bucket_shift_ = 0;
};

}  // namespace twosource

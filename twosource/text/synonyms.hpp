#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace twosource {

/// How close two words are in what they mean, weakest first.
enum class Closeness : std::uint8_t {
  none,
  opposite,  ///< "accepted" and "rejected"
  broader,   ///< one is a kind of the other: "ferry" and "ship"
  rare,      ///< synonyms in a sense that is not the usual one of either
  family,    ///< one derives from the other: "arrive" and "arrival"
  synonym,   ///< "injured" and "hurt"; also spellings: "colour" and "color"
  lemma,     ///< inflections of one word: "strikes" and "struck"; "twelve" and "12"
  equal,     ///< the same word
};

/// Which words of a language mean the same: WordNet's synonyms for English; in other languages
/// only a word itself does.
///
/// Words are given by the hash of their folded form (Word::hash). Everything lies in the program
/// file as it is used; nothing is loaded. Pure: may be called from any thread.
class Synonyms {
 public:
  /// What the table knows of one word: its place there. To be looked up once for a word that is
  /// compared often. Cheap to copy.
  struct Meanings {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  ///< equal to `first`: unknown
  };

  /// For a BCP 47 tag ("en-GB" takes "en").
  static Synonyms of(std::string_view language);

  /// Binary search among some 250,000 forms.
  [[nodiscard]] Meanings meanings_of(std::uint64_t word_hash) const;

  /// One of the classes of a word, for a place in its meanings. Words that share no class mean
  /// different things: `compare` gives none.
  [[nodiscard]] std::uint32_t class_at(std::uint32_t place) const { return link_at(place) >> 8U; }

  /// Symmetric. Linear in the meanings of both, a few dozen at most.
  [[nodiscard]] Closeness compare(Meanings a, Meanings b) const;
  [[nodiscard]] Closeness compare(std::uint64_t a, std::uint64_t b) const;

  /// A number that all inflections of a word have in common; the hash itself where the word is
  /// unknown. Of a form of several words ("left") the lemma that the table lists first.
  [[nodiscard]] std::uint64_t lemma_of(std::uint64_t word_hash, Meanings meanings) const;

  /// How many forms are known; 0: this language has no table.
  [[nodiscard]] std::size_t size() const { return forms_; }

 private:
  [[nodiscard]] std::uint32_t number_at(std::size_t byte) const {
    std::uint32_t number = 0;
    std::memcpy(&number, table_.data() + byte, sizeof number);
    return number;
  }
  [[nodiscard]] std::uint64_t hash_at(std::size_t form) const;
  // meaning_class << 8 | rank << 4 | kind, as make_synonyms.py packs it.
  [[nodiscard]] std::uint32_t link_at(std::size_t link) const {
    return number_at(first_link_ + link * sizeof(std::uint32_t));
  }

  std::string_view table_;
  std::size_t forms_ = 0;
  std::size_t first_link_ = 0;  // its byte in the table
};

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>

namespace twosource {

/// How a term stands to another one.
enum class WordRelation : std::uint8_t {
  none,      ///< nothing is known
  same,      ///< "a dozen" and "12"; "Scotsman" and "Scottish"
  narrower,  ///< what the first names is one of the second, or a part of it: "violin", "instrument"
  broader,   ///< the other way round
  contrast,  ///< two of a set of which one thing is only one: "Monday" and "Sunday"
  opposite,  ///< "accept" and "reject", "tiny" and "huge"
};

/// What two terms in contrast are.
enum class ContrastKind : std::uint8_t { place, name, date, number };

/// How a word judges what it is said of.
enum class Tone : std::uint8_t { none, good, bad };

/// How the first of two terms stands to the second.
struct TermRelation {
  WordRelation relation = WordRelation::none;
  /// Of `contrast`; `name` for all others.
  ContrastKind kind = ContrastKind::name;
};

/// Which English words and terms of several words stand against each other: WordNet's antonyms, and
/// sets of things that exclude each other (tables/contrasts.tsv). And which words judge, and how
/// (tables/tone.tsv). A term is given by the hashes of
/// its folded words (Token::hash), in any inflection.
///
/// Everything lies in the program file as it is used; nothing is loaded. Cheap to copy; may be used
/// from any thread.
class WordRelations {
 public:
  static WordRelations english();

  /// What the table knows of one term: its place there.
  struct Term {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  ///< equal to `first`: unknown
    [[nodiscard]] bool known() const { return first != last; }
  };
  /// A term, and how many of the words it takes.
  struct Match {
    Term term;
    std::size_t words = 0;  ///< 0: no term begins here
  };

  /// Exactly these words; not empty. Binary search among some 100,000 forms.
  [[nodiscard]] Term find(std::span<const std::uint64_t> words) const;
  /// The longest term that the words begin with, of at most `longest_term` words.
  [[nodiscard]] Match longest(std::span<const std::uint64_t> words) const;

  /// Linear in what is known of both, a few dozen links. The answer for (b, a) is the same with
  /// `narrower` and `broader` exchanged.
  [[nodiscard]] TermRelation compare(Term a, Term b) const;

  /// A number for the country that the term names, or whose people or manner it names: "Denmark",
  /// "Danish", "Danes" have the same. Empty where there is none.
  [[nodiscard]] std::optional<std::uint32_t> country_of(Term term) const;

  /// "Productive" is good, "regrettable" bad; by the most frequent sense that judges.
  [[nodiscard]] Tone tone_of(Term term) const;

  static constexpr std::size_t longest_term = 4;

 private:
  [[nodiscard]] std::uint32_t number_at(std::size_t byte) const {
    std::uint32_t number = 0;
    std::memcpy(&number, table_.data() + byte, sizeof number);
    return number;
  }
  [[nodiscard]] Term find_key(std::uint64_t key) const;
  [[nodiscard]] std::uint64_t hash_at(std::size_t form) const;
  // class << 8 | rank << 4 | kind, as make_word_relations.py packs it.
  [[nodiscard]] std::uint32_t link_at(std::size_t link) const {
    return number_at(first_link_ + link * sizeof(std::uint32_t));
  }

  std::string_view table_;
  std::size_t forms_ = 0;
  std::size_t first_link_ = 0;  // its byte in the table
};

/// Do words that were exchanged for others, the rest of the sentence being equal, make it say
/// something else? By the terms in both: the strongest relation of any two of them, where
/// `opposite` and `contrast` are stronger than the others. Words that are in no known relation give
/// `none`; equal words `same`.
TermRelation compare_terms(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

}  // namespace twosource

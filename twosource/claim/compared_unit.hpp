#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/claim/units.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"
#include "twosource/text/synonyms.hpp"

namespace twosource {

/// What a word is in its unit.
enum class WordRole : std::uint8_t {
  function,  ///< "the", "of", "has": says little
  noun,
  verb,
  describer,  ///< an adjective or an adverb
  name,       ///< in a name, whatever its part of speech
  number,     ///< a number, in digits or in words
  date,       ///< "Sunday", "July"
};

/// A word as it is compared.
struct ComparedWord {
  std::uint64_t hash = 0;   ///< of the folded form
  std::uint64_t lemma = 0;  ///< equal for the inflections of one word
  Synonyms::Meanings meanings;
  std::uint64_t name = 0;    ///< equal for the forms of one name: "Mira Orlo", "Orlo"; 0: none
  std::uint32_t prefix = 0;  ///< hash of the first letters; 0: a word that is too short
  float weight = 0.0F;       ///< how much it says: its idf in news, bounded
  std::uint16_t fine = 0;    ///< class of words that are used alike (text/word_classes); 0: none
  WordRole role = WordRole::function;
};

/// Two words can mean the same only if they have one of these in common.
struct MeaningKey {
  std::uint32_t key = 0;
  std::uint32_t word = 0;                               ///< index into ComparedUnit::words
  auto operator<=>(const MeaningKey&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// What the comparison looks at in a unit, looked up once, because a unit is compared with many.
struct ComparedUnit {
  std::vector<ComparedWord> words;       ///< of the text and of whom its pronouns stand for
  std::vector<MeaningKey> keys;          ///< of its telling words, ascending
  std::vector<std::uint64_t> forms;      ///< hashes of all words, ascending, with repetitions
  std::vector<std::uint64_t> pairs;      ///< of two neighbouring words, ascending
  std::vector<std::uint64_t> triples;    ///< of three, ascending
  std::vector<std::uint32_t> spellings;  ///< of three letters in a row, ascending
  std::vector<std::uint64_t> names;      ///< ComparedWord::name of all words, ascending
  double weight = 0.0;                   ///< of all telling words
  std::uint32_t negations = 0;           ///< "not", "never", "denied"
  bool open = false;                     ///< a plan, a possibility, a question
  std::uint32_t verb = UINT32_MAX;       ///< index of the main verb
};

/// The tokens [begin, end) of a text, made ready. Of a text that is not English all are empty.
ComparedUnit compared_unit(std::string_view text, const TaggedText& tagged, std::uint32_t begin,
                           std::uint32_t end);

/// A unit of a story, made ready: the tokens as above, the words of the names that its pronouns
/// stand for, its main verb and how it is told. Linear in the unit.
ComparedUnit compared_unit(const Report& report, std::span<const TaggedText> tagged,
                           const Unit& unit);

/// Lets a word weigh less the more units of the story have it: everybody writes "Selne" in a story
/// about Selne. For all units of one story together; a few hardly change. Linear.
void weigh_in_story(std::span<ComparedUnit> units);

}  // namespace twosource

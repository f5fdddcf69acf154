#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"

namespace twosource {

/// What unlabelled news tells of a word. All 0 for a word that the table does not have.
struct WordClass {
  std::uint16_t fine = 0;    ///< its class, from 1: words that are used alike share it
  std::uint8_t coarse = 0;   ///< its class of classes, from 1
  std::uint8_t capitals = 0; /**< how often it has a capital inside sentences, from 1 (never) to
                                  `capital_bands` (always); 0: it was not seen there */
  bool operator==(const WordClass&) const = default;
};

/// The bands of WordClass::capitals: the share with a capital is below the bound.
constexpr std::array<double, 7> capital_bounds = {0.01, 0.05, 0.2, 0.5, 0.8, 0.97, 1.01};
constexpr std::uint8_t capital_bands = static_cast<std::uint8_t>(capital_bounds.size());

/// Classes of words, by the hash of the folded word (Word::hash, Token::hash).
///
/// A view of the bytes it was opened from, which must live as long; nothing is copied. Immutable;
/// may be used from any thread.
class WordClasses {
 public:
  /// Opens a file of word classes (docs/formats/word-classes.md). Refused with one sentence: what
  /// is none (`format`), one of a later program version (`format`), one that is cut off or changed
  /// (`damaged`). Checks every byte; whatever the bytes, an opened table is safe to use.
  static Result<WordClasses> open(std::string_view bytes);

  /// The table that ships, models/words.
  static const WordClasses& english();

  /// One access to the table. A word that is not in it is taken for one that is once in some ten
  /// thousand times.
  [[nodiscard]] WordClass of(std::uint64_t word_hash) const;

  [[nodiscard]] std::size_t size() const { return words_.size() / word_size; }
  [[nodiscard]] std::size_t fine_count() const { return coarse_.size(); }

 private:
  static constexpr std::size_t word_size = 4;

  std::string_view coarse_;   // of each fine class, a byte
  std::string_view buckets_;  // 32-bit numbers of the word that each begins with
  std::string_view words_;
  unsigned bucket_shift_ = 63;
};

/// A word of a table in the making.
struct ClassedWord {
  std::uint64_t hash = 0;
  std::uint16_t fine = 0;  ///< 1 to the number of fine classes
  std::uint8_t capitals = 0;
};

/// The bytes of a file of word classes: at most 1,023 fine classes, whose coarse ones (1 to 255)
/// are in `coarse`. The same words give the same bytes, in whatever order they come.
std::string write_word_classes(std::vector<ClassedWord> words,
                               const std::vector<std::uint8_t>& coarse);

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "twosource/model/token.hpp"
#include "twosource/text/lexicon.hpp"

namespace twosource {

/// What features are made of: a token looked at once, as small numbers.
struct TokenFacts {
  std::uint64_t word = 0;       ///< Token::hash
  std::uint64_t kind = 0;       ///< what the lexicon says it can be; the word itself if it is short
  std::uint64_t names = 0;      ///< whether the lexicon knows it as a name, by WordKind
  std::uint64_t persons = 0;    ///< whether it knows it as a person's: person_noun, man, woman
  std::uint32_t ending = 0;     ///< its last four bytes, lower-case, the last in the lowest bits
  std::uint32_t beginning = 0;  ///< its first three
  /// Bits: a capital first, capitals only, a digit, digits only, a mark inside, not ASCII, no
  /// letter or digit at all.
  std::uint8_t shape = 0;

  [[nodiscard]] std::uint32_t last(unsigned bytes) const {
    return ending & static_cast<std::uint32_t>((std::uint64_t{1} << (8 * bytes)) - 1);
  }
};

constexpr std::uint8_t shape_capital = 1;
constexpr std::uint8_t shape_capitals = 2;
constexpr std::uint8_t shape_digit = 4;
constexpr std::uint8_t shape_digits = 8;
constexpr std::uint8_t shape_mark_inside = 16;
constexpr std::uint8_t shape_not_ascii = 32;
constexpr std::uint8_t shape_no_word = 64;

TokenFacts facts_of(std::string_view text, const Token& token, const Lexicon& lexicon);

/// The facts of the tokens of one sentence, and what stands beyond its ends.
class SentenceFacts {
 public:
  SentenceFacts(std::string_view text, const TaggedText& tagged, std::size_t begin, std::size_t end,
                const Lexicon& lexicon);

  [[nodiscard]] std::size_t size() const { return facts_.size() - 2 * margin; }
  /// `offset` places from the token `i`, three at most to both sides.
  [[nodiscard]] const TokenFacts& at(std::size_t i, int offset = 0) const {
    return facts_[i + margin + static_cast<std::size_t>(offset)];
  }

 private:
  static constexpr std::size_t margin = 3;
  std::vector<TokenFacts> facts_;
};

}  // namespace twosource

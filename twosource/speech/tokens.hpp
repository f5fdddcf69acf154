#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// Where a token stands to the quotation marks around it.
enum class QuoteState : std::uint8_t { outside, opens, inside, closes };

/// Values of SpeechToken::shape.
constexpr std::uint8_t lower_shape = 0;
constexpr std::uint8_t capital_shape = 1;   ///< "Orlo"
constexpr std::uint8_t capitals_shape = 2;  ///< "UN", "A"
constexpr std::uint8_t mixed_shape = 3;     ///< "McOrlo"
constexpr std::uint8_t number_shape = 4;    ///< "12", "3rd"
constexpr std::uint8_t mark_shape = 5;      ///< "," and everything else

/// A token as the tagger sees it.
struct SpeechToken {
  Span span;
  std::uint32_t word = 0;     ///< hash of the form in lower case; all numbers have one
  std::uint32_t stem = 0;     ///< hash of the form without its inflection, roughly
  std::uint32_t prefix = 0;   ///< hash of the first three bytes
  std::uint32_t suffix2 = 0;  ///< hash of the last two bytes
  std::uint32_t suffix3 = 0;  ///< hash of the last three bytes
  PartOfSpeech part = PartOfSpeech::other;
  bool starts_clause = false;
  std::uint8_t shape = 0;  ///< see above
  QuoteState quote = QuoteState::outside;
  bool starts_sentence = false;
  std::int32_t quotation = -1;  ///< index of the quotation it lies in; -1: none
};

/// What is tagged at once: the title or one paragraph.
struct SpeechUnit {
  std::vector<SpeechToken> tokens;  ///< never empty
  bool is_title = false;
  std::uint32_t label = 0;  ///< a transcript's "ORLO:": so many tokens up to behind the colon
};

/// The title and the paragraphs that hold any token, in order. A quotation mark typed as two
/// characters ('') is one token. Linear.
std::vector<SpeechUnit> speech_units(std::string_view text, const Analysis& analysis,
                                     const TaggedText& tagged);

/// The hash that SpeechToken::word has for an ASCII word in lower case.
std::uint32_t speech_word_hash(std::string_view lower_case);

}  // namespace twosource

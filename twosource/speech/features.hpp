#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/speech/segments.hpp"
#include "twosource/speech/tokens.hpp"

namespace twosource {

/// How often a word is a cue where it stands: 0 never seen or too rarely, 1 hardly ever .. 6 nearly
/// always. By SpeechToken::word.
using CueLexicon = std::unordered_map<std::uint32_t, std::uint8_t>;

/// What the tagger asks of each token, hashed: the keys of rows of weights.
struct UnitFeatures {
  std::vector<std::uint32_t> roles;   ///< tokens × roles_of_token, token by token
  std::vector<std::uint32_t> begins;  ///< tokens × begins_of_token
  std::size_t roles_of_token = 0;
  std::size_t begins_of_token = 0;
};

/// The features of one unit. Linear.
UnitFeatures unit_features(const SpeechUnit& unit, std::span<const Quotation> quotations,
                           const CueLexicon& lexicon);

/// What the second pass asks besides: of the segments that the first one found. `asked` are the
/// features of the unit; the new questions are numbered behind theirs. Linear.
UnitFeatures second_pass_features(const SpeechUnit& unit, const UnitFeatures& asked,
                                  const std::vector<Segment>& first_pass);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <vector>

#include "twosource/model/token.hpp"

namespace twosource {

/// A noun with the words before it that belong to it, or a pronoun: the tokens [begin, end). What
/// follows with "of" is a phrase of its own, and so is a possessor.
struct NounPhrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t head = 0;  ///< its last noun; the pronoun; the number
};

/// The noun phrases in the tokens [begin, end), in order, never overlapping. By parts of speech
/// alone. Linear.
std::vector<NounPhrase> find_noun_phrases(const TaggedText& tagged, std::uint32_t begin,
                                          std::uint32_t end);

}  // namespace twosource

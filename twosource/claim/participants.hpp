#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/claim/noun_phrases.hpp"
#include "twosource/claim/pieces.hpp"
#include "twosource/claim/units.hpp"

namespace twosource {

/// A noun phrase with the part that it plays in its piece.
struct RoledPhrase {
  NounPhrase phrase;
  Participant::Role role = Participant::Role::other;
};

/// The phrases of a piece with their roles, in order; those of a passive are turned. A subject that
/// stands outside of the piece is not among them. Linear.
std::vector<RoledPhrase> find_roles(const LemmaText& text, std::span<const NounPhrase> phrases,
                                    const Piece& piece);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/claim/conflicts.hpp"

namespace twosource {

/// The conflicts between two units without those that are none to a reader of both texts: equal
/// words ("last night", of different days), one utterance, an affirmation that is none ("ever saw
/// anything"), a place without a name ("the kingdom"), one speaker under two spellings.
std::vector<SlotConflict> undoubted_conflicts(const Report& report,
                                              std::span<const TaggedText> tagged, const Unit& a,
                                              const Unit& b);

}  // namespace twosource

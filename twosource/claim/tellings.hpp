#pragma once

#include <span>
#include <vector>

#include "twosource/claim/units.hpp"

namespace twosource {

/// A story's units that tell enough to be compared, no questions; the runs of neighbouring units of
/// one sentence in one voice; and the sentences that tell in their own name and by one statement.
/// What consists of several has the slots of all and the action of the first that has one. By
/// article and place, the longer first; so they overlap. Linear.
std::vector<Unit> tellings_of(const Report& report, std::span<const TaggedText> tagged,
                              std::vector<Unit> units);

}  // namespace twosource

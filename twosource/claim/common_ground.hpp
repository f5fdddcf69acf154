#pragma once

#include "twosource/claim/compared_unit.hpp"

namespace twosource {

/// Can two units tell one fact at all? They have a word in common, or two that mean the same, that
/// is no name; and where both say what is done, what is done in one of them is a word of the other.
/// Symmetric. Linear in the words of both.
bool have_common_ground(const ComparedUnit& a, const ComparedUnit& b);

}  // namespace twosource

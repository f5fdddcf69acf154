#pragma once

#include "twosource/claim/likeness.hpp"
#include "twosource/claim/units.hpp"

namespace twosource {

/// What the likeness of two units' words comes to when it is known who says them and of whom they
/// tell. One speaker who says two things of one fact mostly said one thing, of which each article
/// has its own wording, surely where both quote the same words; "died in prison" of two people, or
/// with and without a "not", is not the same.
UnitLikeness likeness_of_voices(const Report& report, const Unit& a, const Unit& b,
                                UnitLikeness words);

}  // namespace twosource

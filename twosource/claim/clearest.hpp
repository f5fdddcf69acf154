#pragma once

#include <span>

#include "twosource/claim/support.hpp"
#include "twosource/claim/units.hpp"

namespace twosource {

/// Which of some units, at least one, says best what they all say: one that names whom it speaks
/// of, is a whole clause of the body and of middle length; of equals the one of a shown origin,
/// then the first. Positions in `units`.
UnitIndex clearest_of(const Report& report, const SentenceOrigins& sentences,
                      std::span<const Unit> units, std::span<const UnitIndex> chosen);

/// A unit as it is shown: without the "that", "and" or "but" that ties it to what stands before.
/// If words outside of it make it a denial or leave it open ("denied that she knew him"), the whole
/// sentence.
Span shown_span(const Report& report, const TaggedText& tagged, const Unit& unit);

/// Is a thing that only one article has worth a line? It has a number or a time, or a name that
/// does something, or it stands in the title or the lead; no question, no condition.
bool is_worth_telling(const Unit& unit);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/claim/units.hpp"

namespace twosource {

/// The units of a story, those told in the same words put together.
struct Wordings {
  std::vector<std::uint32_t> of;  ///< by unit: its wording
  /// By wording: its units, ascending; the first one stands for it.
  std::vector<std::vector<UnitIndex>> units;
};

/// Folds units that are one wording: the same content words in the same order, or four fifths of
/// both lie in equal words of a verified copy. Not where the two differ in a number, a time, a
/// "not", a modality, whom a pronoun stands for or whose words they are. `units` is by article and
/// place; of the copies only those between its articles matter. About linear in units and copies.
Wordings fold_wordings(const Report& report, std::span<const Unit> units);

}  // namespace twosource

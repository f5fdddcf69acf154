#pragma once

#include <span>
#include <string>
#include <vector>

#include "twosource/claim/units.hpp"
#include "twosource/model/claim.hpp"

namespace twosource {

/// One thing in which two units part.
struct SlotConflict {
  ConflictKind kind = ConflictKind::number;
  Span a;               ///< the words in the first unit's article
  Span b;               ///< in the second's
  bool update = false;  ///< things went on between the two: a later toll
  std::string note;     ///< one sentence for people
  /// What is told with other values, for putting together the conflicts of several sentences;
  /// empty: only the words of the conflict say.
  std::string topic = {};
  bool told_a =
      false;  ///< the words of this side are the article's own, also where its unit lies in
  bool told_b = false;  ///< what somebody says ("dismissed accusations by ...")
};

/// In what two units part that speak of the same fact; nothing where both can be true: rounded and
/// hedged numbers, a day and the week that it lies in, a short name and its long form. Typed
/// comparison, slot by slot: a slot that one of the two leaves open is no conflict. Symmetric but
/// for the order of the sides.
std::vector<SlotConflict> find_conflicts(const Report& report, std::span<const TaggedText> tagged,
                                         const Unit& a, const Unit& b);

}  // namespace twosource

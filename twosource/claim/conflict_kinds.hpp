#pragma once

#include <vector>

#include "twosource/claim/conflicts.hpp"
#include "twosource/claim/unit_pair.hpp"

namespace twosource {

// One for each kind of conflict; each says in its file what it takes for one. They append what they
// find.
void find_number_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found);
void find_date_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found);
/// Names and places.
void find_name_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found);
void find_polarity_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found);
/// Where all but a word is equal: opposite words, contrasts.
void find_word_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found);
void find_framing_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found);
void find_attribution_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found);

/// Is one of two numbers that cannot both be true the later state of the other? The later article
/// has the larger one, and it counts what only grows (the toll of an accident) or says that it
/// grew.
bool is_later_toll(const UnitPair& pair, const Quantity& a, const Quantity& b);

/// The conflict with a note that gives the words of both sides.
SlotConflict make_conflict(const UnitPair& pair, ConflictKind kind, Span a, Span b);

}  // namespace twosource

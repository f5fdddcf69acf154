// In what do two units part that speak of the same fact?
//
// Typed comparison: each kind of conflict looks at its own slot and wants the other slots to agree
// (unit_pair). What is planned, possible, conditional or asked contradicts nothing but its like:
// "may close" and "closed" can both be right. Comparing sentences without types finds mostly pairs
// that speak of different things (de Marneffe, Rafferty and Manning 2008: finding contradictions
// depends on knowing that both speak of one event).
#include "twosource/claim/conflicts.hpp"

#include <fmt/format.h>

#include <string>

#include "twosource/claim/conflict_kinds.hpp"

namespace twosource {
namespace {

bool comparable(const Unit& a, const Unit& b) {
  if (a.modality != b.modality) return false;
  return a.modality == Modality::fact || a.modality == Modality::plan;
}

std::string on_one_line(std::string_view words) {
  std::string line;
  for (const char c : words) {
    const bool blank = c == '\n' || c == ' ' || c == '\t' || c == '\r';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

}  // namespace

SlotConflict make_conflict(const UnitPair& pair, ConflictKind kind, Span a, Span b) {
  return {
      kind, a, b, false,
      fmt::format("{} or {}", on_one_line(pair.a.words_at(a)), on_one_line(pair.b.words_at(b)))};
}

std::vector<SlotConflict> find_conflicts(const Report& report, std::span<const TaggedText> tagged,
                                         const Unit& a, const Unit& b) {
  std::vector<SlotConflict> found;
  const UnitPair pair(report, tagged, a, b);
  find_attribution_conflicts(pair, found);
  find_framing_conflicts(pair, found);
  if (!comparable(a, b)) return found;
  find_number_conflicts(pair, found);
  find_date_conflicts(pair, found);
  find_name_conflicts(pair, found);
  find_polarity_conflicts(pair, found);
  if (found.empty()) find_word_conflicts(pair, found);
  return found;
}

}  // namespace twosource

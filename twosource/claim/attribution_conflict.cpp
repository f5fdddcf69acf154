// Attribution: the same words given to two speakers. The speech stage has found it already; it is
// told once, at the units with which the words begin.
#include <algorithm>
#include <string_view>

#include "twosource/claim/conflict_kinds.hpp"

namespace twosource {
namespace {

bool disagree(const Report& report, StatementIndex a, StatementIndex b) {
  const auto& conflicts = report.statements[a].conflicts;
  return std::find(conflicts.begin(), conflicts.end(), b) != conflicts.end();
}

// "Orlo", "Markets Orlo": one speaker with something else beside the name.
bool one_in_other(std::string_view a, std::string_view b) {
  return a.find(b) != std::string_view::npos || b.find(a) != std::string_view::npos;
}

// Is it the first thing that its statement says?
bool begins(const Report& report, const Unit& unit) {
  // An opening mark takes up to three bytes.
  return unit.span.begin <= report.statements[*unit.statement].content.front().begin + 3;
}

// The words that name the speaker; where there are none, the words that were said.
Span source_of(const Report& report, const UnitSide& side) {
  const Statement& statement = report.statements[*side.unit.statement];
  return statement.source.empty() ? side.unit.span : statement.source;
}

}  // namespace

void find_attribution_conflicts(const UnitPair& pair, std::vector<SlotConflict>& found) {
  const auto& a = pair.a.unit.statement;
  const auto& b = pair.b.unit.statement;
  if (!a || !b) return;
  if (!begins(pair.report(), pair.a.unit) || !begins(pair.report(), pair.b.unit)) return;
  if (!disagree(pair.report(), *a, *b) && !disagree(pair.report(), *b, *a)) return;
  const Span source_a = source_of(pair.report(), pair.a);
  const Span source_b = source_of(pair.report(), pair.b);
  if (one_in_other(pair.a.words_at(source_a), pair.b.words_at(source_b))) return;
  found.push_back(make_conflict(pair, ConflictKind::attribution, source_a, source_b));
}

}  // namespace twosource

// Attribution: the same words given to two speakers. The speech stage has found it already; it is
// told once, at the units with which the words begin.
#include <algorithm>

#include "twosource/claim/conflict_kinds.hpp"

namespace twosource {
namespace {

bool disagree(const Report& report, StatementIndex a, StatementIndex b) {
  const auto& conflicts = report.statements[a].conflicts;
  return std::find(conflicts.begin(), conflicts.end(), b) != conflicts.end();
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
  found.push_back(make_conflict(pair, ConflictKind::attribution, source_of(pair.report(), pair.a),
                                source_of(pair.report(), pair.b)));
}

}  // namespace twosource

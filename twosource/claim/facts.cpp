// Which wordings tell one fact, and which facts stand against each other?
//
// "At least twelve people were hurt" and "a dozen were injured" are one fact; "seventeen were hurt"
// is the same fact told otherwise. So each pair of candidates is asked twice: do they say the same,
// and do they speak of the same? The first joins, the second lets the typed comparison look for
// what they part in.
//
// Idea: average link (story/average_link), as for stories: a wording that has a bit of two facts
// glues nothing together, since it is unlike most of each. What contradicts each other counts as
// not alike at all, so it can end in one fact only if most of the rest ties it there.
#include "twosource/claim/facts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "twosource/claim/common_ground.hpp"
#include "twosource/claim/doubts.hpp"
#include "twosource/claim/framing.hpp"
#include "twosource/claim/voices.hpp"
#include "twosource/story/average_link.hpp"

namespace twosource {
namespace {

constexpr double likeness_unit = 1e6;
constexpr double surely_same = 0.95;

/// Whose words a unit is; nothing: the article's.
std::optional<EntityIndex> named_speaker(const Report& report, const Unit& unit) {
  if (!unit.statement) return std::nullopt;
  const std::optional<Speaker>& speaker = report.statements[*unit.statement].speaker;
  return speaker ? speaker->entity : std::nullopt;
}

bool have_common_article(std::span<const Unit> units, const std::vector<UnitIndex>& a,
                         const std::vector<UnitIndex>& b) {
  // Both are by article.
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (units[*x].article == units[*y].article) return true;
    if (units[*x].article < units[*y].article) {
      ++x;
    } else {
      ++y;
    }
  }
  return false;
}

bool can_contradict(const Report& report, std::span<const Unit> units,
                    const std::vector<UnitIndex>& a, const std::vector<UnitIndex>& b) {
  const std::optional<EntityIndex> x = named_speaker(report, units[a.front()]);
  const std::optional<EntityIndex> y = named_speaker(report, units[b.front()]);
  const bool two_speakers = (x || y) && x != y;
  return two_speakers || !have_common_article(units, a, b);
}

/// By wording: the unit that stands for it, as it is compared.
std::vector<ComparedUnit> made_ready(const StoryUnits& story, Jobs jobs) {
  std::vector<ComparedUnit> ready(story.wordings.units.size());
  parallel_for(jobs, ready.size(), [&](std::size_t i) {
    ready[i] =
        compared_unit(story.report, story.tagged, story.units[story.wordings.units[i].front()]);
  });
  weigh_in_story(ready);
  return ready;
}

/// What stands for the statement among those with the same words.
StatementIndex utterance_of(const Report& report, StatementIndex statement) {
  return report.statements[statement].same_as.value_or(statement);
}

/// Does a unit hold most of what its statement says?
bool is_most_of_statement(const Report& report, const Unit& unit) {
  std::uint32_t all = 0;
  for (const Span part : report.statements[*unit.statement].content) all += part.size();
  return 2 * unit.span.size() >= all;
}

/// Two outlets' renderings of what one speaker said once: the words of a statement that reuse or
/// the speech stage put together.
bool render_one_utterance(const Report& report, const Unit& a, const Unit& b) {
  return a.statement && b.statement && a.article != b.article &&
         utterance_of(report, *a.statement) == utterance_of(report, *b.statement) &&
         is_most_of_statement(report, a) && is_most_of_statement(report, b);
}

std::vector<Fact> facts_of(std::uint32_t wordings, std::span<const ComparedPair> pairs,
                           const std::vector<std::uint32_t>& group,
                           std::vector<std::uint32_t>& of) {
  std::vector<Fact> facts;
  of.resize(wordings);
  for (std::uint32_t i = 0; i < wordings; ++i) {
    if (group[i] == i) {
      of[i] = static_cast<std::uint32_t>(facts.size());
      facts.emplace_back();
    }
    of[i] = of[group[i]];
    facts[of[i]].wordings.push_back(i);
  }
  std::vector<double> sums(facts.size());
  std::vector<std::uint32_t> counts(facts.size());
  for (const ComparedPair& pair : pairs) {
    if (of[pair.a] != of[pair.b]) continue;
    sums[of[pair.a]] += pair.likeness.same;
    ++counts[of[pair.a]];
  }
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (counts[i] > 0) facts[i].likeness = sums[i] / counts[i];
  }
  return facts;
}

}  // namespace

std::vector<ComparedPair> compare_candidates(const StoryUnits& story,
                                             std::span<const CandidatePair> pairs,
                                             const FactRules& rules, Jobs jobs) {
  const std::vector<ComparedUnit> ready = made_ready(story, jobs);
  std::vector<ComparedPair> compared(pairs.size());
  // Pairs are cheap one by one; a thread takes a block of them.
  constexpr std::size_t block = 256;
  parallel_for(jobs, (pairs.size() + block - 1) / block, [&](std::size_t part) {
    const std::size_t end = std::min(pairs.size(), (part + 1) * block);
    for (std::size_t i = part * block; i < end; ++i) {
      const std::vector<UnitIndex>& a = story.wordings.units[pairs[i].a];
      const std::vector<UnitIndex>& b = story.wordings.units[pairs[i].b];
      const Unit& x = story.units[a.front()];
      const Unit& y = story.units[b.front()];
      ComparedPair& pair = compared[i];
      pair.a = pairs[i].a;
      pair.b = pairs[i].b;
      if (!have_common_ground(ready[pair.a], ready[pair.b])) continue;
      pair.likeness =
          likeness_of_voices(story.report, x, y, compare_units(ready[pair.a], ready[pair.b]));
      if (render_one_utterance(story.report, x, y)) {
        pair.likeness = {.same = surely_same, .about = surely_same};
        continue;
      }
      if (pair.likeness.about >= rules.about && can_contradict(story.report, story.units, a, b))
        pair.conflicts = undoubted_conflicts(story.report, story.tagged, x, y);
    }
  });
  return compared;
}

void add_framings(const StoryUnits& story, std::vector<ComparedPair>& pairs) {
  std::vector<Unit> units;
  units.reserve(story.wordings.units.size());
  for (const auto& same : story.wordings.units) units.push_back(story.units[same.front()]);
  const auto before = [](const ComparedPair& x, const ComparedPair& y) {
    return std::pair(x.a, x.b) < std::pair(y.a, y.b);
  };
  std::vector<ComparedPair> added;
  for (const Framing& each : find_framings(story.report, story.tagged, units)) {
    ComparedPair pair{.a = each.a, .b = each.b, .likeness = {}, .conflicts = {each.conflict}};
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), pair, before);
    const bool known = at != pairs.end() && !before(pair, *at);
    if (known && at->conflicts.empty()) at->conflicts = pair.conflicts;
    if (!known && (added.empty() || before(added.back(), pair))) added.push_back(std::move(pair));
  }
  const auto middle = static_cast<std::ptrdiff_t>(pairs.size());
  pairs.insert(pairs.end(), added.begin(), added.end());
  std::inplace_merge(pairs.begin(), pairs.begin() + middle, pairs.end(), before);
}

Facts join_facts(std::uint32_t wordings, std::span<const ComparedPair> pairs,
                 const FactRules& rules) {
  std::vector<Likeness> likenesses;
  for (const ComparedPair& pair : pairs) {
    const double same = pair.conflicts.empty() ? pair.likeness.same : 0.0;
    const auto value = static_cast<std::int64_t>(std::llround(same * likeness_unit));
    if (value > 0) likenesses.push_back({pair.a, pair.b, value, value});
  }
  const std::vector<std::uint32_t> weights(wordings, 1);
  const std::vector<std::uint32_t> group = join_by_average(
      weights, likenesses, static_cast<std::int64_t>(std::llround(rules.same * likeness_unit)));
  Facts joined;
  std::vector<std::uint32_t> of;
  joined.facts = facts_of(wordings, pairs, group, of);

  return joined;
}

}  // namespace twosource

// Is an agreement between two origins more than one text that both have?
//
// The origin stage counts whose text a sentence is, by what is copied and credited. A statement
// that many write up with small changes escapes it, and so does a short common tail of two
// sentences that tell different things. A false confirmation is the worst answer, so an agreement
// must stand on two clauses that tell the whole, in sentences of different wording. Wording is
// compared by runs of three words (the shingles of Broder 1997).
#include "twosource/claim/independence.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <vector>

namespace twosource {
namespace {

constexpr std::size_t run = 3;
constexpr std::size_t fewest_words = 20;  // shorter ones are alike without copying
constexpr double most_shared = 0.3;
constexpr std::size_t most_tellings = 200;

bool is_whole(const Unit& unit) {
  if (unit.sentence == 0) return true;
  return !unit.action.empty() &&
         std::any_of(unit.participants.begin(), unit.participants.end(), [&](const auto& each) {
           return each.role == Participant::Role::subject && unit.span.contains(each.span);
         });
}

using Runs = std::vector<std::tuple<std::uint64_t, std::uint64_t, std::uint64_t>>;

Runs runs_of(const Report& report, const Unit& unit) {
  const Analysis& analysis = report.analyses[unit.article];
  const Span sentence = analysis.sentences[unit.sentence];
  const auto first =
      std::lower_bound(analysis.words.begin(), analysis.words.end(), sentence.begin,
                       [](const Word& word, std::uint32_t byte) { return word.span.begin < byte; });
  const auto last =
      std::lower_bound(first, analysis.words.end(), sentence.end,
                       [](const Word& word, std::uint32_t byte) { return word.span.begin < byte; });
  Runs runs;
  if (static_cast<std::size_t>(last - first) < fewest_words) return runs;
  for (auto word = first; last - word >= static_cast<std::ptrdiff_t>(run); ++word)
    runs.emplace_back(word[0].hash, word[1].hash, word[2].hash);
  std::sort(runs.begin(), runs.end());
  return runs;
}

bool share_wording(const Runs& a, const Runs& b) {
  if (a.empty() || b.empty()) return false;
  Runs common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  const std::size_t fewer = std::min(a.size(), b.size());
  return static_cast<double>(common.size()) >= most_shared * static_cast<double>(fewer);
}

}  // namespace

bool told_independently(const Report& report, std::span<const Telling> tellings) {
  std::vector<const Telling*> whole;
  std::vector<Runs> runs;
  for (const Telling& telling : tellings) {
    if (whole.size() == most_tellings || !is_whole(*telling.unit)) continue;
    whole.push_back(&telling);
    runs.push_back(runs_of(report, *telling.unit));
  }
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (std::size_t j = i + 1; j < whole.size(); ++j) {
      if (whole[i]->origin != whole[j]->origin && !share_wording(runs[i], runs[j])) return true;
    }
  }
  return false;
}

}  // namespace twosource

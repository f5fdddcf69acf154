// Likeness compares words only. Who says them, and of whom, is known as well, and it tells two
// things apart or together that words do not.
//
// "Was 'very firm' on three goals" and "was 'very firm' in focusing on disarmament, as well as on
// guarantees" are far apart as words. But both are what one spokeswoman said, and both quote "very
// firm": it is one utterance in two renderings. The other way round, "who died in prison" is told
// of two people in one story, in the same words.
#include "twosource/claim/voices.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace twosource {
namespace {

// Below it two sentences of one speaker are two things, whatever they are about.
constexpr double least_alike = 0.4;

std::optional<EntityIndex> speaker_of(const Report& report, const Unit& unit) {
  if (!unit.statement) return std::nullopt;
  const std::optional<Speaker>& speaker = report.statements[*unit.statement].speaker;
  return speaker ? speaker->entity : std::nullopt;
}

/// The persons who do it, in an active sentence.
std::vector<EntityIndex> doers_of(const Report& report, const Unit& unit) {
  std::vector<EntityIndex> doers;
  for (const Participant& participant : unit.participants) {
    if (participant.role != Participant::Role::subject || !participant.entity) continue;
    if (report.entities[*participant.entity].kind == NameKind::person)
      doers.push_back(*participant.entity);
  }
  return doers;
}

/// Do other people do it than in the other one?
bool have_other_doers(const Report& report, const Unit& a, const Unit& b) {
  const std::vector<EntityIndex> x = doers_of(report, a);
  const std::vector<EntityIndex> y = doers_of(report, b);
  return !x.empty() && !y.empty() && std::ranges::find_first_of(x, y) == x.end();
}

/// The words in quotation marks inside a unit, two and more of them in a row.
std::vector<std::vector<std::uint64_t>> quoted_in(const Report& report, const Unit& unit) {
  constexpr std::size_t fewest_words = 2;
  const Analysis& analysis = report.analyses[unit.article];
  std::vector<std::vector<std::uint64_t>> all;
  const auto from = std::ranges::lower_bound(analysis.quotations, unit.span.begin, {},
                                             [](const Quotation& q) { return q.span.end; });
  for (auto quotation = from; quotation != analysis.quotations.end(); ++quotation) {
    if (quotation->span.begin >= unit.span.end) break;
    std::vector<std::uint64_t> words;
    const Span content = quotation->content;
    auto word = std::ranges::lower_bound(analysis.words, content.begin, {},
                                         [](const Word& w) { return w.span.begin; });
    for (; word != analysis.words.end() && word->span.end <= content.end; ++word)
      words.push_back(word->hash);
    if (words.size() >= fewest_words) all.push_back(std::move(words));
  }
  return all;
}

using Hashes = std::vector<std::uint64_t>;

bool is_part_of(const Hashes& part, const Hashes& whole) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

/// Does a quotation inside one stand word for word in one of the other?
bool quote_the_same(const Report& report, const Unit& a, const Unit& b) {
  const auto x = quoted_in(report, a);
  const auto y = quoted_in(report, b);
  return std::ranges::any_of(x, [&](const auto& one) {
    return std::ranges::any_of(
        y, [&](const auto& other) { return is_part_of(one, other) || is_part_of(other, one); });
  });
}

}  // namespace

UnitLikeness likeness_of_voices(const Report& report, const Unit& a, const Unit& b,
                                UnitLikeness words) {
  const bool one_says_not = a.negated != b.negated && a.verb == b.verb;
  if (one_says_not || have_other_doers(report, a, b)) {
    words.same = 0.0;
    return words;
  }
  const std::optional<EntityIndex> speaker = speaker_of(report, a);
  if (!speaker || speaker != speaker_of(report, b) || words.about <= words.same) return words;
  if (quote_the_same(report, a, b)) {
    words.same = words.about;
  } else if (words.same >= least_alike) {
    words.same = (words.same + words.about) / 2;
  }
  return words;
}

}  // namespace twosource

// What size are the things that two accounts have in common?
//
// A clause is the smallest. But one reporter writes "was very firm on three goals: disarmament,
// guarantees and the return of the dead" and another "was firm in asking for disarmament, as well
// as for guarantees and the return of the dead", and clause borders fall where the commas do. Cut
// to clauses, the two have halves that match nothing; as a whole they say the same. And a long
// sentence may share one clause of four with another account. So both sizes are compared, and what
// comes out twice is dropped afterwards (overlaps).
#include "twosource/claim/tellings.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "twosource/base/unicode.hpp"

namespace twosource {
namespace {

// With fewer content words it is a part of something: "by working groups", "the mayor said".
constexpr std::size_t fewest_words = 3;

std::span<const Token> tokens_of(std::span<const TaggedText> tagged, const Unit& unit) {
  return std::span(tagged[unit.article].tokens)
      .subspan(unit.token_begin, unit.token_end - unit.token_begin);
}

/// "Asked whether she knew him": who asks tells nothing.
bool asks(std::string_view text, std::span<const Token> tokens) {
  const auto is = [&](std::size_t i, std::string_view word) {
    return i < tokens.size() && fold(slice(text, tokens[i].span)) == word;
  };
  if (is(0, "asked") || (is(0, "when") && is(1, "asked"))) return true;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is(i, "whether")) return true;
  }
  return false;
}

/// "(Nobody saw) the captain take money": without the words before it, it is false.
bool is_bare(std::span<const Token> tokens, const Unit& unit) {
  for (const Token& token : tokens) {
    if (token.span.begin >= unit.action.begin) return token.part == PartOfSpeech::vb;
    if (is_verb(token.part) || token.part == PartOfSpeech::md || token.part == PartOfSpeech::to)
      return false;
  }
  return false;
}

/// Does somebody or something do it, or is it done to? "To answer the question", "according to the
/// committee" are parts of something else.
bool has_subject(const Unit& unit) {
  return !unit.action.empty() &&
         std::ranges::any_of(unit.participants, [&](const Participant& participant) {
           return participant.span.begin < unit.action.begin;
         });
}

bool tells_enough(std::span<const Token> tokens, const Unit& unit) {
  // "Killing at least 20 people" is a part as well, but one that is worth comparing.
  const bool stands_alone = unit.sentence == 0 || !unit.quantities.empty() || has_subject(unit);
  if (!stands_alone || is_bare(tokens, unit)) return false;
  std::vector<std::uint64_t> lemmas = unit.lemmas;
  std::ranges::sort(lemmas);
  const auto end = std::unique(lemmas.begin(), lemmas.end());
  return static_cast<std::size_t>(end - lemmas.begin()) >= fewest_words;
}

bool goes_on(const Unit& unit, const Unit& next) {
  return unit.article == next.article && unit.sentence == next.sentence &&
         unit.statement == next.statement;
}

template <typename Slot>
void append(std::vector<Slot>& slots, const std::vector<Slot>& more) {
  slots.insert(slots.end(), more.begin(), more.end());
}

Unit whole_of(std::span<const Unit> run) {
  Unit whole = run.front();
  for (const Unit& unit : run.subspan(1)) {
    if (whole.action.empty() && !unit.action.empty()) {
      whole.action = unit.action;
      whole.verb = unit.verb;
      whole.negated = unit.negated;
      whole.modality = unit.modality;
    }
    whole.span.end = unit.span.end;
    whole.token_end = unit.token_end;
    append(whole.participants, unit.participants);
    append(whole.quantities, unit.quantities);
    append(whole.times, unit.times);
    append(whole.lemmas, unit.lemmas);
  }
  return whole;
}

/// A sentence as a whole, if parts of it are somebody's words, others are not, and the first are
/// all of one statement: "Orlo said the dam was safe, and pointed at the wall". It is told in the
/// name of who said it, so that it confirms nothing.
std::optional<Unit> mixed_sentence(std::span<const Unit> sentence) {
  std::optional<StatementIndex> statement;
  bool told = false;
  for (const Unit& unit : sentence) {
    told = told || !unit.statement;
    if (!unit.statement || statement == unit.statement) continue;
    if (statement) return std::nullopt;
    statement = unit.statement;
  }
  if (!told || !statement) return std::nullopt;
  Unit whole = whole_of(sentence);
  whole.statement = statement;
  return whole;
}

std::span<const Unit> sentence_at(std::span<const Unit> units, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < units.size() && units[end].article == units[begin].article &&
         units[end].sentence == units[begin].sentence) {
    ++end;
  }
  return units.subspan(begin, end - begin);
}

}  // namespace

std::vector<Unit> tellings_of(const Report& report, std::span<const TaggedText> tagged,
                              std::vector<Unit> units) {
  std::erase_if(units, [&](const Unit& unit) {
    return unit.modality == Modality::question ||
           asks(report.articles[unit.article].text, tokens_of(tagged, unit));
  });
  std::vector<Unit> tellings;
  for (std::size_t begin = 0; begin < units.size();) {
    const std::span<const Unit> sentence = sentence_at(units, begin);
    if (std::optional<Unit> whole = mixed_sentence(sentence)) tellings.push_back(*std::move(whole));
    begin += sentence.size();
  }
  for (std::size_t begin = 0; begin < units.size();) {
    std::size_t end = begin + 1;
    while (end < units.size() && goes_on(units[end - 1], units[end])) ++end;
    if (end - begin > 1 && !is_bare(tokens_of(tagged, units[begin]), units[begin]))
      tellings.push_back(whole_of(std::span(units).subspan(begin, end - begin)));
    for (; begin < end; ++begin) {
      if (tells_enough(tokens_of(tagged, units[begin]), units[begin]))
        tellings.push_back(units[begin]);
    }
  }
  std::ranges::stable_sort(tellings, {}, [](const Unit& unit) {
    return std::tuple(unit.article, unit.span.begin, ~unit.span.end);
  });
  return tellings;
}

}  // namespace twosource

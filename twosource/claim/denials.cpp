// Who denies what whom has said?
//
// "North Korea says the envoys acted like gangsters." "The secretary has dismissed accusations by
// North Korea that he engaged in gangster-like behaviour." The verbs have nothing in common, so a
// comparison of what is told does not see it; but the second sentence says itself that it answers
// somebody. It is found by its form: a verb of rejecting with a noun of accusing as its object, and
// the name of the accuser. What it answers is what this accuser says elsewhere, if the denied words
// have a rare word in common with that. Without the accuser's name it would be guesswork: courts
// reject charges, and whose they are stands far away.
#include "twosource/claim/denials.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "twosource/base/embedded.hpp"
#include "twosource/claim/lemmas.hpp"
#include "twosource/text/frequencies.hpp"
#include "twosource/text/words.hpp"

TWOSOURCE_EMBEDDED(denials)

namespace twosource {
namespace {

using enum PartOfSpeech;

constexpr double rare = 5.0;            // idf: in one of 150 articles
constexpr std::uint32_t to_object = 4;  // "rejected all such claims"
constexpr std::size_t most_statements = 2000;
constexpr double surely_about = 0.85;

enum class DenialWord : std::uint8_t { rejects, accusation };
constexpr std::array<std::string_view, 2> class_names = {"rejects", "accusation"};

const std::map<std::uint64_t, DenialWord>& denial_words() {
  static const std::map<std::uint64_t, DenialWord> words = [] {
    std::map<std::uint64_t, DenialWord> read;
    std::string_view table = denials();
    while (!table.empty()) {
      std::string_view line = table.substr(0, table.find('\n'));
      table.remove_prefix(std::min(table.size(), line.size() + 1));
      const std::size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string_view::npos) continue;
      const auto name = std::find(class_names.begin(), class_names.end(), line.substr(0, tab));
      for (line.remove_prefix(tab + 1); !line.empty();) {
        const std::string_view word = line.substr(0, line.find(' '));
        line.remove_prefix(std::min(line.size(), word.size() + 1));
        read.emplace(hash_folded(word), static_cast<DenialWord>(name - class_names.begin()));
      }
    }
    return read;
  }();
  return words;
}

// A unit with its text.
struct Side {
  Side(const StoryUnits& story, std::uint32_t which)
      : wording(which),
        unit(story.units[story.wordings.units[which].front()]),
        text(story.report.articles[unit.article].text),
        tagged(story.tagged[unit.article]) {}

  [[nodiscard]] const Token& token(std::uint32_t i) const { return tagged.tokens[i]; }
  [[nodiscard]] bool is(std::uint32_t i, DenialWord kind) const {
    const auto found = denial_words().find(lemma_hash(slice(text, token(i).span), token(i).part));
    return found != denial_words().end() && found->second == kind;
  }
  [[nodiscard]] std::uint32_t sentence_end() const {
    const auto behind = std::upper_bound(tagged.sentence_ends.begin(), tagged.sentence_ends.end(),
                                         unit.token_begin);
    return behind == tagged.sentence_ends.end() ? static_cast<std::uint32_t>(tagged.tokens.size())
                                                : *behind;
  }

  std::uint32_t wording;
  const Unit& unit;
  std::string_view text;
  const TaggedText& tagged;
};

// The rare words of some tokens with their idf; "gangster-like" has "gangster".
std::set<std::uint64_t> rare_words(const Side& side, std::uint32_t begin, std::uint32_t end) {
  const WordFrequencies& frequencies = WordFrequencies::background("en");
  std::set<std::uint64_t> words;
  for (std::uint32_t i = begin; i < end; ++i) {
    const Token& token = side.token(i);
    if (is_proper_noun(token.part) || !(is_noun(token.part) || is_verb(token.part) ||
                                        is_adjective(token.part) || is_adverb(token.part))) {
      continue;
    }
    std::string_view word = slice(side.text, token.span);
    while (!word.empty()) {
      const std::size_t hyphen = word.find('-');
      const std::string_view part = word.substr(0, hyphen);
      const std::uint64_t lemma =
          lemma_hash(part, hyphen == std::string_view::npos ? token.part : PartOfSpeech::nn);
      const double idf = frequencies.idf(lemma);
      if (part.size() > 3 && idf >= rare) words.insert(lemma);
      word = hyphen == std::string_view::npos ? std::string_view() : word.substr(hyphen + 1);
    }
  }
  return words;
}

struct Denial {
  Side side;
  Span words;  // "has dismissed accusations"
  std::optional<EntityIndex> denier;
  std::optional<EntityIndex> accuser;  // if the sentence names one
  std::set<std::uint64_t> denied;
};

std::optional<EntityIndex> speaker_of(const Report& report, const Unit& unit) {
  if (!unit.statement) return std::nullopt;
  const std::optional<Speaker>& speaker = report.statements[*unit.statement].speaker;
  return speaker ? speaker->entity : std::nullopt;
}

std::optional<EntityIndex> subject_of(const Unit& unit) {
  for (const Participant& each : unit.participants) {
    if (each.role == Participant::Role::subject && each.entity) return each.entity;
  }
  return std::nullopt;
}

// Named behind the accusation: "accusations by North Korea that ...".
std::optional<EntityIndex> named_behind(const Unit& unit, std::uint32_t byte, EntityIndex denier) {
  for (const Participant& each : unit.participants) {
    if (each.span.begin >= byte && each.entity && each.entity != denier) return each.entity;
  }
  return std::nullopt;
}

// "By" or "from" between the accusation and the accuser.
bool is_by(const Side& side, std::uint32_t token) {
  if (token >= side.unit.token_end) return false;
  const std::string_view word = slice(side.text, side.token(token).span);
  return word == "by" || word == "from";
}

// "Has dismissed accusations by North Korea that ...".
std::optional<Denial> rejection(const Side& side) {
  const Unit& unit = side.unit;
  if (unit.negated || unit.modality != Modality::fact) return std::nullopt;
  for (std::uint32_t i = unit.token_begin; i < unit.token_end; ++i) {
    if (!is_verb(side.token(i).part) || !side.is(i, DenialWord::rejects)) continue;
    for (std::uint32_t j = i + 1; j < std::min(unit.token_end, i + 1 + to_object); ++j) {
      if (!side.is(j, DenialWord::accusation)) continue;
      const auto denier = subject_of(unit);
      if (!denier || !is_by(side, j + 1)) return std::nullopt;
      const auto accuser = named_behind(unit, side.token(j).span.end, *denier);
      if (!accuser) return std::nullopt;
      return Denial{side,
                    {side.token(i).span.begin, side.token(j).span.end},
                    *denier,
                    *accuser,
                    rare_words(side, j + 1, side.sentence_end())};
    }
  }
  return std::nullopt;
}

// What a named speaker says, with its rare words.
struct Said {
  Side side;
  EntityIndex speaker = 0;
  std::set<std::uint64_t> words;
};

bool answers(const Denial& denial, const Said& said) {
  const Unit& there = said.side.unit;
  const Unit& here = denial.side.unit;
  if (there.article == here.article && there.sentence == here.sentence) return false;
  return said.speaker == denial.accuser &&
         std::any_of(denial.denied.begin(), denial.denied.end(),
                     [&](std::uint64_t lemma) { return said.words.contains(lemma); });
}

ComparedPair pair_of(const Report& report, const Said& said, const Denial& denial) {
  SlotConflict conflict{
      .kind = ConflictKind::polarity,
      .a = said.side.unit.span,
      .b = denial.words,
      .note = fmt::format("{} says so, {} denies it", report.entities[said.speaker].name,
                          denial.denier ? report.entities[*denial.denier].name : "another")};
  ComparedPair pair{
      said.side.wording, denial.side.wording, {.same = 0.0, .about = surely_about}, {}};
  conflict.told_b = speaker_of(report, denial.side.unit) != denial.denier;
  if (pair.b < pair.a) {
    std::swap(pair.a, pair.b);
    std::swap(conflict.a, conflict.b);
    std::swap(conflict.told_a, conflict.told_b);
  }
  pair.conflicts.push_back(std::move(conflict));
  return pair;
}

}  // namespace

std::vector<ComparedPair> compare_denials(const StoryUnits& story) {
  std::vector<Denial> denials;
  std::vector<Said> statements;
  for (std::uint32_t w = 0; w < story.wordings.units.size(); ++w) {
    const Side side(story, w);
    if (std::optional<Denial> denial = rejection(side)) {
      denials.push_back(std::move(*denial));
      continue;
    }
    const auto speaker = speaker_of(story.report, side.unit);
    if (!speaker || side.unit.negated || statements.size() >= most_statements) continue;
    auto words = rare_words(side, side.unit.token_begin, side.unit.token_end);
    if (!words.empty()) statements.push_back({side, *speaker, std::move(words)});
  }
  std::vector<ComparedPair> pairs;
  for (const Denial& denial : denials) {
    for (const Said& said : statements) {
      if (answers(denial, said)) pairs.push_back(pair_of(story.report, said, denial));
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const ComparedPair& x, const ComparedPair& y) {
    return std::tuple(x.a, x.b) < std::tuple(y.a, y.b);
  });
  return pairs;
}

}  // namespace twosource

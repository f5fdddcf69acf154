// Typed comparison looks at one slot of two units. Some of what it finds is no conflict as soon as
// one looks at the words that are shown, at whose they are, or at what stands around them.
//
// - A quotation that two articles print is one utterance, whatever days "last night" comes to.
// - "Ever" and "any" stand in questions and denials only, so "(denied) she ever saw anything"
//   affirms nothing, even where the denial is out of sight (negative polarity items).
// - What stands under a denial or a condition outside of the unit ("there is no evidence that ...")
//   is no side.
// - A place or a person in dispute has a name, and names have capitals.
// - "Israeli Defense Forces" and "Israel Defence Forces" are one speaker.
#include "twosource/claim/doubts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "twosource/base/unicode.hpp"
#include "twosource/claim/lemmas.hpp"
#include "twosource/claim/unit_words.hpp"

namespace twosource {
namespace {

std::string_view text_of(const Report& report, const Unit& unit) {
  return report.articles[unit.article].text;
}

/// What stands for the statement among those with the same words.
std::optional<StatementIndex> utterance_of(const Report& report, const Unit& unit) {
  if (!unit.statement) return std::nullopt;
  return report.statements[*unit.statement].same_as.value_or(*unit.statement);
}

/// Does it say that something is so, in words that are used only where it is not, or asked?
bool affirms_nothing(std::string_view text, const TaggedText& tagged, const Unit& unit) {
  constexpr std::array<std::string_view, 5> words = {"ever", "any", "anything", "anyone",
                                                     "anybody"};
  if (unit.negated) return false;
  for (std::uint32_t i = unit.token_begin; i < unit.token_end; ++i) {
    const std::string word = fold(slice(text, tagged.tokens[i].span));
    if (std::ranges::find(words, word) != words.end()) return true;
  }
  return false;
}

/// Does a word before it in its sentence deny what it says, or suppose it: "no evidence that ...",
/// "if she had ..."? Then it is no side of its own.
bool hangs_on_denial(std::string_view text, const TaggedText& tagged, const Unit& unit) {
  const auto behind = std::ranges::upper_bound(tagged.sentence_ends, unit.token_begin);
  const std::uint32_t first = behind == tagged.sentence_ends.begin() ? 0 : *(behind - 1);
  for (std::uint32_t i = first; i < unit.token_begin; ++i) {
    const Token& token = tagged.tokens[i];
    const std::uint64_t lemma = lemma_hash(slice(text, token.span), token.part);
    for (const UnitWord kind : {UnitWord::negative, UnitWord::none, UnitWord::denies,
                                UnitWord::without, UnitWord::condition}) {
      if (is_word(lemma, kind)) return true;
    }
  }
  return false;
}

/// Is a unit no side, for what stands before it? One that is denied from there ("denied that it
/// fell") is a side; not so where it has a denial of its own as well ("no evidence that it did
/// not").
bool hangs(std::string_view text, const TaggedText& tagged, const Unit& unit) {
  if (!hangs_on_denial(text, tagged, unit)) return false;
  if (!unit.negated) return true;
  for (std::uint32_t i = unit.token_begin; i < unit.token_end; ++i) {
    const Token& token = tagged.tokens[i];
    if (is_word(lemma_hash(slice(text, token.span), token.part), UnitWord::negative)) return true;
  }
  return false;
}

/// Does the text show the denial in the words that stand for it, or in the cue of a statement?
bool shows_denial(const Report& report, std::string_view words, const Unit& unit) {
  if (!unit.negated) return true;
  constexpr std::array<std::string_view, 14> denials = {
      "not",  "n't",  "n’t",    "never",   "no",  "nobody",  "nothing",
      "none", "fail", "refuse", "neither", "nor", "without", "cannot"};
  const std::string folded = fold(words);
  if (std::ranges::any_of(
          denials, [&](std::string_view word) { return folded.find(word) != std::string::npos; })) {
    return true;
  }
  return unit.statement && !report.statements[*unit.statement].cue.empty();
}

bool has_capital(std::string_view words) {
  return std::ranges::any_of(words, [](char c) {
    // What is not ASCII may be one.
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

/// "IDF" of "Israel Defence Forces"; nothing of fewer than two words.
std::string initials(std::string_view name) {
  std::string letters;
  bool begins = true;
  for (const char c : name) {
    if (begins && c >= 'A' && c <= 'Z') letters += c;
    begins = c == ' ';
  }
  return letters.size() < 2 ? std::string() : letters;
}

bool have_one_speaker(const Report& report, const Unit& a, const Unit& b) {
  if (!a.statement || !b.statement) return false;
  const auto& x = report.statements[*a.statement].speaker;
  const auto& y = report.statements[*b.statement].speaker;
  if (!x || !y) return false;
  const std::string letters = initials(x->name);
  return x->name == y->name || (!letters.empty() && letters == initials(y->name));
}

}  // namespace

std::vector<SlotConflict> undoubted_conflicts(const Report& report,
                                              std::span<const TaggedText> tagged, const Unit& a,
                                              const Unit& b) {
  std::vector<SlotConflict> conflicts = find_conflicts(report, tagged, a, b);
  if (conflicts.empty()) return conflicts;
  const std::optional<StatementIndex> x = utterance_of(report, a);
  const bool one_utterance = x && x == utterance_of(report, b);
  const bool nothing_affirmed = affirms_nothing(text_of(report, a), tagged[a.article], a) ||
                                affirms_nothing(text_of(report, b), tagged[b.article], b);
  const bool hanging = hangs(text_of(report, a), tagged[a.article], a) ||
                       hangs(text_of(report, b), tagged[b.article], b);
  std::erase_if(conflicts, [&](const SlotConflict& conflict) {
    const std::string_view words_a = slice(text_of(report, a), conflict.a);
    const std::string_view words_b = slice(text_of(report, b), conflict.b);
    switch (conflict.kind) {
      case ConflictKind::attribution:
        return have_one_speaker(report, a, b);
      case ConflictKind::polarity:
        return one_utterance || nothing_affirmed || hanging || words_a == words_b ||
               !shows_denial(report, words_a, a) || !shows_denial(report, words_b, b);
      case ConflictKind::name:
      case ConflictKind::place:
        return one_utterance || words_a == words_b || !has_capital(words_a) ||
               !has_capital(words_b) || words_a.starts_with("the ") || words_b.starts_with("the ");
      default:
        return one_utterance || words_a == words_b;
    }
  });
  return conflicts;
}

}  // namespace twosource

// What the models of names look at.
//
// A token's word, shape, part of speech and neighbours; the run of capitalised words around it:
// what it begins and ends with, what stands before and behind it; classes of words and lists of
// names in place of the words themselves; and in the second reading what was found in the first.
// Small words that stand beside no capital are hardly ever part of a name, so little is asked of
// them.
#include <cstdint>

#include "twosource/text/name_view.hpp"
#include "twosource/text/names.hpp"

namespace twosource {
namespace {

// The numbers of the features; part of the models.
enum Template : std::uint32_t {
  word_here = 1,
  word_before,
  word_behind,
  word_two_before,
  word_two_behind,
  words_before,
  words_behind,
  last_two,
  last_three,
  last_four,
  first_three,
  ending_before,
  ending_behind,
  shape_here,
  shapes_before,
  shapes_behind,
  shapes_around,
  part_here,
  part_before,
  part_behind,
  parts_around,
  kind_and_shape,
  kind_before,
  kind_behind,
  run_place,
  run_first,
  run_last,
  run_before,
  run_behind,
  run_whole,
  elsewhere,
  elsewhere_and_shape,
  headline,
  memory_here,
  memory_before,
  memory_behind,
  memory_and_shape,
  memories,
  memory_of_run,
  known_name,
  known_name_before,
  known_name_behind,
  known_name_of_run,
  person_here,
  person_before,
  person_behind,
  run_before_and_last,
  run_last_and_behind,
  run_memory,
  run_memory_and_place,
  class_here,
  class_before,
  class_behind,
  class_two_before,
  class_two_behind,
  classes_before,
  classes_behind,
  classes_around,
  coarse_before,
  coarse_behind,
  capitals_here,
  capitals_elsewhere,
  capitals_of_run,
  class_of_first,
  class_of_last,
  class_before_run,
  class_behind_run,
  class_before_and_last,
  class_last_and_behind,
  lists_here,
  lists_before,
  lists_behind,
  lists_of_run,
  listed_place,
  headline_part,
  headline_class,
  explained_here,
  explained_around,
};

const NameToken& at(std::span<const NameToken> tokens, std::size_t i, int offset) {
  static const NameToken outside{.facts = {.word = 1, .kind = 1}};
  const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(i) + offset;
  const bool inside = place >= 0 && place < static_cast<std::ptrdiff_t>(tokens.size());
  return inside ? tokens[static_cast<std::size_t>(place)] : outside;
}

void add_word_features(std::span<const NameToken> tokens, std::size_t i, FeatureRows& rows) {
  const auto token = [&](int offset) -> const NameToken& { return at(tokens, i, offset); };
  const auto facts = [&](int offset) -> const TokenFacts& { return at(tokens, i, offset).facts; };
  const auto part = [&](int offset) { return at(tokens, i, offset).part; };
  rows.add(feature_of(word_here, facts(0).word));
  rows.add(feature_of(word_before, facts(-1).word));
  rows.add(feature_of(word_behind, facts(1).word));
  rows.add(feature_of(word_two_before, facts(-2).word));
  rows.add(feature_of(word_two_behind, facts(2).word));
  rows.add(feature_of(words_before, facts(-1).word, facts(0).word));
  rows.add(feature_of(words_behind, facts(0).word, facts(1).word));
  rows.add(feature_of(last_two, facts(0).last(2), token(0).capitalised() ? 1 : 0));
  rows.add(feature_of(last_three, facts(0).last(3), token(0).capitalised() ? 1 : 0));
  rows.add(feature_of(last_four, facts(0).ending, token(0).capitalised() ? 1 : 0));
  rows.add(feature_of(first_three, facts(0).beginning, token(0).capitalised() ? 1 : 0));
  rows.add(feature_of(ending_before, facts(-1).last(3), token(-1).capitalised() ? 1 : 0));
  rows.add(feature_of(ending_behind, facts(1).last(3), token(1).capitalised() ? 1 : 0));
  rows.add(feature_of(shape_here, facts(0).shape, i == 0 ? 1 : 0));
  rows.add(feature_of(shapes_before, facts(-2).shape * 256U + facts(-1).shape, facts(0).shape));
  rows.add(feature_of(shapes_behind, facts(2).shape * 256U + facts(1).shape, facts(0).shape));
  rows.add(feature_of(shapes_around, facts(-1).shape * 256U + facts(1).shape, facts(0).shape));
  rows.add(feature_of(part_here, part(0)));
  rows.add(feature_of(part_before, part(-1), part(0)));
  rows.add(feature_of(part_behind, part(0), part(1)));
  rows.add(feature_of(parts_around, part(-1) << 8U | part(0), part(1)));
  rows.add(feature_of(kind_and_shape, facts(0).kind, facts(0).shape));
  rows.add(feature_of(kind_before, facts(-1).kind, facts(0).shape));
  rows.add(feature_of(kind_behind, facts(1).kind, facts(0).shape));
  rows.add(feature_of(known_name, facts(0).names, facts(0).shape));
  rows.add(feature_of(known_name_before, facts(-1).names, facts(0).names << 8U | facts(0).shape));
  rows.add(feature_of(known_name_behind, facts(1).names, facts(0).names << 8U | facts(0).shape));
}

// What the lexicon knows of persons: "spokesman" before, a woman's name here.
void add_person_features(std::span<const NameToken> tokens, std::size_t i, FeatureRows& rows) {
  const auto facts = [&](int offset) -> const TokenFacts& { return at(tokens, i, offset).facts; };
  rows.add(feature_of(person_here, facts(0).persons, facts(0).shape));
  rows.add(feature_of(person_before, facts(-1).persons << 8U | facts(0).persons, facts(0).shape));
  rows.add(feature_of(person_behind, facts(1).persons << 8U | facts(0).persons, facts(0).shape));
}

// What unlabelled news tells of the words.
void add_class_features(std::span<const NameToken> tokens, std::size_t i, FeatureRows& rows) {
  const auto like = [&](int offset) -> const WordClass& { return at(tokens, i, offset).like; };
  const NameToken& here = tokens[i];
  const std::uint64_t shape = here.facts.shape;
  rows.add(feature_of(class_here, like(0).fine, here.capitalised() ? 1 : 0));
  rows.add(feature_of(class_before, like(-1).fine));
  rows.add(feature_of(class_behind, like(1).fine));
  rows.add(feature_of(class_two_before, like(-2).fine, like(-1).coarse));
  rows.add(feature_of(class_two_behind, like(2).fine, like(1).coarse));
  rows.add(feature_of(classes_before, like(-1).fine, like(0).fine));
  rows.add(feature_of(classes_behind, like(0).fine, like(1).fine));
  rows.add(feature_of(classes_around, like(-1).coarse * 256U + like(0).coarse, like(1).coarse));
  rows.add(feature_of(coarse_before, like(-1).coarse, shape));
  rows.add(feature_of(coarse_behind, like(1).coarse, shape));
  rows.add(feature_of(capitals_here, like(0).capitals, shape * 2U + (i == 0 ? 1 : 0)));
  rows.add(feature_of(capitals_elsewhere, like(0).capitals,
                      here.elsewhere * 4U + (here.capitalised() ? 2U : 0U) + (i == 0 ? 1U : 0U)));
}

void add_list_features(std::span<const NameToken> tokens, std::size_t i, FeatureRows& rows) {
  const auto lists = [&](int offset) { return std::uint64_t{at(tokens, i, offset).lists}; };
  const NameToken& here = tokens[i];
  rows.add(feature_of(lists_here, lists(0), here.facts.shape * 2U + (i == 0 ? 1 : 0)));
  const auto explained = [&](int offset) { return std::uint64_t{at(tokens, i, offset).explained}; };
  if (here.explained != 0) {
    rows.add(feature_of(explained_here, explained(0), here.like.coarse));
    rows.add(feature_of(explained_around, explained(-1) << 8U | explained(0), explained(1)));
  }
  rows.add(feature_of(lists_before, lists(-1), lists(0)));
  rows.add(feature_of(lists_behind, lists(0), lists(1)));
  if (here.in_place != 0) rows.add(feature_of(listed_place, here.in_place));
}

void add_class_features_of_run(std::span<const NameToken> tokens, std::size_t i,
                               FeatureRows& rows) {
  const NameToken& here = tokens[i];
  const std::size_t place = i - here.run_begin;
  const std::uint64_t later = place == 0 ? 0 : 1;
  const NameToken& before = at(tokens, i, -static_cast<int>(place) - 1);
  const NameToken& behind = at(tokens, i, static_cast<int>(here.run_end - i));
  const NameToken& first = tokens[here.run_begin];
  const NameToken& last = tokens[here.run_end - 1];
  rows.add(feature_of(class_of_first, first.like.fine, later));
  rows.add(feature_of(class_of_last, last.like.fine, later));
  rows.add(feature_of(class_before_run, before.like.fine, later));
  rows.add(feature_of(class_behind_run, behind.like.fine, later));
  rows.add(feature_of(class_before_and_last, before.like.coarse,
                      std::uint64_t{last.like.fine} * 2 + later));
  rows.add(feature_of(class_last_and_behind, last.like.fine,
                      std::uint64_t{behind.like.coarse} * 2 + later));
  rows.add(feature_of(lists_of_run, first.lists * 256U + last.lists,
                      place * 16 + (here.run_end - here.run_begin)));
}

void add_run_features(std::span<const NameToken> tokens, std::size_t i, bool headline_case,
                      FeatureRows& rows) {
  const NameToken& here = tokens[i];
  rows.add(feature_of(elsewhere, here.elsewhere));
  rows.add(
      feature_of(elsewhere_and_shape, here.elsewhere, here.facts.shape * 2U + (i == 0 ? 1 : 0)));
  rows.add(feature_of(headline, headline_case ? 1 : 0, here.facts.shape));
  if (headline_case) {
    rows.add(feature_of(headline_part, here.part, here.facts.shape));
    rows.add(feature_of(headline_class, here.like.coarse, here.facts.shape));
  }
  if (here.run_begin == here.run_end) return;
  const std::size_t size = here.run_end - here.run_begin;
  const std::size_t place = i - here.run_begin;
  const auto at_end = static_cast<int>(here.run_end - i);
  const auto to_begin = -static_cast<int>(place);
  std::uint64_t whole = 0;
  for (std::size_t k = here.run_begin; k < here.run_end; ++k)
    whole = feature_of(run_whole, whole, tokens[k].facts.word);
  rows.add(feature_of(run_place, place * 16 + size));
  rows.add(feature_of(run_first, tokens[here.run_begin].facts.word, place == 0 ? 0 : 1));
  rows.add(feature_of(run_last, tokens[here.run_end - 1].facts.word, place == 0 ? 0 : 1));
  rows.add(feature_of(run_before, at(tokens, i, to_begin - 1).facts.word, place == 0 ? 0 : 1));
  rows.add(feature_of(run_behind, at(tokens, i, at_end).facts.word, place == 0 ? 0 : 1));
  const std::uint64_t last = tokens[here.run_end - 1].facts.word;
  rows.add(feature_of(run_before_and_last, at(tokens, i, to_begin - 1).facts.word, last));
  rows.add(feature_of(run_last_and_behind, last, at(tokens, i, at_end).facts.word));
  rows.add(feature_of(run_whole, whole, place));
  add_class_features_of_run(tokens, i, rows);
  rows.add(feature_of(known_name_of_run, tokens[here.run_end - 1].facts.names, place * 16 + size));
}

void add_memory_features(std::span<const NameToken> tokens, std::size_t i, FeatureRows& rows) {
  const auto memory = [&](int offset) { return at(tokens, i, offset).memory; };
  const NameToken& here = tokens[i];
  rows.add(feature_of(memory_here, memory(0)));
  rows.add(feature_of(memory_before, memory(-1), memory(0)));
  rows.add(feature_of(memory_behind, memory(0), memory(1)));
  rows.add(feature_of(memory_and_shape, memory(0), here.facts.shape));
  rows.add(feature_of(memories, memory(-1) << 8U | memory(0), memory(1)));
  if (here.run_begin == here.run_end) return;
  rows.add(feature_of(memory_of_run, memory(0), tokens[here.run_end - 1].memory));
  rows.add(feature_of(run_memory, here.run_memory));
  rows.add(feature_of(run_memory_and_place, here.run_memory, i - here.run_begin));
}

// Whether a token stands beside no capital and no number: hardly ever part of a name.
bool is_dull(std::span<const NameToken> tokens, std::size_t i) {
  constexpr std::uint8_t telling = shape_capital | shape_digit | shape_not_ascii | shape_capitals;
  for (const int offset : {-1, 0, 1}) {
    if ((at(tokens, i, offset).facts.shape & telling) != 0) return false;
  }
  return true;
}

void add_dull_features(std::span<const NameToken> tokens, std::size_t i, FeatureRows& rows) {
  const NameToken& here = tokens[i];
  rows.add(feature_of(word_here, here.facts.word));
  rows.add(feature_of(shape_here, here.facts.shape, i == 0 ? 1 : 0));
  rows.add(feature_of(part_here, here.part));
  rows.add(feature_of(class_here, here.like.fine, 0));
}

void add_sentence(const NameView::Sentence& sentence, bool second, FeatureRows& rows) {
  const std::span<const NameToken> tokens = sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!sentence.headline && is_dull(tokens, i)) {
      add_dull_features(tokens, i, rows);
    } else {
      add_word_features(tokens, i, rows);
      add_person_features(tokens, i, rows);
      add_class_features(tokens, i, rows);
      add_list_features(tokens, i, rows);
      add_run_features(tokens, i, sentence.headline, rows);
      if (second) add_memory_features(tokens, i, rows);
    }
    rows.end_row();
  }
}

}  // namespace

void add_name_features(std::string_view text, const TaggedText& tagged, std::span<const Tag> first,
                       FeatureRows& rows) {
  const NameView view(text, tagged, first);
  for (std::size_t i = 0; i < view.sentence_count(); ++i)
    add_sentence(view.sentence(i), !first.empty(), rows);
}

}  // namespace twosource

// Noun or verb? The Penn Treebank's tags for English tokens.
//
// A linear model over sequences (base/sequence.hpp), trained on GUM by `twosource bench train-pos`.
// What it is asked of a token: the word and its neighbours, its ending and shape, and what WordNet
// says that it and its neighbours can be, which tells a verb that the training texts never had.
#include "twosource/text/parts_of_speech.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdlib>

#include "twosource/base/embedded.hpp"
#include "twosource/text/token_facts.hpp"

TWOSOURCE_EMBEDDED(part_of_speech_en)

namespace twosource {
namespace {

// By number of the enum.
constexpr std::array<std::string_view, part_of_speech_count> names = {
    "CC",  "CD",  "DT",   "EX",    "FW",    "IN",  "JJ",   "JJR",  "JJS", "LS",  "MD",  "NN",
    "NNS", "NNP", "NNPS", "PDT",   "POS",   "PRP", "PRP$", "RB",   "RBR", "RBS", "RP",  "SYM",
    "TO",  "UH",  "VB",   "VBD",   "VBG",   "VBN", "VBP",  "VBZ",  "WDT", "WP",  "WP$", "WRB",
    ",",   ".",   ":",    "-LRB-", "-RRB-", "``",  "''",   "HYPH", "$",   "XX"};

// Of 46 tags the words favour, as many as this are looked at; more change next to no answer.
constexpr std::size_t width = 6;

// The numbers of the features; part of the models.
enum Template : std::uint32_t {
  word = 1,
  word_before,
  word_behind,
  word_two_before,
  word_two_behind,
  words_before,
  words_behind,
  words_around,
  last_one,
  last_two,
  last_three,
  last_four,
  first_three,
  shape,
  shape_and_place,
  shape_and_ending,
  shapes_around,
  kind,
  kind_and_ending,
  kind_before,
  kind_behind,
  kinds_around,
  kind_and_word_before,
  kind_and_word_behind,
  ending_before,
  ending_behind,
  kinds_before,
};

void add_row(const SentenceFacts& facts, std::size_t i, FeatureRows& rows) {
  const TokenFacts& here = facts.at(i);
  const TokenFacts& before = facts.at(i, -1);
  const TokenFacts& behind = facts.at(i, 1);
  const std::uint64_t place = i == 0 ? 0 : 1;
  rows.add(feature_of(word, here.word));
  rows.add(feature_of(word_before, before.word));
  rows.add(feature_of(word_behind, behind.word));
  rows.add(feature_of(word_two_before, facts.at(i, -2).word));
  rows.add(feature_of(word_two_behind, facts.at(i, 2).word));
  rows.add(feature_of(words_before, before.word, here.word));
  rows.add(feature_of(words_behind, here.word, behind.word));
  rows.add(feature_of(words_around, before.word, behind.word));
  rows.add(feature_of(last_one, here.last(1)));
  rows.add(feature_of(last_two, here.last(2)));
  rows.add(feature_of(last_three, here.last(3)));
  rows.add(feature_of(last_four, here.ending));
  rows.add(feature_of(first_three, here.beginning));
  rows.add(feature_of(shape, here.shape));
  rows.add(feature_of(shape_and_place, here.shape, place));
  rows.add(feature_of(shape_and_ending, here.shape, here.last(2)));
  rows.add(feature_of(shapes_around, here.shape, before.shape * 256U + behind.shape));
  rows.add(feature_of(kind, here.kind, here.shape));
  rows.add(feature_of(kind_and_ending, here.kind, here.last(2)));
  rows.add(feature_of(kind_before, before.kind, here.kind));
  rows.add(feature_of(kind_behind, here.kind, behind.kind));
  rows.add(feature_of(kinds_around, before.kind * 3 + behind.kind, here.kind));
  rows.add(feature_of(kind_and_word_before, here.kind, before.word));
  rows.add(feature_of(kind_and_word_behind, here.kind, behind.word));
  rows.add(feature_of(ending_before, before.last(3)));
  rows.add(feature_of(ending_behind, behind.last(3)));
  rows.add(feature_of(kinds_before, before.kind, facts.at(i, -2).kind));
  rows.end_row();
}

}  // namespace

std::string_view name_of(PartOfSpeech part) {
  return names.at(static_cast<std::size_t>(part));
}

std::optional<PartOfSpeech> part_named(std::string_view name) {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<PartOfSpeech>(found - names.begin());
}

void add_part_features(std::string_view text, const TaggedText& tagged, std::size_t begin,
                       std::size_t end, FeatureRows& rows) {
  static const Lexicon lexicon = Lexicon::english();
  const SentenceFacts facts(text, tagged, begin, end, lexicon);
  for (std::size_t i = 0; i < facts.size(); ++i) add_row(facts, i, rows);
}

const LinearModel& part_of_speech_model() {
  // The bytes are part of the program; if they are no model, the program was built wrong.
  static const Result<LinearModel> model = LinearModel::open(part_of_speech_en());
  assert(model);
  return *model;
}

PartTagger::PartTagger() : PartTagger(part_of_speech_model()) {}

PartTagger::PartTagger(const LinearModel& model) : decoder_(model, width) {
  assert(model.tag_count() == part_of_speech_count);
}

void PartTagger::tag(std::string_view text, TaggedText& tagged) {
  std::size_t begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    rows_.clear();
    add_part_features(text, tagged, begin, end, rows_);
    const std::vector<Tag>& tags = decoder_.decode(rows_);
    for (std::size_t i = begin; i < end; ++i)
      tagged.tokens[i].part = static_cast<PartOfSpeech>(tags[i - begin]);
    begin = end;
  }
}

}  // namespace twosource

// Where does a clause begin?
//
//     The mayor said | the ferry, | which left at noon, | had struck a breakwater | to avoid a
//     boat.
//
// A linear model over the tokens of a sentence, trained on the elementary discourse units of GUM
// (`twosource bench train-clauses`). What tells a border is the parts of speech around it and
// whether a verb comes before the next mark: a comma in a list has none, one before a clause has.
#include "twosource/text/clauses.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>

#include "twosource/base/embedded.hpp"

TWOSOURCE_EMBEDDED(clauses_en)

namespace twosource {
namespace {

// The numbers of the features; part of the models.
enum Template : std::uint32_t {
  part_here = 1,
  part_before,
  part_behind,
  part_two_before,
  part_two_behind,
  parts_before,
  parts_behind,
  parts_around,
  parts_two_before,
  parts_two_behind,
  word_here,
  word_before,
  word_behind,
  words_before,
  words_behind,
  word_and_part_before,
  word_and_part_behind,
  part_and_word_before,
  next_verb,
  next_verb_and_word,
  verb_passed,
  verb_passed_and_next,
  verb_word_before,
  quoted,
};

// A border is believed from this probability on. Below one half because F1 is flat from 0.3 to 0.4
// and lower at 0.5, where three in ten borders are missed.
constexpr float least_probable = 0.35F;

constexpr std::uint64_t outside = 255;  // beyond the ends of the sentence

// What the sentence offers around a token, found in one sweep to each side.
struct Surroundings {
  std::uint64_t next_verb = 0;  // the part of the next verb before a mark, and how far it is
  std::uint64_t passed = 0;     // whether a finite verb was passed since the last mark, and at all
  std::uint64_t last_verb = 0;  // the word of the last verb of the three tokens before
  bool behind_quote = false;    // right behind an opening or closing quotation mark
};

class Sentence {
 public:
  Sentence(const TaggedText& tagged, std::size_t begin, std::size_t end)
      : tokens_(tagged.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                tagged.tokens.begin() + static_cast<std::ptrdiff_t>(end)),
        around_(tokens_.size()) {
    sweep_forward();
    sweep_back();
  }

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] const Surroundings& around(std::size_t i) const { return around_[i]; }
  [[nodiscard]] std::uint64_t part(std::size_t i, int offset) const {
    const Token* const token = at(i, offset);
    return token == nullptr ? outside : static_cast<std::uint64_t>(token->part);
  }
  [[nodiscard]] std::uint64_t word(std::size_t i, int offset) const {
    const Token* const token = at(i, offset);
    return token == nullptr ? outside : token->hash;
  }

 private:
  [[nodiscard]] const Token* at(std::size_t i, int offset) const {
    const std::ptrdiff_t place = static_cast<std::ptrdiff_t>(i) + offset;
    const bool inside = place >= 0 && place < static_cast<std::ptrdiff_t>(tokens_.size());
    return inside ? &tokens_[static_cast<std::size_t>(place)] : nullptr;
  }

  void sweep_forward() {
    bool since_mark = false;
    bool at_all = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      around_[i].passed = (since_mark ? 1U : 0U) + (at_all ? 2U : 0U);
      for (int offset = -1; offset >= -3 && around_[i].last_verb == 0; --offset) {
        const Token* const token = at(i, offset);
        if (token != nullptr && is_verb(token->part)) around_[i].last_verb = token->hash;
      }
      const PartOfSpeech part = tokens_[i].part;
      if (is_finite(part)) since_mark = at_all = true;
      if (is_punctuation(part) && part != PartOfSpeech::hyph) since_mark = false;
      around_[i].behind_quote = i > 0 && (tokens_[i - 1].part == PartOfSpeech::open_quote ||
                                          tokens_[i - 1].part == PartOfSpeech::close_quote);
    }
  }

  void sweep_back() {
    constexpr std::uint64_t far = 7;
    std::uint64_t part = outside;
    std::uint64_t distance = 0;
    for (std::size_t i = tokens_.size(); i-- > 0;) {
      const PartOfSpeech here = tokens_[i].part;
      if (is_verb(here) || here == PartOfSpeech::md) {
        part = static_cast<std::uint64_t>(here);
        distance = 0;
      } else if (is_punctuation(here) && here != PartOfSpeech::hyph) {
        part = outside;
        distance = 0;
      } else {
        distance = std::min(distance + 1, far);
      }
      around_[i].next_verb = part * (far + 1) + (part == outside ? 0 : distance);
    }
  }

  std::vector<Token> tokens_;
  std::vector<Surroundings> around_;
};

void add_row(const Sentence& s, std::size_t i, FeatureRows& rows) {
  const auto part = [&](int offset) { return s.part(i, offset); };
  const auto word = [&](int offset) { return s.word(i, offset); };
  const Surroundings& around = s.around(i);
  rows.add(feature_of(part_here, part(0)));
  rows.add(feature_of(part_before, part(-1)));
  rows.add(feature_of(part_behind, part(1)));
  rows.add(feature_of(part_two_before, part(-2)));
  rows.add(feature_of(part_two_behind, part(2)));
  rows.add(feature_of(parts_before, part(-1), part(0)));
  rows.add(feature_of(parts_behind, part(0), part(1)));
  rows.add(feature_of(parts_around, part(-1) << 8U | part(0), part(1)));
  rows.add(feature_of(parts_two_before, part(-2) << 8U | part(-1), part(0)));
  rows.add(feature_of(parts_two_behind, part(0) << 8U | part(1), part(2)));
  rows.add(feature_of(word_here, word(0)));
  rows.add(feature_of(word_before, word(-1)));
  rows.add(feature_of(word_behind, word(1)));
  rows.add(feature_of(words_before, word(-1), word(0)));
  rows.add(feature_of(words_behind, word(0), word(1)));
  rows.add(feature_of(word_and_part_before, word(0), part(-1)));
  rows.add(feature_of(word_and_part_behind, word(0), part(1)));
  rows.add(feature_of(part_and_word_before, word(-1), part(0)));
  rows.add(feature_of(next_verb, around.next_verb, part(0) << 8U | part(-1)));
  rows.add(feature_of(next_verb_and_word, around.next_verb, word(0)));
  rows.add(feature_of(verb_passed, around.passed, part(0) << 8U | part(-1)));
  rows.add(feature_of(verb_passed_and_next, around.next_verb << 2U | around.passed, part(0)));
  rows.add(feature_of(verb_word_before, around.last_verb, part(0)));
  rows.add(feature_of(quoted, around.behind_quote ? 1 : 0, part(0)));
  rows.end_row();
}

}  // namespace

void add_clause_features(const TaggedText& tagged, std::size_t begin, std::size_t end,
                         FeatureRows& rows) {
  const Sentence sentence(tagged, begin, end);
  for (std::size_t i = 0; i < sentence.size(); ++i) add_row(sentence, i, rows);
}

const LinearModel& clause_model() {
  // The bytes are part of the program; if they are no model, the program was built wrong.
  static const Result<LinearModel> model = LinearModel::open(clauses_en());
  assert(model);
  return *model;
}

ClauseFinder::ClauseFinder() : ClauseFinder(clause_model()) {}

ClauseFinder::ClauseFinder(const LinearModel& model) : decoder_(model) {
  assert(model.tag_count() == 2);
}

void ClauseFinder::find(TaggedText& tagged) {
  tagged.clauses.clear();
  std::size_t begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    rows_.clear();
    add_clause_features(tagged, begin, end, rows_);
    const std::vector<float>& shares = decoder_.marginals(rows_);
    for (std::size_t i = begin; i < end; ++i) {
      if (i == begin || shares[2 * (i - begin) + 1] >= least_probable)
        tagged.clauses.push_back(static_cast<std::uint32_t>(i));
    }
    begin = end;
  }
}

}  // namespace twosource

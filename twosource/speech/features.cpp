// What the tagger looks at.
//
// Every feature is a number mixed from the number of its question and the hashes that answer it; no
// string is built. A word alone says little, so most questions join a word with its neighbours or
// with what is known of the sentence: the nearest words left and right that are often cues, the
// nearest marks and what stands behind them (a clause of reporting begins behind a comma), where
// the quotation marks are. In the second pass the segments that the first one found are asked for
// as well.
#include "twosource/speech/features.hpp"

#include <algorithm>
#include <array>

#include "twosource/speech/feature_key.hpp"

namespace twosource {
namespace {

constexpr std::uint8_t likely_cue = 3;       // from this level of the lexicon on
constexpr std::uint32_t edge = 0x9E3779B9U;  // the word beyond either end of the unit

// A token seen from another: far words are known by little.
struct Landmark {
  std::uint32_t word = 0;      // hash; 0: none in this sentence
  std::uint32_t distance = 9;  // bucketed
  std::uint32_t commas = 0;    // between, at most 2
  std::uint8_t level = 0;      // of the cue lexicon
};

// What is known of a token from the whole unit.
struct Surroundings {
  std::uint8_t cue = 0;
  Landmark cue_left, cue_right;
  Landmark mark_left, mark_right;
  std::uint32_t behind_mark_right = edge;    // the word behind the next mark
  std::uint8_t cue_behind_mark_right = 0;    // highest level among the four tokens behind it
  std::uint32_t from_start = 0, to_end = 0;  // of the sentence, bucketed
  std::uint32_t sentence_end = edge;         // its last token
  std::uint32_t sentence_start = edge;       // its first token
  std::uint32_t before_quotation = edge, behind_quotation = edge;
  std::uint32_t quotation_size = 0;
  std::uint32_t clause_word = edge, next_clause_word = edge;  // first words of clauses
  std::uint32_t in_clause = 0, to_clause = 9;                 // bucketed
};

struct FirstPass {
  std::uint32_t role = 0;                      // of the token
  std::uint32_t last_kind = 0, next_kind = 0;  // 0: none
  std::uint32_t last_distance = 9, next_distance = 9;
  std::uint32_t last_word = 0, next_word = 0;
  std::uint32_t plan = 0;   // kinds of all segments of the sentence, in order
  std::uint32_t place = 0;  // how many of them are over
};

std::uint32_t kind_number(const Segment& segment) {
  return static_cast<std::uint32_t>(segment.kind) + 1;
}

class Extractor {
 public:
  explicit Extractor(const SpeechUnit& unit) : tokens_(unit.tokens), is_title_(unit.is_title) {}

  void look_around(std::span<const Quotation> quotations, const CueLexicon& lexicon) {
    around_.resize(tokens_.size());
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto found = lexicon.find(tokens_[i].word);
      around_[i].cue = found == lexicon.end() ? 0 : found->second;
    }
    for (std::size_t begin = 0; begin < tokens_.size();) {
      std::size_t end = begin + 1;
      while (end < tokens_.size() && !tokens_[end].starts_sentence) ++end;
      survey_left(begin, end);
      survey_right(begin, end);
      begin = end;
    }
    survey_quotations(quotations);
  }

  void add_first_pass(const std::vector<Segment>& segments);

  UnitFeatures extract() {
    return extract(first_role_question, first_begin_question, &Extractor::ask_roles,
                   &Extractor::ask_begins);
  }
  UnitFeatures extract_again(const UnitFeatures& asked) {
    return extract(first_role_question + static_cast<std::uint32_t>(asked.roles_of_token),
                   first_begin_question + static_cast<std::uint32_t>(asked.begins_of_token),
                   &Extractor::ask_roles_again, &Extractor::ask_begins_again);
  }

 private:
  static constexpr std::uint32_t first_role_question = 0;
  static constexpr std::uint32_t first_begin_question = 1000;
  using Ask = void (Extractor::*)(std::size_t);

  UnitFeatures extract(std::uint32_t role_question, std::uint32_t begin_question, Ask of_roles,
                       Ask of_begins) {
    UnitFeatures features;
    const auto run = [&](std::uint32_t question, Ask questions, std::size_t i,
                         std::vector<std::uint32_t>& keys, std::size_t& of_token) {
      const std::size_t before = keys.size();
      keys_ = &keys;
      question_ = question;
      (this->*questions)(i);
      of_token = keys.size() - before;
    };
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      run(role_question, of_roles, i, features.roles, features.roles_of_token);
      run(begin_question, of_begins, i, features.begins, features.begins_of_token);
      if (i == 0) {
        features.roles.reserve(features.roles.size() * tokens_.size());
        features.begins.reserve(features.begins.size() * tokens_.size());
      }
    }
    return features;
  }

  void survey_left(std::size_t begin, std::size_t end);
  void survey_right(std::size_t begin, std::size_t end);
  void find_neighbours(const std::vector<Segment>& segments);
  [[nodiscard]] std::uint8_t highest_cue(std::size_t begin, std::size_t end) const {
    std::uint8_t highest = 0;
    for (std::size_t i = begin; i < end; ++i) highest = std::max(highest, around_[i].cue);
    return highest;
  }
  void find_plan(const std::vector<Segment>& segments, std::size_t begin, std::size_t end);
  void survey_quotations(std::span<const Quotation> quotations);
  void ask_roles(std::size_t i);
  void ask_words(std::size_t i);
  void ask_quotations(std::size_t i);
  void ask_parts(std::size_t i);
  void ask_landmarks(std::size_t i);
  void ask_begins(std::size_t i);
  void ask_roles_again(std::size_t i);
  void ask_begins_again(std::size_t i);

  template <class... Answers>
  void ask(Answers... answers) {
    Key key(question_++);
    (key.with(static_cast<std::uint64_t>(answers)), ...);
    keys_->push_back(key.key());
  }

  [[nodiscard]] std::uint32_t word(std::size_t i, int offset) const {
    const auto at = static_cast<std::int64_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::int64_t>(tokens_.size())) return edge;
    return tokens_[static_cast<std::size_t>(at)].word;
  }
  [[nodiscard]] const SpeechToken& token(std::size_t i, int offset) const {
    static const SpeechToken beyond{.span = {},
                                    .word = edge,
                                    .stem = edge,
                                    .prefix = edge,
                                    .suffix2 = edge,
                                    .suffix3 = edge,
                                    .shape = 7};
    const auto at = static_cast<std::int64_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::int64_t>(tokens_.size())) return beyond;
    return tokens_[static_cast<std::size_t>(at)];
  }
  [[nodiscard]] std::uint32_t cue(std::size_t i, int offset) const {
    const auto at = static_cast<std::int64_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::int64_t>(tokens_.size())) return 0;
    return around_[static_cast<std::size_t>(at)].cue;
  }
  [[nodiscard]] std::uint32_t part(std::size_t i, int offset) const {
    return static_cast<std::uint32_t>(token(i, offset).part);
  }
  [[nodiscard]] std::uint32_t quote(std::size_t i, int offset) const {
    return static_cast<std::uint32_t>(token(i, offset).quote);
  }

  const std::vector<SpeechToken>& tokens_;
  bool is_title_;
  std::vector<Surroundings> around_;
  std::vector<FirstPass> first_pass_;
  std::vector<std::uint32_t>* keys_ = nullptr;
  std::uint32_t question_ = 0;
};

void Extractor::survey_left(std::size_t begin, std::size_t end) {
  const std::uint32_t comma = speech_word_hash(",");
  Landmark cue_left, mark_left;
  std::size_t clause = begin;
  for (std::size_t i = begin; i < end; ++i) {
    Surroundings& here = around_[i];
    here.from_start = bucket(i - begin);
    here.to_end = bucket(end - 1 - i);
    here.sentence_end = tokens_[end - 1].word;
    here.sentence_start = tokens_[begin].word;
    if (tokens_[i].starts_clause || i == begin) clause = i;
    here.clause_word = tokens_[clause].word;
    here.in_clause = bucket(i - clause);
    here.cue_left = cue_left;
    here.mark_left = mark_left;
    if (cue_left.word != 0) here.cue_left.distance = bucket(i - cue_left.distance);
    if (mark_left.word != 0) here.mark_left.distance = bucket(i - mark_left.distance);
    if (tokens_[i].word == comma) cue_left.commas = std::min(cue_left.commas + 1, 2U);
    const auto at = static_cast<std::uint32_t>(i);
    if (here.cue >= likely_cue) cue_left = {tokens_[i].word, at, 0, here.cue};
    if (tokens_[i].shape == mark_shape) mark_left = {tokens_[i].word, at, 0, 0};
  }
}

// What stands to the right of each token in its sentence.
void Extractor::survey_right(std::size_t begin, std::size_t end) {
  const std::uint32_t comma = speech_word_hash(",");
  Landmark cue_right, mark_right;
  std::uint32_t behind = edge;
  std::uint8_t cue_behind = 0;
  std::size_t next_clause = end;
  for (std::size_t i = end; i-- > begin;) {
    Surroundings& here = around_[i];
    if (next_clause < end) {
      here.next_clause_word = tokens_[next_clause].word;
      here.to_clause = bucket(next_clause - i);
    }
    if (tokens_[i].starts_clause) next_clause = i;
    here.cue_right = cue_right;
    here.mark_right = mark_right;
    here.behind_mark_right = behind;
    here.cue_behind_mark_right = cue_behind;
    if (cue_right.word != 0) here.cue_right.distance = bucket(cue_right.distance - i);
    if (mark_right.word != 0) here.mark_right.distance = bucket(mark_right.distance - i);
    if (tokens_[i].word == comma) cue_right.commas = std::min(cue_right.commas + 1, 2U);
    const auto at = static_cast<std::uint32_t>(i);
    if (here.cue >= likely_cue) cue_right = {tokens_[i].word, at, 0, here.cue};
    if (tokens_[i].shape == mark_shape) {
      mark_right = {tokens_[i].word, at, 0, 0};
      behind = i + 1 < end ? tokens_[i + 1].word : edge;
      cue_behind = highest_cue(i + 1, std::min(i + 5, end));
    }
  }
}

void Extractor::survey_quotations(std::span<const Quotation> quotations) {
  for (std::size_t begin = 0; begin < tokens_.size();) {
    std::size_t end = begin + 1;
    const std::int32_t quotation = tokens_[begin].quotation;
    while (end < tokens_.size() && tokens_[end].quotation == quotation) ++end;
    if (quotation >= 0) {
      const Quotation& marks = quotations[static_cast<std::size_t>(quotation)];
      for (std::size_t i = begin; i < end; ++i) {
        around_[i].quotation_size =
            1 + bucket(end - begin) + (marks.closed ? 0U : 16U) + (marks.continued ? 32U : 0U);
        around_[i].before_quotation = word(begin, -1);
        around_[i].behind_quotation = word(end - 1, 1);
      }
    }
    begin = end;
  }
}

void Extractor::add_first_pass(const std::vector<Segment>& segments) {
  first_pass_.assign(tokens_.size(), {});
  for (const Segment& segment : segments) {
    for (std::size_t i = segment.begin; i < segment.end; ++i) {
      const SegmentPart part = segment.begin + 1 == segment.end ? SegmentPart::whole
                               : i == segment.begin             ? SegmentPart::begin
                               : i + 1 == segment.end           ? SegmentPart::end
                                                                : SegmentPart::middle;
      first_pass_[i].role = static_cast<std::uint32_t>(role_of(segment.kind, part));
    }
  }
  find_neighbours(segments);
  for (std::size_t begin = 0; begin < tokens_.size();) {
    std::size_t end = begin + 1;
    while (end < tokens_.size() && !tokens_[end].starts_sentence) ++end;
    find_plan(segments, begin, end);
    begin = end;
  }
}

// The segments before and behind each token.
void Extractor::find_neighbours(const std::vector<Segment>& segments) {
  for (std::size_t i = 0, s = 0; i < tokens_.size(); ++i) {
    while (s < segments.size() && segments[s].end <= i) ++s;
    FirstPass& here = first_pass_[i];
    if (s > 0) {
      here.last_kind = kind_number(segments[s - 1]);
      here.last_distance = bucket(i - segments[s - 1].end);
      here.last_word = tokens_[segments[s - 1].end - 1].word;
    }
    const std::size_t next = s < segments.size() && segments[s].begin <= i ? s + 1 : s;
    if (next < segments.size()) {
      here.next_kind = kind_number(segments[next]);
      here.next_distance = bucket(segments[next].begin - i);
      here.next_word = tokens_[segments[next].begin].word;
    }
  }
}

// The kinds of all segments of a sentence, in order, and how many are over at each token.
void Extractor::find_plan(const std::vector<Segment>& segments, std::size_t begin,
                          std::size_t end) {
  std::uint32_t plan = 0;
  for (const Segment& segment : segments) {
    if (segment.begin >= end || begin >= segment.end) continue;
    plan = plan * 4 + kind_number(segment);
    for (std::size_t i = segment.end; i < end; ++i) ++first_pass_[i].place;
  }
  for (std::size_t i = begin; i < end; ++i) first_pass_[i].plan = plan;
}

void Extractor::ask_roles(std::size_t i) {
  ask_words(i);
  ask_quotations(i);
  ask_parts(i);
  ask_landmarks(i);
}

void Extractor::ask_words(std::size_t i) {
  const SpeechToken& t = tokens_[i];
  const SpeechToken& before = token(i, -1);
  const SpeechToken& behind = token(i, 1);
  ask(0);
  for (int offset = -3; offset <= 3; ++offset) ask(word(i, offset));
  ask(before.word, t.word);
  ask(t.word, behind.word);
  ask(word(i, -2), before.word);
  ask(behind.word, word(i, 2));
  ask(before.word, behind.word);
  ask(t.stem);
  ask(before.stem);
  ask(behind.stem);
  ask(t.suffix3);
  ask(before.suffix3);
  ask(behind.suffix3);
  ask(t.suffix2, t.shape);
  ask(t.prefix);
  ask(before.suffix2, t.suffix2, behind.suffix2);
  ask(token(i, -2).shape, before.shape, t.shape);
  ask(before.shape, t.shape, behind.shape);
  ask(t.shape, behind.shape, token(i, 2).shape);
  ask(t.shape, before.word);
  ask(t.shape, behind.word);
}

void Extractor::ask_quotations(std::size_t i) {
  const Surroundings& here = around_[i];
  const SpeechToken& t = tokens_[i];
  const SpeechToken& before = token(i, -1);
  const SpeechToken& behind = token(i, 1);
  const std::uint32_t quotes = quote(i, -1) * 16 + quote(i, 0) * 4 + quote(i, 1);
  ask(quotes, token(i, 2).quote, token(i, -2).quote);
  ask(quotes, t.word);
  ask(quotes, before.word, behind.word);
  ask(quotes, here.quotation_size);
  ask(quotes, here.behind_quotation);
  ask(quotes, here.before_quotation);
  ask(cue(i, -1), here.cue, cue(i, 1));
  ask(cue(i, -2), cue(i, -1), here.cue, cue(i, 1), cue(i, 2));
  ask(here.cue, before.shape, behind.shape, quotes);
  ask(here.cue, before.word);
  ask(here.cue, behind.word);
  ask(here.from_start, t.shape, is_title_);
  ask(here.to_end, t.shape, is_title_);
  ask(here.from_start, t.word);
  ask(here.sentence_end, here.to_end);
  ask(here.sentence_start, here.from_start);
}

void Extractor::ask_parts(std::size_t i) {
  const Surroundings& here = around_[i];
  const SpeechToken& t = tokens_[i];
  const SpeechToken& before = token(i, -1);
  const SpeechToken& behind = token(i, 1);
  const std::uint32_t quotes = quote(i, -1) * 16 + quote(i, 0) * 4 + quote(i, 1);
  ask(part(i, -1), part(i, 0), part(i, 1));
  ask(part(i, -2), part(i, -1), part(i, 0));
  ask(part(i, 0), part(i, 1), part(i, 2));
  ask(part(i, -1), t.word);
  ask(t.word, part(i, 1));
  ask(before.word, part(i, 0));
  ask(part(i, 0), behind.word);
  ask(part(i, -1), part(i, 0), part(i, 1), quotes);
  ask(part(i, -1), part(i, 0), part(i, 1), here.cue);
  ask(part(i, 0), part(i, 1), part(i, 2), part(i, 3));
  ask(part(i, -3), part(i, -2), part(i, -1), part(i, 0));
  ask(here.in_clause, here.to_clause, part(i, 0));
  ask(here.clause_word, here.in_clause);
  ask(here.next_clause_word, here.to_clause, t.shape);
  ask(t.starts_clause, before.starts_clause, behind.starts_clause, quotes);
  ask(behind.starts_clause, behind.word, t.shape);
  ask(t.starts_clause, t.word, part(i, 1));
  ask(here.clause_word, here.next_clause_word);
  ask(here.in_clause, here.to_clause, here.cue_left.level, here.cue_left.distance);
}

void Extractor::ask_landmarks(std::size_t i) {
  const Surroundings& here = around_[i];
  const SpeechToken& t = tokens_[i];
  const std::uint32_t quotes = quote(i, -1) * 16 + quote(i, 0) * 4 + quote(i, 1);
  ask(here.cue_left.word, here.cue_left.distance);
  ask(here.cue_left.word, here.cue_left.commas, quotes);
  ask(here.cue_left.level, here.cue_left.distance, here.cue_left.commas, t.shape);
  ask(here.cue_left.word, here.cue_left.distance <= 2 ? t.word : 0);
  ask(here.cue_left.level, t.word);
  ask(here.cue_right.word, here.cue_right.distance);
  ask(here.cue_right.word, here.cue_right.commas, quotes);
  ask(here.cue_right.level, here.cue_right.distance, here.cue_right.commas, t.shape);
  ask(here.cue_right.level, t.word);
  ask(here.cue_left.level, here.cue_right.level, here.cue, quotes);
  ask(here.mark_left.word, here.mark_left.distance, t.shape);
  ask(here.mark_right.word, here.mark_right.distance, t.shape);
  ask(here.mark_left.word, here.mark_right.word, quotes);
  ask(here.mark_right.word, here.behind_mark_right);
  ask(here.mark_right.word, here.cue_behind_mark_right, quotes);
  ask(here.mark_right.word, here.cue_behind_mark_right, here.mark_right.distance,
      here.cue_left.level);
}

void Extractor::ask_begins(std::size_t i) {
  const Surroundings& here = around_[i];
  const SpeechToken& t = tokens_[i];
  const SpeechToken& before = token(i, -1);
  const SpeechToken& behind = token(i, 1);
  const std::uint32_t quotes = quote(i, -1) * 16 + quote(i, 0) * 4 + quote(i, 1);
  ask(t.word);
  ask(before.word);
  ask(before.word, t.word);
  ask(word(i, -2), before.word);
  ask(t.word, behind.word);
  ask(t.suffix3, t.shape);
  ask(part(i, -1), part(i, 0), part(i, 1));
  ask(part(i, 0), before.word);
  ask(t.starts_clause, here.cue_left.distance, part(i, 0));
  ask(quotes, before.shape, t.shape);
  ask(here.cue, cue(i, -1), cue(i, 1));
  ask(here.from_start, t.shape);
  ask(here.cue_left.level, here.cue_left.distance, here.cue_left.commas);
  ask(here.cue_left.word);
  ask(here.mark_left.word, here.mark_left.distance);
  ask(here.cue_right.level, here.cue_right.distance, here.cue_right.commas);
}

void Extractor::ask_roles_again(std::size_t i) {
  const SpeechToken& t = tokens_[i];
  const SpeechToken& before = token(i, -1);
  const SpeechToken& behind = token(i, 1);
  const std::uint32_t quotes = quote(i, -1) * 16 + quote(i, 0) * 4 + quote(i, 1);
  const auto role = [&](int offset) {
    const auto at = static_cast<std::int64_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::int64_t>(tokens_.size())) return 31U;
    return first_pass_[static_cast<std::size_t>(at)].role;
  };
  const FirstPass& first = first_pass_[i];
  ask(role(0), role(1));
  ask(role(-1), role(0));
  ask(role(-2), role(-1), role(0), role(1), role(2));
  ask(role(0), t.word);
  ask(role(0), before.word);
  ask(role(0), behind.word);
  ask(role(-1), role(1), t.word);
  ask(first.last_kind, first.last_distance, first.next_kind, first.next_distance, t.shape);
  ask(first.last_kind, first.last_word, first.last_distance);
  ask(first.next_kind, first.next_word, first.next_distance);
  ask(first.last_kind, first.next_kind, t.word);
  ask(first.last_kind, first.next_kind, quotes, role(0));
  ask(first.plan, first.place);
  ask(first.plan, first.place, t.shape, role(0));
  ask(first.plan, role(0), behind.word);
  ask(first.plan, role(0), before.word);
}

void Extractor::ask_begins_again(std::size_t i) {
  const FirstPass& first = first_pass_[i];
  ask(first.role, first.last_kind, first.last_distance);
  ask(first.plan, first.place);
}

}  // namespace

UnitFeatures unit_features(const SpeechUnit& unit, std::span<const Quotation> quotations,
                           const CueLexicon& lexicon) {
  Extractor extractor(unit);
  extractor.look_around(quotations, lexicon);
  return extractor.extract();
}

UnitFeatures second_pass_features(const SpeechUnit& unit, const UnitFeatures& asked,
                                  const std::vector<Segment>& first_pass) {
  Extractor extractor(unit);
  extractor.add_first_pass(first_pass);
  return extractor.extract_again(asked);
}

}  // namespace twosource

// What the tagger knows of each token: a few hashes, made here once, so that no string is built
// afterwards.
#include "twosource/speech/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "twosource/base/unicode.hpp"
#include "twosource/speech/dateline.hpp"
#include "twosource/speech/transcript.hpp"

namespace twosource {
namespace {

std::uint32_t hash_of(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15U);
}

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// A mark by what it does: all dashes are one, all closing marks are one.
std::string_view mark_name(char32_t c) {
  switch (c) {
    case U'–':
    case U'—':
    case U'―':
      return "--";
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»':
      return "\"";
    case U'’':
    case U'‘':
    case U'‚':
      return "'";
    case U'…':
      return "...";
    default:
      return {};
  }
}

constexpr std::size_t longest_word = 48;  // bytes that count; longer ones are cut

struct Lowered {
  std::array<char, longest_word> bytes{};
  std::size_t size = 0;
  [[nodiscard]] std::string_view view() const { return {bytes.data(), size}; }
};

// Lower case of ASCII letters, curly apostrophes made straight; other characters as they are:
// news in English is meant, and a capital that stays only costs a feature.
Lowered lowered(std::string_view form) {
  Lowered low;
  for (std::size_t i = 0; i < form.size() && low.size < longest_word; ++i) {
    if (form.substr(i, 3) == "’" || form.substr(i, 3) == "‘") {
      low.bytes[low.size++] = '\'';
      i += 2;
    } else {
      low.bytes[low.size++] = lower_ascii(form[i]);
    }
  }
  return low;
}

// "claimed", "claims", "claiming", "claim" and "claime" (of "claimed") all give "claim".
std::string_view stem_of(std::string_view word) {
  constexpr auto endings = std::to_array<std::string_view>({"ing", "ied", "ies", "ed", "es", "s"});
  for (std::string_view ending : endings) {
    if (word.size() >= ending.size() + 3 && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  if (word.size() > 3 && (word.back() == 'e' || word.back() == 'y')) word.remove_suffix(1);
  return word;
}

std::uint8_t shape_of(std::string_view form) {
  bool digit = false;
  bool first_upper = false;
  bool later_upper = false;
  bool any_lower = false;
  for (std::size_t i = 0; i < form.size();) {
    const CodePoint c = code_point_at(form, i);
    digit = digit || is_digit(c.value);
    if (is_upper(c.value)) (i == 0 ? first_upper : later_upper) = true;
    any_lower = any_lower || is_lower(c.value);
    i += c.size;
  }
  if (digit) return number_shape;
  if (!first_upper && !later_upper) return lower_shape;
  if (!later_upper && any_lower) return capital_shape;
  return any_lower ? mixed_shape : capitals_shape;
}

SpeechToken word_token(std::string_view text, Span span) {
  SpeechToken token;
  token.span = span;
  const std::string_view form = slice(text, span);
  const std::uint8_t shape = shape_of(form);
  token.shape = shape;
  const Lowered low = lowered(form);
  const std::string_view word = low.view();
  const bool only_number =
      shape == number_shape && word.find_first_not_of("0123456789") == std::string_view::npos;
  token.word = only_number ? hash_of(word.size() == 4 ? "0000" : "0") : hash_of(word);
  token.stem = only_number ? token.word : hash_of(stem_of(word));
  token.prefix = hash_of(word.substr(0, 3));
  token.suffix2 = hash_of(word.substr(word.size() - std::min<std::size_t>(word.size(), 2)));
  token.suffix3 = hash_of(word.substr(word.size() - std::min<std::size_t>(word.size(), 3)));
  return token;
}

SpeechToken mark_token(std::string_view text, Span span) {
  SpeechToken token;
  token.span = span;
  token.shape = mark_shape;
  std::string_view name = mark_name(code_point_at(text, span.begin).value);
  if (name.empty()) name = slice(text, span);
  if (name == "''" || name == "``") name = "\"";
  token.word = hash_of(name);
  token.stem = token.prefix = token.suffix2 = token.suffix3 = token.word;
  return token;
}

bool is_word(std::string_view form) {
  for (std::size_t i = 0; i < form.size();) {
    const CodePoint c = code_point_at(form, i);
    if (is_letter(c.value) || is_digit(c.value)) return true;
    i += c.size;
  }
  return false;
}

// Hands out tokens, sentence borders and quotations along the text.
class UnitBuilder {
 public:
  UnitBuilder(std::string_view text, const Analysis& analysis, const TaggedText& tagged)
      : text_(text), quotations_(analysis.quotations), tagged_(tagged) {}

  SpeechUnit build(Span block, bool is_title) {
    SpeechUnit unit;
    unit.is_title = is_title;
    while (next_ < tagged_.tokens.size() && tagged_.tokens[next_].span.begin < block.begin) skip();
    const std::size_t first = next_;
    while (next_ < tagged_.tokens.size() && tagged_.tokens[next_].span.begin < block.end) {
      const Token& token = tagged_.tokens[next_];
      const bool word = is_word(slice(text_, token.span));
      unit.tokens.push_back(word ? word_token(text_, token.span) : mark_token(text_, token.span));
      unit.tokens.back().part = token.part;
      unit.tokens.back().starts_sentence = unit.tokens.size() == 1 || begins_sentence();
      unit.tokens.back().starts_clause = begins_clause();
      mark_quotation(unit.tokens.back());
      join_mark(unit.tokens);
      skip();
    }
    if (!is_title) cut_dateline(unit, first);
    return unit;
  }

 private:
  void cut_dateline(SpeechUnit& unit, std::size_t first) const {
    const auto name = std::partition_point(tagged_.names.begin(), tagged_.names.end(),
                                           [&](const NameMention& n) { return n.begin < first; });
    const bool place =
        name != tagged_.names.end() && name->begin == first && name->kind == NameKind::place;
    const std::size_t tokens = dateline_tokens(unit, text_, place);
    if (tokens == 0 || tokens == unit.tokens.size()) return;
    unit.tokens.erase(unit.tokens.begin(),
                      unit.tokens.begin() + static_cast<std::ptrdiff_t>(tokens));
    unit.tokens.front().starts_sentence = true;
  }

  [[nodiscard]] bool begins_sentence() const {
    return next_sentence_ > 0 && tagged_.sentence_ends[next_sentence_ - 1] == next_;
  }

  bool begins_clause() {
    while (next_clause_ < tagged_.clauses.size() && tagged_.clauses[next_clause_] < next_) {
      ++next_clause_;
    }
    return next_clause_ < tagged_.clauses.size() && tagged_.clauses[next_clause_] == next_;
  }

  void skip() {
    ++next_;
    while (next_sentence_ < tagged_.sentence_ends.size() &&
           tagged_.sentence_ends[next_sentence_] <= next_) {
      ++next_sentence_;
    }
  }

  void mark_quotation(SpeechToken& token) {
    while (next_quotation_ < quotations_.size() &&
           quotations_[next_quotation_].span.end <= token.span.begin) {
      ++next_quotation_;
    }
    if (next_quotation_ == quotations_.size()) return;
    const Quotation& quotation = quotations_[next_quotation_];
    if (token.span.begin < quotation.span.begin) return;
    token.quotation = static_cast<std::int32_t>(next_quotation_);
    token.quote = token.span.begin < quotation.content.begin  ? QuoteState::opens
                  : token.span.begin >= quotation.content.end ? QuoteState::closes
                                                              : QuoteState::inside;
  }

  // Both characters of '' and `` are the mark.
  static void join_mark(std::vector<SpeechToken>& tokens) {
    if (tokens.size() < 2) return;
    const SpeechToken& second = tokens.back();
    SpeechToken& first = tokens[tokens.size() - 2];
    const bool same_mark = first.quotation == second.quotation && first.quote == second.quote &&
                           (first.quote == QuoteState::opens || first.quote == QuoteState::closes);
    if (!same_mark || first.span.end != second.span.begin) return;
    first.span.end = second.span.end;
    first.word = hash_of("\"");
    first.stem = first.prefix = first.suffix2 = first.suffix3 = first.word;
    tokens.pop_back();
  }

  std::string_view text_;
  std::span<const Quotation> quotations_;
  const TaggedText& tagged_;
  std::size_t next_ = 0;
  std::size_t next_sentence_ = 0;
  std::size_t next_clause_ = 0;
  std::size_t next_quotation_ = 0;
};

}  // namespace

std::uint32_t speech_word_hash(std::string_view lower_case) {
  return hash_of(lower_case);
}

std::vector<SpeechUnit> speech_units(std::string_view text, const Analysis& analysis,
                                     const TaggedText& tagged) {
  std::vector<SpeechUnit> units;
  UnitBuilder builder(text, analysis, tagged);
  const auto add = [&](Span block, bool is_title) {
    SpeechUnit unit = builder.build(block, is_title);
    if (!unit.tokens.empty()) units.push_back(std::move(unit));
  };
  if (!analysis.sentences.empty()) add(analysis.sentences.front(), true);
  for (Span paragraph : analysis.paragraphs) add(paragraph, false);
  find_labels(units);
  return units;
}

}  // namespace twosource

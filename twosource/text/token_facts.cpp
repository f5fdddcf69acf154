#include "twosource/text/token_facts.hpp"

#include <algorithm>

namespace twosource {
namespace {

// Beyond the ends of a sentence: no word has these.
constexpr std::uint64_t before_sentence = 1;
constexpr std::uint64_t behind_sentence = 2;
// Short words that the lexicon does not know are mostly function words, each a kind of its own.
constexpr std::uint32_t longest_own_kind = 5;
constexpr std::uint64_t unknown_kinds = 1U << 20U;

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_small(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

std::uint8_t shape_of(std::string_view token) {
  bool capital = false;
  bool small = false;
  bool digit = false;
  bool mark = false;
  bool foreign = false;
  for (const char c : token) {
    capital = capital || is_capital(c);
    small = small || is_small(c);
    digit = digit || is_ascii_digit(c);
    foreign = foreign || static_cast<unsigned char>(c) >= 0x80;
    mark = mark || c == '.' || c == '-' || c == '/' || c == ',' || c == ':';
  }
  unsigned shape = 0;
  if (!token.empty() && is_capital(token[0])) shape |= shape_capital;
  if (capital && !small && token.size() > 1) shape |= shape_capitals;
  if (digit) shape |= shape_digit;
  if (digit && !capital && !small && !foreign) shape |= shape_digits;
  if (mark) shape |= shape_mark_inside;
  if (foreign) shape |= shape_not_ascii;
  if (!capital && !small && !digit && !foreign) shape |= shape_no_word;
  return static_cast<std::uint8_t>(shape);
}

std::uint32_t packed(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes)
    value = value << 8U | static_cast<unsigned char>(is_capital(c) ? c + ('a' - 'A') : c);
  return value;
}

}  // namespace

TokenFacts facts_of(std::string_view text, const Token& token, const Lexicon& lexicon) {
  const std::string_view bytes = slice(text, token.span);
  TokenFacts facts;
  facts.word = token.hash;
  facts.shape = shape_of(bytes);
  facts.ending = packed(bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 4)));
  facts.beginning = packed(bytes.substr(0, 3));
  const WordKinds all_kinds = lexicon.kinds_of(token.hash);
  const auto kinds = static_cast<WordKinds>(all_kinds & grammar_kinds);
  facts.names = all_kinds & name_kinds;
  facts.persons = all_kinds >> static_cast<unsigned>(WordKind::person_noun);
  facts.kind = kinds;
  if (kinds == 0)
    facts.kind = bytes.size() <= longest_own_kind ? token.hash : unknown_kinds + facts.shape;
  return facts;
}

SentenceFacts::SentenceFacts(std::string_view text, const TaggedText& tagged, std::size_t begin,
                             std::size_t end, const Lexicon& lexicon) {
  facts_.reserve(end - begin + 2 * margin);
  TokenFacts outside;
  outside.word = outside.kind = before_sentence;
  facts_.assign(margin, outside);
  for (std::size_t i = begin; i < end; ++i)
    facts_.push_back(facts_of(text, tagged.tokens[i], lexicon));
  outside.word = outside.kind = behind_sentence;
  facts_.insert(facts_.end(), margin, outside);
}

}  // namespace twosource

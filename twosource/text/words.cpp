// Words and their hashes: the first pass over every text, so it has to be fast.
//
// Problem. Cut "The mayor's plan – 40 pages" into the, mayors, plan, 40, pages with their places,
// and give equal folded forms equal hashes, at the speed of an archive.
//
// Idea. Nearly every byte of news is ASCII, and for ASCII one table of 256 entries says all: 0 for
// what separates, else the folded byte, which goes straight into the hash; no folded copy is ever
// written. Inside a word eight bytes are tested and folded at once, in one register. A byte that is
// not ASCII sends its word to a second scanner, which reads code points: a table for the alphabets
// below U+0530 (Latin, Greek, Cyrillic), ICU's properties above. That scanner folds by table too,
// as long as no combining mark and no rare character is in the word; NFKC case folding maps such
// words code point by code point. Else ICU folds the whole word.
//
// Cost. About twenty instructions for eight bytes of a word, two multiplications for a word.
// tests/oracle/words_oracle_test.cpp holds the result to the definition in words.hpp.
#include "twosource/text/words.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

#include "twosource/base/unicode.hpp"
#include "twosource/text/word_hash.hpp"

namespace twosource {
namespace {

enum class Kind : std::uint8_t { other, letter, mark, ideograph, joiner };

// Entries of the ASCII table that are no folded byte.
constexpr unsigned char separator = 0;
constexpr unsigned char apostrophe = 1;
constexpr unsigned char not_ascii = 2;

constexpr std::array<unsigned char, 256> make_ascii_table() {
  std::array<unsigned char, 256> table{};
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<unsigned char>(c + ('a' - 'A'));
  for (unsigned c = 0x80; c <= 0xFF; ++c) table[c] = not_ascii;
  table['\''] = apostrophe;
  return table;
}

constexpr std::array<unsigned char, 256> ascii = make_ascii_table();

constexpr bool is_joiner(char32_t c) {
  switch (c) {
    case U'\'':
    case U'’':
    case U'‘':
    case U'ʼ':
    case U'ʻ':
    case U'＇':
    case 0x00AD:  // soft hyphen
    case 0x200C:  // zero-width non-joiner
    case 0x200D:  // zero-width joiner
    case 0x2060:  // word joiner
      return true;
    default:
      return false;
  }
}

Kind kind_by_property(char32_t c) {
  if (is_joiner(c)) return Kind::joiner;
  if (is_ideograph(c)) return Kind::ideograph;
  if (is_letter(c) || is_digit(c)) return Kind::letter;
  return is_mark(c) ? Kind::mark : Kind::other;
}

// What the second scanner knows by heart: the kind of every code point below U+2070 (the general
// punctuation ends there) and the folded UTF-8 of those below U+0530 (the Cyrillic block ends
// there), where it fits into four bytes.
struct KnownCharacters {
  static constexpr char32_t kinds_end = 0x2070;
  static constexpr char32_t folds_end = 0x0530;

  struct Folded {
    std::array<unsigned char, 4> bytes{};
    std::uint8_t size = 0;
    bool simple = false;  // the fold does not depend on what stands beside it
  };

  std::array<Kind, kinds_end> kinds{};
  std::array<Folded, folds_end> folds{};

  KnownCharacters() {
    for (char32_t c = 0; c < kinds_end; ++c) kinds[c] = kind_by_property(c);
    for (char32_t c = 0; c < folds_end; ++c) {
      const std::string folded = fold(to_utf8(c));
      Folded& known = folds[c];
      known.simple =
          kinds[c] == Kind::letter && !folded.empty() && folded.size() <= known.bytes.size();
      if (!known.simple) continue;
      for (char byte : folded) known.bytes.at(known.size++) = static_cast<unsigned char>(byte);
    }
  }
};

const KnownCharacters& known_characters() {
  static const KnownCharacters known;
  return known;
}

Kind kind_of(char32_t c) {
  return c < KnownCharacters::kinds_end ? known_characters().kinds[c] : kind_by_property(c);
}

void add_bytes(WordHash& hash, std::string_view bytes) {
  for (char byte : bytes) hash.add(static_cast<unsigned char>(byte));
}

// Adds the folded form of one letter or digit; false if ICU has to fold the whole word.
bool add_folded(WordHash& hash, char32_t c) {
  if (c >= KnownCharacters::folds_end) return false;
  const KnownCharacters::Folded& known = known_characters().folds[c];
  for (std::uint8_t i = 0; i < known.size; ++i) hash.add(known.bytes[i]);
  return known.simple;
}

struct Scanned {
  std::size_t end = 0;
  WordHash hash;
  bool empty = false;  // the folded form has no bytes
};

// The end of the marks from `i` on.
std::size_t skip_marks(std::string_view text, std::size_t i) {
  CodePoint c = code_point_at(text, i);
  while (c.size > 0 && kind_of(c.value) == Kind::mark) {
    i += c.size;
    c = code_point_at(text, i);
  }
  return i;
}

Scanned fold_by_icu(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string folded = fold_word(text.substr(begin, end - begin));
  Scanned scanned{end, {}, folded.empty()};
  add_bytes(scanned.hash, folded);
  return scanned;
}

// Reads the word that begins at `begin` with a letter, a digit or an ideograph.
Scanned scan_word(std::string_view text, std::size_t begin) {
  const CodePoint first = code_point_at(text, begin);
  if (kind_of(first.value) == Kind::ideograph) {
    return fold_by_icu(text, begin, skip_marks(text, begin + first.size));
  }
  Scanned scanned;
  bool simple = true;
  std::size_t i = begin;
  for (CodePoint c = first; c.size > 0; c = code_point_at(text, i)) {
    const Kind kind = kind_of(c.value);
    if (kind == Kind::joiner) {
      const CodePoint behind = code_point_at(text, i + c.size);
      if (behind.size == 0 || kind_of(behind.value) != Kind::letter) break;
    } else if (kind == Kind::mark) {
      simple = false;
    } else if (kind == Kind::letter) {
      simple = simple && add_folded(scanned.hash, c.value);
    } else {
      break;
    }
    i += c.size;
  }
  if (!simple) return fold_by_icu(text, begin, i);
  scanned.end = i;
  return scanned;
}

unsigned char class_at(std::string_view text, std::size_t i) {
  return i < text.size() ? ascii[static_cast<unsigned char>(text[i])] : separator;
}

// Eight bytes of text, the first in the lowest bits.
std::uint64_t load_block(const char* bytes) {
  std::uint64_t block = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&block, bytes, sizeof block);
  } else {
    for (unsigned i = 0; i < 8; ++i) {
      block |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
  }
  return block;
}

// How many bytes of the block, from the first, are ASCII letters or digits: 0 to 8. Eight
// comparisons at once: adding 128 - c to a byte below 128 sets its top bit if it is at least c.
unsigned count_letters(std::uint64_t block) {
  constexpr std::uint64_t every = 0x0101010101010101U;
  constexpr std::uint64_t top = 0x80 * every;
  const auto at_least = [](std::uint64_t bytes, unsigned c) { return bytes + (0x80 - c) * every; };
  const std::uint64_t low = block & ~top;
  const std::uint64_t lower = low | 0x20 * every;
  const std::uint64_t letter = at_least(lower, 'a') & ~at_least(lower, 'z' + 1);
  const std::uint64_t digit = at_least(low, '0') & ~at_least(low, '9' + 1);
  const std::uint64_t others = ~(letter | digit) | block;
  return static_cast<unsigned>(std::countr_zero(others & top)) / 8;
}

// Adds the ASCII letters and digits from `i` on, folded, and returns their end.
std::size_t add_ascii_run(WordHash& hash, std::string_view text, std::size_t i) {
  constexpr std::uint64_t to_lower = 0x2020202020202020U;  // digits have the bit already
  while (hash.aligned() && i + 8 <= text.size()) {
    const std::uint64_t block = load_block(text.data() + i);
    const unsigned size = count_letters(block);
    if (size == 8) {
      hash.add_block(block | to_lower, 8);
      i += 8;
      continue;
    }
    hash.add_block((block | to_lower) & ((std::uint64_t{1} << (8 * size)) - 1), size);
    return i + size;
  }
  for (unsigned char c = class_at(text, i); c > not_ascii; c = class_at(text, ++i)) hash.add(c);
  return i;
}

// Whether the character at `i`, which is not ASCII, can carry on a word.
bool may_continue(std::string_view text, std::size_t i) {
  const Kind kind = kind_of(code_point_at(text, i).value);
  return kind != Kind::other && kind != Kind::ideograph;
}

// Reads the word that begins at `begin` with an ASCII letter or digit.
Scanned scan_ascii_word(std::string_view text, std::size_t begin) {
  Scanned scanned{begin, {}, false};
  scanned.end = add_ascii_run(scanned.hash, text, begin);
  while (true) {
    const unsigned char behind = class_at(text, scanned.end);
    if (behind == separator) return scanned;
    if (behind == not_ascii) {
      return may_continue(text, scanned.end) ? scan_word(text, begin) : scanned;
    }
    const unsigned char next = class_at(text, scanned.end + 1);
    if (next == not_ascii) return scan_word(text, begin);
    if (next <= not_ascii) return scanned;
    scanned.end = add_ascii_run(scanned.hash, text, scanned.end + 1);
  }
}

}  // namespace

std::vector<Word> find_words(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 6 + 1);  // English and German news have 6 to 7 bytes a word
  std::size_t i = 0;
  while (i < text.size()) {
    const unsigned char c = class_at(text, i);
    if (c <= apostrophe) {
      ++i;
      continue;
    }
    Scanned scanned;
    if (c > not_ascii) {
      scanned = scan_ascii_word(text, i);
    } else {
      const CodePoint first = code_point_at(text, i);
      const Kind kind = kind_of(first.value);
      if (kind != Kind::letter && kind != Kind::ideograph) {
        i += first.size;
        continue;
      }
      scanned = scan_word(text, i);
    }
    const Span span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(scanned.end)};
    if (!scanned.empty) words.push_back({span, scanned.hash.value()});
    i = scanned.end;
  }
  return words;
}

std::string fold_word(std::string_view word) {
  std::string kept;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    if (!is_joiner(c.value)) kept.append(word.substr(i, c.size));
    i += c.size;
  }
  return fold(kept);
}

std::uint64_t hash_folded(std::string_view folded) {
  WordHash hash;
  add_bytes(hash, folded);
  return hash.value();
}

bool same_word(std::string_view a, std::string_view b) {
  return a == b || fold_word(a) == fold_word(b);
}

}  // namespace twosource

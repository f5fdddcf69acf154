// Words and their hashes: the first pass over every text, so it has to be fast.
//
// Problem. Cut "The mayor's plan – 40 pages" into the, mayors, plan, 40, pages with their places,
// and give equal folded forms equal hashes, at the speed of an archive.
//
// Idea. Cut at the bytes that stand in no word first: word_fields.cpp lists the runs of letters,
// digits and bytes that are not ASCII, many bytes at once. What becomes of such a field depends on
// its bytes:
//
// - 16 or fewer, all ASCII, no apostrophe behind: the field is one word. Two loads of eight bytes,
//   masked and folded in registers, are its hash's block; no folded copy is ever written. Nine of
//   ten words of English and German news go this way, without a branch that depends on them.
// - 16 or fewer, ASCII and letters of Latin-1 (ä, É): the same, with a longer test. In UTF-8 these
//   letters are a byte C3 and a second byte that is folded as ASCII is, by setting the bit 0x20.
// - Any other: a scanner reads it code point by code point, with a table for the alphabets below
//   U+0530 (Latin, Greek, Cyrillic) and ICU's properties above. It folds by table too, as long as
//   no combining mark and no rare character is in the word; NFKC case folding maps such words code
//   point by code point. Else ICU folds the whole word.
//
// The text is read in pieces of a kilobyte, whose list of fields stays in the first cache.
//
// Cost. On news about 6 ns for an English and 10 ns for a German word, half of what a scanner needs
// that reads on from word to word eight bytes at a time.
// tests/oracle/words_test.cpp holds the result to the definition in words.hpp.
#include "twosource/text/words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <span>

#include "twosource/base/unicode.hpp"
#include "twosource/text/word_fields.hpp"
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

void add_bytes(WordHash& hash, std::string_view bytes) {
  for (char byte : bytes) hash.add(static_cast<unsigned char>(byte));
}

// Reads single words code point by code point. Holds the tables, so that no character has to ask
// whether they are made.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // Appends the words that begin in [begin, end) and returns the end of the last one, at least
  // `end`.
  std::size_t read(std::size_t begin, std::size_t end, std::vector<Word>& words) const;

 private:
  struct Scanned {
    std::size_t end = 0;
    WordHash hash;
    bool empty = false;  // the folded form has no bytes
  };

  [[nodiscard]] Kind kind_of(char32_t c) const {
    return c < KnownCharacters::kinds_end ? known_.kinds[c] : kind_by_property(c);
  }
  [[nodiscard]] unsigned char class_at(std::size_t i) const {
    return i < text_.size() ? ascii[static_cast<unsigned char>(text_[i])] : separator;
  }

  bool add_folded(WordHash& hash, char32_t c) const;
  std::size_t add_ascii_run(WordHash& hash, std::size_t i) const;
  [[nodiscard]] bool may_continue(std::size_t i) const;
  [[nodiscard]] std::size_t skip_marks(std::size_t i) const;
  [[nodiscard]] Scanned fold_by_icu(std::size_t begin, std::size_t end) const;
  [[nodiscard]] Scanned scan_word(std::size_t begin) const;
  [[nodiscard]] Scanned scan_ascii_word(std::size_t begin) const;

  std::string_view text_;
  const KnownCharacters& known_ = known_characters();
};

std::size_t Scanner::read(std::size_t begin, std::size_t end, std::vector<Word>& words) const {
  std::size_t i = begin;
  while (i < end) {
    const unsigned char c = class_at(i);
    if (c <= apostrophe) {
      ++i;
      continue;
    }
    Scanned scanned;
    if (c > not_ascii) {
      scanned = scan_ascii_word(i);
    } else {
      const CodePoint first = code_point_at(text_, i);
      const Kind kind = kind_of(first.value);
      if (kind != Kind::letter && kind != Kind::ideograph) {
        i += first.size;
        continue;
      }
      scanned = scan_word(i);
    }
    const Span span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(scanned.end)};
    if (!scanned.empty) words.push_back({span, scanned.hash.value()});
    i = scanned.end;
  }
  return i;
}

// Adds the folded form of one letter or digit; false if ICU has to fold the whole word.
bool Scanner::add_folded(WordHash& hash, char32_t c) const {
  if (c >= KnownCharacters::folds_end) return false;
  const KnownCharacters::Folded& known = known_.folds[c];
  for (std::uint8_t i = 0; i < known.size; ++i) hash.add(known.bytes[i]);
  return known.simple;
}

// Adds the ASCII letters and digits from `i` on, folded, and returns their end.
std::size_t Scanner::add_ascii_run(WordHash& hash, std::size_t i) const {
  for (unsigned char c = class_at(i); c > not_ascii; c = class_at(++i)) hash.add(c);
  return i;
}

// Whether the character at `i`, which is not ASCII, can carry on a word.
bool Scanner::may_continue(std::size_t i) const {
  const Kind kind = kind_of(code_point_at(text_, i).value);
  return kind != Kind::other && kind != Kind::ideograph;
}

// The end of the marks from `i` on.
std::size_t Scanner::skip_marks(std::size_t i) const {
  CodePoint c = code_point_at(text_, i);
  while (c.size > 0 && kind_of(c.value) == Kind::mark) {
    i += c.size;
    c = code_point_at(text_, i);
  }
  return i;
}

Scanner::Scanned Scanner::fold_by_icu(std::size_t begin, std::size_t end) const {
  const std::string folded = fold_word(text_.substr(begin, end - begin));
  Scanned scanned{end, {}, folded.empty()};
  add_bytes(scanned.hash, folded);
  return scanned;
}

// Reads the word that begins at `begin` with a letter, a digit or an ideograph.
Scanner::Scanned Scanner::scan_word(std::size_t begin) const {
  const CodePoint first = code_point_at(text_, begin);
  if (kind_of(first.value) == Kind::ideograph) {
    return fold_by_icu(begin, skip_marks(begin + first.size));
  }
  Scanned scanned;
  bool simple = true;
  std::size_t i = begin;
  for (CodePoint c = first; c.size > 0; c = code_point_at(text_, i)) {
    const Kind kind = kind_of(c.value);
    if (kind == Kind::joiner) {
      const CodePoint behind = code_point_at(text_, i + c.size);
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
  if (!simple) return fold_by_icu(begin, i);
  scanned.end = i;
  return scanned;
}

// Reads the word that begins at `begin` with an ASCII letter or digit.
Scanner::Scanned Scanner::scan_ascii_word(std::size_t begin) const {
  Scanned scanned{begin, {}, false};
  scanned.end = add_ascii_run(scanned.hash, begin);
  while (true) {
    const unsigned char behind = class_at(scanned.end);
    if (behind == separator) return scanned;
    if (behind == not_ascii) {
      return may_continue(scanned.end) ? scan_word(begin) : scanned;
    }
    const unsigned char next = class_at(scanned.end + 1);
    if (next == not_ascii) return scan_word(begin);
    if (next <= not_ascii) return scanned;
    scanned.end = add_ascii_run(scanned.hash, scanned.end + 1);
  }
}

// The block of a word of up to 16 bytes, as WordHash takes it.
struct Block {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

constexpr std::size_t block_bytes = WordHash::block_bytes;
constexpr std::uint64_t every = 0x0101010101010101U;  // times a byte: eight of them
constexpr std::uint64_t top_bits = 0x80 * every;
constexpr std::uint64_t to_lower = 0x20 * every;  // digits have the bit already

// All bits of the first `size` bytes of a block, by size.
constexpr std::array<Block, block_bytes + 1> make_masks() {
  std::array<Block, block_bytes + 1> masks{};
  for (std::size_t i = 0; i < block_bytes; ++i) {
    masks[i + 1] = masks[i];
    (i < 8 ? masks[i + 1].low : masks[i + 1].high) |= std::uint64_t{0xFF} << (8 * (i % 8));
  }
  return masks;
}

constexpr std::array<Block, block_bytes + 1> masks = make_masks();

// A piece of the text with its fields.
struct Piece {
  std::uint32_t begin = 0;               // in the text
  const char* bytes = nullptr;           // 16 more than the fields may be read
  std::span<const std::uint16_t> edges;  // of closed fields, counted from `bytes`
};

// Adds the plain words from the field at `edge` on; returns the edge of the first other field.
std::size_t add_plain_words(const Piece& piece, std::size_t edge, std::vector<Word>& words) {
  const Piece p = piece;  // a copy that no store can change: it stays in registers
  for (; edge < p.edges.size(); edge += 2) {
    const std::uint32_t begin = p.edges[edge];
    const std::uint32_t end = p.edges[edge + 1];
    const std::uint32_t size = end - begin;
    if (size > block_bytes || p.bytes[end] == '\'') break;
    const Block& mask = masks[size];
    const std::uint64_t low = load_eight(p.bytes + begin);
    const std::uint64_t high = load_eight(p.bytes + begin + 8);
    if ((((low & mask.low) | (high & mask.high)) & top_bits) != 0) break;
    words.push_back(
        {{p.begin + begin, p.begin + end},
         WordHash::of_block((low | to_lower) & mask.low, (high | to_lower) & mask.high)});
  }
  return edge;
}

// One in the lowest bit of every byte that begins a character beyond ASCII.
std::uint64_t lead_bytes(std::uint64_t bytes) {
  return (bytes & (bytes << 1U) & top_bits) >> 7U;
}

bool has_byte(std::uint64_t bytes, unsigned char byte) {
  bytes ^= byte * every;
  return ((bytes - every) & ~bytes & top_bits) != 0;
}

// True if all that is not ASCII are whole characters from U+00C0 to U+00FF, but for ß, which folds
// to ss, and × and ÷, which are no letters.
bool is_latin(const Block& block) {
  const auto is_other = [](std::uint64_t bytes, std::uint64_t leads) {
    return ((bytes ^ 0xC3 * leads) & 0xFF * leads) != 0 || has_byte(bytes, 0x9F) ||
           has_byte(bytes, 0x97) || has_byte(bytes, 0xB7);
  };
  const Block leads = {lead_bytes(block.low), lead_bytes(block.high)};
  const Block seconds = {(block.low & top_bits) >> 7U ^ leads.low,
                         (block.high & top_bits) >> 7U ^ leads.high};
  const bool whole = seconds.low == leads.low << 8U &&
                     seconds.high == (leads.high << 8U | leads.low >> 56U) &&
                     leads.high >> 56U == 0;
  return whole && !is_other(block.low, leads.low) && !is_other(block.high, leads.high);
}

std::uint64_t fold_latin(std::uint64_t bytes) {
  return bytes | 0x20 * (every - lead_bytes(bytes));
}

// Adds the field at `edge` if it is one word of Latin letters and digits.
bool add_latin_word(const Piece& piece, std::size_t edge, std::vector<Word>& words) {
  const std::uint32_t begin = piece.edges[edge];
  const std::uint32_t end = piece.edges[edge + 1];
  if (end - begin > block_bytes || piece.bytes[end] == '\'') return false;
  const Block& mask = masks[end - begin];
  const Block block = {load_eight(piece.bytes + begin) & mask.low,
                       load_eight(piece.bytes + begin + 8) & mask.high};
  if (!is_latin(block)) return false;
  words.push_back(
      {{piece.begin + begin, piece.begin + end},
       WordHash::of_block(fold_latin(block.low) & mask.low, fold_latin(block.high) & mask.high)});
  return true;
}

// Adds the words of all fields; returns the end of the last one the scanner read: an apostrophe may
// have led it into later fields.
std::size_t add_words(const Piece& piece, const Scanner& scanner, std::vector<Word>& words) {
  std::size_t read = piece.begin;
  std::size_t edge = 0;
  while ((edge = add_plain_words(piece, edge, words)) < piece.edges.size()) {
    if (!add_latin_word(piece, edge, words)) {
      read =
          scanner.read(piece.begin + piece.edges[edge], piece.begin + piece.edges[edge + 1], words);
    }
    edge += 2;
    while (edge < piece.edges.size() && piece.begin + piece.edges[edge] < read) {
      read = scanner.read(read, piece.begin + piece.edges[edge + 1], words);
      edge += 2;
    }
  }
  return read;
}

}  // namespace

bool WordReader::read(std::vector<Word>& words) {
  const std::size_t left = text_.size() - position_;
  if (left == 0) return false;
  const char* bytes = text_.data() + position_;
  std::size_t blocks =
      left < block_bytes ? 0 : std::min((left - block_bytes) / field_block, most_field_blocks);
  std::size_t size = blocks * field_block;

  // The last bytes are copied, so that nothing behind the text is read. The zeros end the field.
  std::array<char, 2 * field_block + block_bytes> last;
  if (blocks == 0) {
    last.fill(0);
    std::memcpy(last.data(), bytes, left);
    bytes = last.data();
    blocks = 2;
    size = left;
  }

  std::array<std::uint16_t, most_field_blocks * field_block> edges;
  const std::size_t count = find_field_edges(bytes, blocks, edges.data());
  const Scanner scanner(text_);
  if (count == 1 && edges.front() == 0) {  // nothing but one field, still open
    position_ = scanner.read(position_, position_ + size, words);
    return true;
  }
  if (count % 2 == 1) size = edges[count - 1];  // the open field is left to the next piece
  const Piece piece{static_cast<std::uint32_t>(position_), bytes,
                    std::span(edges).first(count / 2 * 2)};
  position_ = std::max(position_ + size, add_words(piece, scanner, words));
  return true;
}

std::vector<Word> find_words(std::string_view text) {
  std::vector<Word> words;
  words.reserve(text.size() / 6 + 1);  // English and German news have 6 to 7 bytes a word
  WordReader reader(text);
  while (reader.read(words)) {
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

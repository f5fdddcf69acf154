// What a word is like, learned from news that nobody labelled.
//
// A model that learns from a thousand labelled articles has never seen most surnames and towns of
// the next one. But other news has: words with the same neighbours were put into one class there
// (models/words/README.md says how), so that what was learned of "Nairobi" holds for "Lusaka". And
// how often a word has a capital inside sentences tells a name from a word that has one because its
// sentence begins, or stands in a headline.
//
// A table of hashes, as in base/linear_model.cpp: the top bits choose a bucket, 16 other bits know
// the word again, 16 bits are what is known of it. Five words a bucket on average. Read straight
// from the file's bytes; docs/formats/word-classes.md has the layout.
#include "twosource/text/word_classes.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <limits>

#include "twosource/base/embedded.hpp"
#include "twosource/base/hash.hpp"

TWOSOURCE_EMBEDDED(word_classes_en)

namespace twosource {
namespace {

static_assert(std::endian::native == std::endian::little, "files of word classes are so");

constexpr std::string_view magic{"2SWORDCL", 8};
constexpr std::uint32_t version = 1;
constexpr std::size_t checked_from = 24;  // magic, version, size and checksum stand before
constexpr std::size_t header_size = 40;
constexpr unsigned most_bucket_bits = 24;
constexpr std::size_t most_fine = 1023;
constexpr std::size_t words_a_bucket = 4;

template <class T>
T load(std::string_view bytes, std::size_t at) {
  T value{};
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <class T>
void store(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

std::uint16_t print_of(std::uint64_t hash) {
  return static_cast<std::uint16_t>(hash);
}

// Fine class and band in 16 bits.
std::uint16_t packed(const ClassedWord& word) {
  return static_cast<std::uint16_t>(word.fine | word.capitals << 10U);
}
std::uint16_t fine_of(std::uint16_t packed) {
  return packed & most_fine;
}
std::uint8_t capitals_of(std::uint16_t packed) {
  return static_cast<std::uint8_t>(packed >> 10U);
}

Error damaged() {
  return {ErrorKind::damaged, "the file of word classes is cut off or was changed; fetch it again"};
}

// Whether the buckets begin in order and the last ends with the words.
bool check_buckets(std::string_view buckets, std::size_t words) {
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < buckets.size(); i += sizeof before) {
    const auto begin = load<std::uint32_t>(buckets, i);
    if (begin < before || (i == 0 && begin != 0)) return false;
    before = begin;
  }
  return before == words;
}

bool check_words(std::string_view words, std::size_t fine_count) {
  for (std::size_t i = 0; i < words.size(); i += 4) {
    const auto known = load<std::uint16_t>(words, i + 2);
    if (fine_of(known) < 1 || fine_of(known) > fine_count || capitals_of(known) > capital_bands)
      return false;
  }
  return true;
}

}  // namespace

Result<WordClasses> WordClasses::open(std::string_view bytes) {
  if (bytes.substr(0, magic.size()) != magic)
    return Error{ErrorKind::format, "this is no file of word classes of twosource"};
  if (bytes.size() < header_size) return damaged();
  if (load<std::uint32_t>(bytes, 8) != version)
    return Error{ErrorKind::format,
                 "the file of word classes was made by a later version of twosource; update the "
                 "program"};
  if (load<std::uint32_t>(bytes, 12) != bytes.size() ||
      load<std::uint64_t>(bytes, 16) != hash_bytes(bytes.substr(checked_from)))
    return damaged();
  const std::size_t bits = load<std::uint32_t>(bytes, 24);
  const std::size_t fine = load<std::uint32_t>(bytes, 28);
  const std::size_t words = load<std::uint32_t>(bytes, 32);
  if (bits < 1 || bits > most_bucket_bits || fine < 1 || fine > most_fine) return damaged();
  const std::size_t buckets_size = ((std::size_t{1} << bits) + 1) * sizeof(std::uint32_t);
  if (bytes.size() != header_size + fine + buckets_size + words * word_size) return damaged();

  WordClasses classes;
  classes.bucket_shift_ = static_cast<unsigned>(64 - bits);
  classes.coarse_ = bytes.substr(header_size, fine);
  classes.buckets_ = bytes.substr(header_size + fine, buckets_size);
  classes.words_ = bytes.substr(header_size + fine + buckets_size);
  const bool sound = check_buckets(classes.buckets_, words) && check_words(classes.words_, fine) &&
                     classes.coarse_.find('\0') == std::string_view::npos;
  if (!sound) return damaged();
  return classes;
}

const WordClasses& WordClasses::english() {
  static const Result<WordClasses> classes = open(word_classes_en());
  // The bytes are part of the program; if they are no table, the program was built wrong.
  assert(classes);
  return *classes;
}

WordClass WordClasses::of(std::uint64_t word_hash) const {
  const std::size_t bucket = word_hash >> bucket_shift_;
  const std::size_t begin = load<std::uint32_t>(buckets_, 4 * bucket) * word_size;
  const std::size_t end = load<std::uint32_t>(buckets_, 4 * (bucket + 1)) * word_size;
  for (std::size_t at = begin; at < end; at += word_size) {
    if (load<std::uint16_t>(words_, at) != print_of(word_hash)) continue;
    const auto known = load<std::uint16_t>(words_, at + 2);
    const std::uint16_t fine = fine_of(known);
    return {fine, static_cast<std::uint8_t>(coarse_[fine - 1U]), capitals_of(known)};
  }
  return {};
}

std::string write_word_classes(std::vector<ClassedWord> words,
                               const std::vector<std::uint8_t>& coarse) {
  assert(!coarse.empty() && coarse.size() <= most_fine);
  std::sort(words.begin(), words.end(),
            [](const ClassedWord& a, const ClassedWord& b) { return a.hash < b.hash; });
  const auto bits = std::clamp(static_cast<unsigned>(std::bit_width(words.size() / words_a_bucket)),
                               1U, most_bucket_bits);
  std::string checked;
  store(checked, std::uint32_t{bits});
  store(checked, static_cast<std::uint32_t>(coarse.size()));
  store(checked, static_cast<std::uint32_t>(words.size()));
  store(checked, std::uint32_t{0});
  checked.append(coarse.begin(), coarse.end());
  std::size_t next = 0;
  for (std::uint64_t bucket = 0; bucket < std::uint64_t{1} << bits; ++bucket) {
    store(checked, static_cast<std::uint32_t>(next));
    while (next < words.size() && words[next].hash >> (64 - bits) == bucket) ++next;
  }
  store(checked, static_cast<std::uint32_t>(next));
  for (const ClassedWord& word : words) {
    store(checked, print_of(word.hash));
    store(checked, packed(word));
  }
  std::string bytes(magic);
  store(bytes, version);
  store(bytes, static_cast<std::uint32_t>(checked_from + checked.size()));
  store(bytes, hash_bytes(checked));
  return bytes + checked;
}

}  // namespace twosource

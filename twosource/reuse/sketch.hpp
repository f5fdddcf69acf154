#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// Calls `body` with the hash of every gram, in text order. A gram's hash is the exclusive or of
/// its words' hashes, each turned by its place: hashes of words are as good as random bits, so
/// these are too, and one word is taken out and another put in by two operations.
template <class Body>
void for_each_gram(std::span<const Word> words, std::uint32_t gram_words, const Body& body) {
  constexpr int turn = 13;  // odd, so that 64 places differ
  if (words.size() < gram_words) return;
  const int leaving = static_cast<int>((gram_words - 1) % 64) * turn % 64;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i + 1 < gram_words; ++i) hash = std::rotl(hash, turn) ^ words[i].hash;
  for (std::size_t i = 0; i + gram_words <= words.size(); ++i) {
    hash = std::rotl(hash, turn) ^ words[i + gram_words - 1].hash;
    body(hash);
    hash ^= std::rotl(words[i].hash, leaving);
  }
}

/// The words of a text; the list is used again for each text.
void read_all_words(std::string_view text, std::vector<Word>& words);

/// How many hashes a sketch has, and how many of them a pair must share to be compared.
struct SketchSize {
  std::uint32_t hashes = 16;
  std::uint32_t shared = 3;
};

/// The most shared hashes that one may ask for, so that no more than 2 of 1,000 pairs at the
/// threshold share fewer.
SketchSize sketch_size(double threshold);

/// What is kept of one text besides its smallest hashes.
struct Sketch {
  std::uint32_t size = 0;   ///< hashes; fewer than asked for: these are all grams
  std::uint32_t grams = 0;  ///< with repetitions
  std::uint64_t sum = 0;    ///< of all grams: equal for equal texts
};

/// Makes the sketches of one text after the other, with the same buffers.
class Sketcher {
 public:
  Sketcher(std::uint32_t gram_words, std::uint32_t hashes)
      : gram_words_(gram_words), wanted_(hashes) {}

  /// Writes the smallest distinct hashes, ascending, to `out`, which has room for all that are
  /// wanted. Linear in the text.
  Sketch sketch(std::string_view text, std::uint64_t* out);

 private:
  std::uint32_t sample(std::uint64_t bound, std::uint64_t& sum);

  std::uint32_t gram_words_;
  std::uint32_t wanted_;
  std::vector<Word> words_;
  std::vector<std::uint64_t> sample_;
};

}  // namespace twosource

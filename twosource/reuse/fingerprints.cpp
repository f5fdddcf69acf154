// Winnowing: which grams of a text are worth an index entry?
//
// Two articles share a passage somewhere. Looking up every gram of five words would find it and
// cost an index entry for each word. Looking up every fourth gram by position would not find it:
// the passage begins at another word in each text. So the content decides: hash all grams, slide a
// window over the hashes and keep the smallest of each window.
//
//     grams' hashes   77 42 17 98 50 17 08 88 67 39      window of 4
//     kept                  17          08       39
//
// Neighbouring windows mostly share their smallest hash, so few are kept (2 of w + 1), and the same
// words choose the same gram in both texts.
//
// S. Schleimer, D. Wilkerson, A. Aiken: Winnowing: Local Algorithms for Document Fingerprinting,
// SIGMOD 2003. Of equal hashes the last is taken, always: the "robust" variant of the paper looks
// back at earlier windows and can choose different places in the two texts.
#include "twosource/reuse/fingerprints.hpp"

#include <cstddef>

namespace twosource {
namespace {

// An odd 64-bit multiplier with well spread bits (the golden ratio's fraction).
constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;

std::uint64_t power(std::uint32_t exponent) {
  std::uint64_t result = 1;
  for (std::uint32_t i = 0; i < exponent; ++i) result *= multiplier;
  return result;
}

// The upper half of a product depends on all bits below; folding first lets all bits count.
std::uint32_t mix(std::uint64_t hash) {
  hash ^= hash >> 32U;
  return static_cast<std::uint32_t>((hash * multiplier) >> 32U);
}

// Hashes of all grams, rolled along: one multiplication takes the first word out, one makes room.
std::vector<std::uint32_t> hash_grams(std::span<const Word> words, std::uint32_t gram_words) {
  std::vector<std::uint32_t> grams(words.size() - gram_words + 1);
  const std::uint64_t leaving = power(gram_words);
  std::uint64_t hash = 0;
  for (std::uint32_t i = 0; i < gram_words; ++i) hash = hash * multiplier + words[i].hash;
  grams[0] = mix(hash);
  for (std::size_t i = gram_words; i < words.size(); ++i) {
    hash = hash * multiplier + words[i].hash - leaving * words[i - gram_words].hash;
    grams[i - gram_words + 1] = mix(hash);
  }
  return grams;
}

// Index of the smallest of [begin, end), the last one of equals.
std::size_t last_smallest(std::span<const std::uint32_t> grams, std::size_t begin,
                          std::size_t end) {
  std::size_t best = begin;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (grams[i] <= grams[best]) best = i;
  }
  return best;
}

}  // namespace

std::vector<Fingerprint> select_fingerprints(std::span<const Word> words, std::uint32_t gram_words,
                                             std::uint32_t window_grams) {
  std::vector<Fingerprint> chosen;
  if (words.size() < std::size_t{gram_words} + window_grams - 1) return chosen;
  const std::vector<std::uint32_t> grams = hash_grams(words, gram_words);
  chosen.reserve(grams.size() * 2 / (window_grams + 1) + window_grams);

  std::size_t best = last_smallest(grams, 0, window_grams);
  chosen.push_back({grams[best], static_cast<std::uint32_t>(best)});
  for (std::size_t end = window_grams + 1; end <= grams.size(); ++end) {
    const std::size_t newest = end - 1;
    const std::size_t before = best;
    if (best + window_grams < end) {
      best = last_smallest(grams, end - window_grams, end);
    } else if (grams[newest] <= grams[best]) {
      best = newest;
    }
    if (best != before) chosen.push_back({grams[best], static_cast<std::uint32_t>(best)});
  }
  return chosen;
}

}  // namespace twosource

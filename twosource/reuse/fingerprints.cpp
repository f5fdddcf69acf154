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
//
// No branch depends on the hashes, for no processor could predict it: hash and place of a gram are
// one number, the smallest of each window is found by doubling (of two grams, of four, ...), and
// what is the same as in the window before is written and overwritten.
#include "twosource/reuse/fingerprints.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace twosource {
namespace {

// An odd 64-bit multiplier with well spread bits (the golden ratio's fraction).
constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t upper_half = 0xFFFFFFFF00000000U;
constexpr std::uint32_t last_place = std::numeric_limits<std::uint32_t>::max();

std::uint64_t power(std::uint32_t exponent) {
  std::uint64_t result = 1;
  for (std::uint32_t i = 0; i < exponent; ++i) result *= multiplier;
  return result;
}

// The upper bits of a product depend on all bits below; folding lets all bits count for all.
std::uint64_t mix(std::uint64_t hash) {
  hash ^= hash >> 32U;
  hash *= multiplier;
  return hash ^ (hash >> 32U);
}

}  // namespace

// Rolled along: one multiplication takes the first word out, one makes room.
void FingerprintSelector::hash_grams(std::span<const Word> words) {
  const std::size_t count = words.size() - gram_words_ + 1;
  if (hashes_.size() < count) hashes_.resize(count);
  if (keys_.size() < count) keys_.resize(count);
  const std::uint64_t leaving = power(gram_words_);
  std::uint64_t rolling = 0;
  for (std::uint32_t i = 0; i < gram_words_; ++i) rolling = rolling * multiplier + words[i].hash;
  for (std::size_t i = 0; i < count; ++i) {
    hashes_[i] = mix(rolling);
    keys_[i] = (hashes_[i] & upper_half) | (last_place - static_cast<std::uint32_t>(i));
    if (i + 1 == count) break;
    rolling = rolling * multiplier + words[i + gram_words_].hash - leaving * words[i].hash;
  }
}

// keys_[i] becomes the smallest of keys_[i] .. keys_[i + window_grams_ - 1].
void FingerprintSelector::find_smallest_of_windows(std::size_t count) {
  const auto take_smaller = [&](std::size_t step) {
    for (std::size_t i = 0; i + step < count; ++i) keys_[i] = std::min(keys_[i], keys_[i + step]);
  };
  std::uint32_t covered = 1;
  for (; 2 * covered <= window_grams_; covered *= 2) take_smaller(covered);
  if (covered < window_grams_) take_smaller(window_grams_ - covered);
}

std::span<const Fingerprint> FingerprintSelector::select(std::span<const Word> words) {
  if (words.size() < std::size_t{gram_words_} + window_grams_ - 1) return {};
  hash_grams(words);
  const std::size_t grams = words.size() - gram_words_ + 1;
  find_smallest_of_windows(grams);

  const std::size_t windows = grams - window_grams_ + 1;
  if (chosen_.size() < windows) chosen_.resize(windows);
  std::size_t count = 0;
  std::uint64_t before = std::numeric_limits<std::uint64_t>::max();
  for (std::size_t i = 0; i < windows; ++i) {
    const std::uint32_t place = last_place - static_cast<std::uint32_t>(keys_[i]);
    count += i > 0 && keys_[i] != before ? 1 : 0;
    chosen_[count] = {hashes_[place], place};
    before = keys_[i];
  }
  return std::span(chosen_).first(count + 1);
}

}  // namespace twosource

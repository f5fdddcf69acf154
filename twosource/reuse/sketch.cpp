// The smallest hashes of a text's grams; near_duplicates.cpp tells what they are good for.
#include "twosource/reuse/sketch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "twosource/text/words.hpp"

namespace twosource {

void read_all_words(std::string_view text, std::vector<Word>& words) {
  words.clear();
  for (WordReader reader(text); reader.read(words);) {
  }
}

// A binomial distribution, summed from below.
SketchSize sketch_size(double threshold) {
  constexpr double may_miss = 0.0021;
  SketchSize size;
  size.hashes = static_cast<std::uint32_t>(std::clamp(8.0 / threshold, 8.0, 1024.0));
  size.shared = 0;
  double term = std::pow(1.0 - threshold, size.hashes);  // exactly `shared` are shared
  for (double missed = term; missed <= may_miss && size.shared < size.hashes; missed += term) {
    ++size.shared;
    if (threshold >= 1.0) continue;
    term *= (size.hashes - size.shared + 1.0) / size.shared * threshold / (1.0 - threshold);
  }
  size.shared = std::max(size.shared, 1U);
  return size;
}

Sketch Sketcher::sketch(std::string_view text, std::uint64_t* out) {
  read_all_words(text, words_);
  Sketch sketch;
  if (words_.size() < gram_words_) return sketch;
  sketch.grams = static_cast<std::uint32_t>(words_.size() - gram_words_ + 1);
  if (sample_.size() <= sketch.grams) sample_.resize(2 * std::size_t{sketch.grams});

  // Most hashes are too large by far: a bound lets through two or three times what is wanted.
  // Where a text repeats itself so much that too few are left, the bound falls.
  constexpr double highest = 18446744073709551615.0;  // 2^64 - 1
  constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();
  const double share = 2.5 * wanted_ / sketch.grams;
  const std::uint64_t bound = share < 0.9 ? static_cast<std::uint64_t>(share * highest) : none;
  sketch.size = sample(bound, sketch.sum);
  if (sketch.size < wanted_ && bound != none) sketch.size = sample(none, sketch.sum);
  sketch.size = std::min(sketch.size, wanted_);
  std::copy_n(sample_.begin(), sketch.size, out);
  return sketch;
}

// The distinct hashes up to `bound`, sorted; returns how many. `sum`: of all hashes.
std::uint32_t Sketcher::sample(std::uint64_t bound, std::uint64_t& sum) {
  std::uint64_t* next = sample_.data();
  std::uint64_t all = 0;
  for_each_gram(words_, gram_words_, [&](std::uint64_t gram) {
    all += gram;
    *next = gram;
    next += static_cast<std::ptrdiff_t>(gram <= bound);
  });
  sum = all;
  std::sort(sample_.data(), next);
  return static_cast<std::uint32_t>(std::unique(sample_.data(), next) - sample_.data());
}

}  // namespace twosource

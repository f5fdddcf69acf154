// What is a copy, and what only looks like one?
//
// "Former president Edda Marn was arrested on Friday by the Criminal Investigation Department" are
// thirteen equal words in two articles, and rare ones: the language alone gives them 160 bits. But
// every article of the story has them, here and there, and whoever writes about the arrest arrives
// at them. "The plane's left engine had been replaced in a hurry the night before" is shorter, and
// nobody writes it twice.
//
// So each word is given the bits it has left behind its predecessor, once the collection is known:
//
//     p(w | v) = (n(v w) + f(v) p(w)) / (n(v) + f(v))       p(w) = (n(w) + K q(w)) / (N + K)
//
// with q the language's probability, f(v) the number of different words behind v, and n no count of
// occurrences but of *surroundings*: how many different words stand four words before the pair, or
// four behind it, whichever is less. Forty reprints of one sentence have one and the same
// surroundings; an office stands in forty different ones. This is the idea of the continuation
// counts of Kneser and Ney (1995) with Witten and Bell's (1991) interpolation, but looking past
// the neighbours, as those of a word inside a name are always the same. The passage's own place is
// taken off every count.
//
// The distinct surroundings are counted by their k smallest hashes (Bar-Yossef et al. 2002): exact
// for fewer than k, estimated above, and the same for any order.
//
// How much is enough? Matches by chance grow with the number of pairs of places, so the limit
// grows by two bits whenever the collection doubles (the argument of Karlin and Altschul 1990 for
// matches of sequences); where it starts was chosen on copies judged by hand (bench/judged).
//
// Cost: two table look-ups a word of the collection.
#include "twosource/reuse/evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "twosource/base/unicode.hpp"
#include "twosource/reuse/quoted_words.hpp"
#include "twosource/text/frequencies.hpp"

namespace twosource {
namespace {

// Past the words that a name or an office joins to its own.
constexpr std::size_t surroundings_distance = 4;
// Weight of the language against the collection, in words of text: a few articles change little.
constexpr double language_words = 4000.0;
// A name is one piece of news however many words it has, and the writers know it anyway.
constexpr double name_bits = 8.0;
constexpr std::size_t longest_name_words = 6;
constexpr std::uint32_t longest_joining_word = 3;  // bytes: "of", "de", "van", "bin"
// Which words both quote says a little, and less than how they lead up to them.
constexpr double quoted_share_of_bits = 0.2;
constexpr double quoted_share_of_frame = 0.3;
// The limit for evidence up to this size, which is that of a story, in words of different text.
constexpr double formula_bits_of_story = 57.0;
constexpr double words_of_story = 16384.0;

constexpr std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 31U;
  x *= 0x9E3779B97F4A7C15ULL;  // the golden ratio's multiplier
  return x ^ (x >> 29U);
}

constexpr std::uint64_t pair_hash(std::uint64_t first, std::uint64_t second) {
  return mix(mix(first) ^ second);
}

// How many different numbers were added: the smallest of their hashes tell.
class DistinctCount {
 public:
  DistinctCount() = default;
  explicit DistinctCount(std::size_t kept) : kept_(kept) {}

  void add(std::uint64_t number) {
    const std::uint64_t hash = mix(number);
    if (smallest_.size() == kept_ && hash >= smallest_.back()) return;
    const auto at = std::lower_bound(smallest_.begin(), smallest_.end(), hash);
    if (at != smallest_.end() && *at == hash) return;
    if (smallest_.size() == kept_) smallest_.pop_back();
    smallest_.insert(at, hash);
  }

  [[nodiscard]] double count() const {
    if (smallest_.size() < kept_) return static_cast<double>(smallest_.size());
    const double largest_share = std::ldexp(static_cast<double>(smallest_.back()), -64);
    return static_cast<double>(kept_ - 1) / largest_share;
  }

 private:
  std::size_t kept_ = 64;
  std::vector<std::uint64_t> smallest_;  // ascending
};

// What stands `surroundings_distance` words away. Beyond the text: the border and how near it is.
std::uint64_t before(const std::vector<Word>& words, std::size_t i) {
  return i >= surroundings_distance ? words[i - surroundings_distance].hash
                                    : pair_hash(words.front().hash, i);
}

std::uint64_t behind(const std::vector<Word>& words, std::size_t i) {
  return i + surroundings_distance < words.size() ? words[i + surroundings_distance].hash
                                                  : pair_hash(words.back().hash, words.size() - i);
}

struct Surroundings {
  DistinctCount before;
  DistinctCount behind;

  void add(std::uint64_t word_before, std::uint64_t word_behind) {
    before.add(word_before);
    behind.add(word_behind);
  }
  // Without the place that asks.
  [[nodiscard]] double others() const {
    return std::max(0.0, std::min(before.count(), behind.count()) - 1.0);
  }
};

// For each word of an article: whether it belongs to a passage.
std::vector<std::vector<bool>> mark_passages(std::span<const Analysis> analyses,
                                             const Passages& found) {
  std::vector<std::vector<std::int32_t>> borders(analyses.size());
  for (const Passage& passage : found.passages) {
    std::vector<std::int32_t>& steps = borders[passage.a];
    if (steps.empty()) steps.resize(analyses[passage.a].words.size() + 1);
    for (const WordRun& run : runs_of(found, passage)) {
      ++steps[run.a];
      --steps[run.a + run.size];
    }
  }
  std::vector<std::vector<bool>> marked(analyses.size());
  for (std::size_t i = 0; i < borders.size(); ++i) {
    std::int32_t open = 0;
    for (std::int32_t step : borders[i]) marked[i].push_back((open += step) > 0);
  }
  return marked;
}

}  // namespace

class CollectionWords::Counts {
 public:
  Counts(std::span<const Analysis> analyses, const Passages& found) {
    const std::vector<std::vector<bool>> marked = mark_passages(analyses, found);
    for (std::size_t i = 0; i < analyses.size(); ++i) list(analyses[i].words, marked[i]);
    for (const Analysis& analysis : analyses) count(analysis.words);
    distinct_words_ = std::min(all_before_.count(), all_behind_.count());
    for (auto& [hash, word] : words_) {
      word.others = word.places.others();
      word.different_next = word.next.count();
      word.places = {};
      word.next = DistinctCount();
    }
    for (auto& [hash, pair] : pairs_) {
      pair.others = pair.places.others();
      pair.places = {};
    }
  }

  [[nodiscard]] double distinct_words() const { return distinct_words_; }

  [[nodiscard]] double probability(std::uint64_t word, double in_language) const {
    const auto found = words_.find(word);
    const double others = found == words_.end() ? 0.0 : found->second.others;
    return (others + language_words * in_language) / (distinct_words_ + language_words);
  }

  [[nodiscard]] double probability_behind(std::uint64_t word, double alone,
                                          std::uint64_t predecessor) const {
    const auto before = words_.find(predecessor);
    if (before == words_.end()) return alone;
    const auto pair = pairs_.find(pair_hash(predecessor, word));
    const double others = pair == pairs_.end() ? 0.0 : pair->second.others;
    const double different = before->second.different_next + 1.0;
    return (others + different * alone) / (std::max(others, before->second.others) + different);
  }

 private:
  struct WordCount {
    Surroundings places;
    DistinctCount next;  // the words behind it
    double others = 0.0;
    double different_next = 0.0;
  };
  struct PairCount {
    Surroundings places;
    double others = 0.0;
  };

  void list(const std::vector<Word>& words, const std::vector<bool>& marked) {
    for (std::size_t i = 0; i < marked.size(); ++i) {
      if (!marked[i]) continue;
      words_.try_emplace(words[i].hash);
      if (i > 0 && marked[i - 1]) pairs_.try_emplace(pair_hash(words[i - 1].hash, words[i].hash));
    }
  }

  void count(const std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t hash = words[i].hash;
      const std::uint64_t word_before = before(words, i);
      all_before_.add(pair_hash(hash, word_before));
      all_behind_.add(pair_hash(hash, behind(words, i)));
      const auto word = words_.find(hash);
      if (word == words_.end()) continue;
      word->second.places.add(word_before, behind(words, i));
      if (i + 1 == words.size()) continue;
      const std::uint64_t next = words[i + 1].hash;
      word->second.next.add(next);
      const auto pair = pairs_.find(pair_hash(hash, next));
      if (pair != pairs_.end()) pair->second.places.add(word_before, behind(words, i + 1));
    }
  }

  std::unordered_map<std::uint64_t, WordCount> words_;  // looked up; never walked for output
  std::unordered_map<std::uint64_t, PairCount> pairs_;
  DistinctCount all_before_{4096};
  DistinctCount all_behind_{4096};
  double distinct_words_ = 0.0;  // of the collection, reprints counted once
};

CollectionWords::CollectionWords(std::span<const Analysis> analyses, const Passages& found)
    : counts_(std::make_unique<const Counts>(analyses, found)) {}
CollectionWords::~CollectionWords() = default;

double CollectionWords::formula_bits() const {
  const double stories = std::max(1.0, counts_->distinct_words() / words_of_story);
  return formula_bits_of_story + 2.0 * std::log2(stories);
}

double CollectionWords::bits(const Analysis& analysis, std::size_t word, bool follows) const {
  const std::uint64_t hash = analysis.words[word].hash;
  const double in_language = WordFrequencies::background(analysis.language).bits(hash);
  double probability = counts_->probability(hash, std::exp2(-in_language));
  if (follows) {
    probability = counts_->probability_behind(hash, probability, analysis.words[word - 1].hash);
  }
  return std::clamp(-std::log2(probability), 0.0, in_language);
}

namespace {

// Which words of an article are parts of names of several words: capitalised, and only a space
// between them, or a small word too, as in "Edda van Marn" and "the court of Arn".
class Names {
 public:
  Names(const Article& article, const Analysis& analysis)
      : text_(article.text), words_(analysis.words) {}

  // Whether word i - 1 and word i are parts of one name.
  [[nodiscard]] bool joins(std::size_t i) const {
    if (i == 0 || !follow_each_other(i)) return false;
    if (is_capitalised(i)) {
      return is_capitalised(i - 1) ||
             (i > 1 && is_small(i - 1) && is_capitalised(i - 2) && follow_each_other(i - 1));
    }
    return is_small(i) && is_capitalised(i - 1) && i + 1 < words_.size() && is_capitalised(i + 1) &&
           follow_each_other(i + 1);
  }

 private:
  [[nodiscard]] bool follow_each_other(std::size_t i) const {
    return words_[i].span.begin == words_[i - 1].span.end + 1 &&
           text_[words_[i - 1].span.end] == ' ';
  }
  [[nodiscard]] bool is_small(std::size_t i) const {
    return words_[i].span.size() <= longest_joining_word && !is_capitalised(i) &&
           !is_digit(code_point_at(text_, words_[i].span.begin).value);
  }
  [[nodiscard]] bool is_capitalised(std::size_t i) const {
    return is_upper(code_point_at(text_, words_[i].span.begin).value);
  }

  std::string_view text_;
  const std::vector<Word>& words_;
};

// The bits of one run's words, those of a name's words limited to name_bits together.
std::vector<double> weigh_run(const CollectionWords& words, const Names& names, const Analysis& a,
                              const WordRun& run) {
  std::vector<double> bits;
  std::size_t name_words = 1;
  double name_left = 0.0;
  for (std::size_t i = run.a; i < run.a + std::size_t{run.size}; ++i) {
    double word = words.bits(a, i, i > run.a);
    const bool goes_on = i > run.a && name_words < longest_name_words && names.joins(i);
    name_words = goes_on ? name_words + 1 : 1;
    if (!goes_on) name_left = name_bits;
    const bool in_name = goes_on || (i + 1 < run.a + std::size_t{run.size} && names.joins(i + 1));
    if (in_name) {
      word = std::min(word, name_left);
      name_left -= word;
    }
    bits.push_back(word);
  }
  return bits;
}

struct WeighedWord {
  std::uint64_t hash;  // with its predecessor's
  double bits;
  bool quoted;
  bool operator<(const WeighedWord& other) const {
    // Of two equal ones the lighter comes first and is the one that counts.
    return std::tie(hash, bits, quoted) < std::tie(other.hash, other.bits, other.quoted);
  }
};

std::vector<WeighedWord> weigh_words(const CollectionWords& words, const Article& article_a,
                                     const Analysis& a, const Analysis& b,
                                     std::span<const WordRun> runs) {
  const Names names(article_a, a);
  std::vector<WeighedWord> weighed;
  for (const WordRun& run : runs) {
    const std::vector<double> bits = weigh_run(words, names, a, run);
    const std::vector<bool> quoted_a = quoted_words(a, run.a, run.size);
    const std::vector<bool> quoted_b = quoted_words(b, run.b, run.size);
    for (std::size_t i = 0; i < run.size; ++i) {
      const std::uint64_t word = a.words[run.a + i].hash;
      const std::uint64_t hash = i == 0 ? word : pair_hash(a.words[run.a + i - 1].hash, word);
      weighed.push_back({hash, bits[i], quoted_a[i] || quoted_b[i]});
    }
  }
  std::sort(weighed.begin(), weighed.end());
  const auto end =
      std::unique(weighed.begin(), weighed.end(),
                  [](const WeighedWord& x, const WeighedWord& y) { return x.hash == y.hash; });
  weighed.erase(end, weighed.end());
  return weighed;
}

}  // namespace

PassageWeight weigh_passage(const CollectionWords& words, const Article& article_a,
                            const Analysis& a, const Analysis& b, std::span<const WordRun> runs) {
  double frame = 0.0;
  double quoted = 0.0;
  for (const WeighedWord& word : weigh_words(words, article_a, a, b, runs)) {
    (word.quoted ? quoted : frame) += word.bits;
  }
  const double of_quotation =
      std::min(quoted_share_of_bits * quoted, quoted_share_of_frame * frame);
  return {frame + quoted, frame + of_quotation};
}

}  // namespace twosource

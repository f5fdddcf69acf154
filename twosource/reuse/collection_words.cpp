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
// grows with the logarithm of the collection: by two bits whenever it doubles, if words came
// independently (the argument of Karlin and Altschul 1990 for matches of sequences). Set phrases do
// not, so it grows faster; where it starts and how fast were chosen on copies judged by hand
// (bench/judged).
//
// Cost: two table look-ups a word of the collection. Tens of thousands of counts do not fit into
// the nearest memory, so the words of a block of articles are first ordered by their counts, and
// each count is fetched once a block.
#include "twosource/reuse/collection_words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "twosource/reuse/hash_numbers.hpp"
#include "twosource/reuse/pair_hash.hpp"
#include "twosource/text/frequencies.hpp"

namespace twosource {
namespace {

// Past the words that a name or an office joins to its own.
constexpr std::size_t surroundings_distance = 4;
// Weight of the language against the collection, in words of text: a few articles change little.
constexpr double language_words = 4000.0;
// So many words are ordered at a time: their columns stay near.
constexpr std::size_t block_words = 65536;
// The limit for evidence up to this size, which is that of a story, in words of different text.
constexpr double formula_bits_of_story = 57.0;
constexpr double words_of_story = 16384.0;
constexpr double bits_of_doubling = 3.5;

// How many different numbers were added: the `kept` smallest of their hashes tell.
template <std::size_t kept>
class DistinctCount {
 public:
  void add(std::uint64_t number) {
    const std::uint64_t hash = mix_bits(number);
    if (hash >= limit_) return;
    const auto at = std::lower_bound(smallest_.begin(), smallest_.end(), hash);
    if (at != smallest_.end() && *at == hash) return;
    if (smallest_.size() == kept) smallest_.pop_back();
    const auto place = at - smallest_.begin();
    if (smallest_.empty()) smallest_.reserve(4);  // most have one to four
    smallest_.insert(smallest_.begin() + place, hash);
    if (smallest_.size() == kept) limit_ = smallest_.back();
  }

  [[nodiscard]] double count() const {
    if (smallest_.size() < kept) return static_cast<double>(smallest_.size());
    return static_cast<double>(kept - 1) / std::ldexp(static_cast<double>(limit_), -64);
  }

 private:
  std::uint64_t limit_ = UINT64_MAX;     // nothing from here on is kept; here, as most is refused
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
  DistinctCount<64> before;
  DistinctCount<64> behind;

  void add(std::uint64_t word_before, std::uint64_t word_behind) {
    before.add(word_before);
    behind.add(word_behind);
  }
  // Without the place that asks.
  [[nodiscard]] double others() const {
    return std::max(0.0, std::min(before.count(), behind.count()) - 1.0);
  }
};

// Words of one article, as steps: +1 where a stretch begins and -1 behind its end.
class Stretches {
 public:
  void add(std::size_t begin, std::size_t end, std::size_t words) {
    if (steps_.empty()) steps_.resize(words + 1);
    ++steps_[begin];
    --steps_[end];
  }
  // For each word whether a stretch covers it; empty: none does.
  [[nodiscard]] std::vector<bool> covered() const {
    std::vector<bool> covered;
    covered.reserve(steps_.size());
    std::int32_t open = 0;
    for (std::int32_t step : steps_) covered.push_back((open += step) > 0);
    return covered;
  }

 private:
  std::vector<std::int32_t> steps_;
};

// The words of each article that belong to a passage: their bits will be asked for.
std::vector<Stretches> mark_passages(std::span<const Analysis> analyses, const Passages& found) {
  std::vector<Stretches> marked(analyses.size());
  for (const Passage& passage : found.passages) {
    for (const WordRun& run : runs_of(found, passage)) {
      marked[passage.a].add(run.a, std::size_t{run.a} + run.size, analyses[passage.a].words.size());
    }
  }
  return marked;
}

}  // namespace

class CollectionWords::Counts {
 public:
  Counts(std::span<const Analysis> analyses, const Passages& found) {
    const std::vector<Stretches> marked = mark_passages(analyses, found);
    for (std::size_t i = 0; i < analyses.size(); ++i) list(analyses[i].words, marked[i].covered());
    counted_words_.resize(word_numbers_.size());
    counted_pairs_.resize(pair_numbers_.size());
    count_all(analyses);
    sum_up();
  }

  [[nodiscard]] double distinct_words() const { return distinct_words_; }

  [[nodiscard]] double probability(std::uint64_t word, double in_language) const {
    const std::uint32_t number = word_numbers_.find(word);
    const double others = number == HashNumbers::none ? 0.0 : words_[number].others;
    return (others + language_words * in_language) / (distinct_words_ + language_words);
  }

  [[nodiscard]] double probability_behind(std::uint64_t word, double alone,
                                          std::uint64_t predecessor) const {
    const std::uint32_t number = word_numbers_.find(predecessor);
    if (number == HashNumbers::none) return alone;
    const WordCount& before = words_[number];
    const std::uint32_t pair = pair_numbers_.find(pair_hash(predecessor, word));
    const double others = pair == HashNumbers::none ? 0.0 : pairs_[pair];
    const double different = before.different_next + 1.0;
    return (others + different * alone) / (std::max(others, before.others) + different);
  }

 private:
  // While the collection is read.
  struct CountedWord {
    Surroundings places;
    DistinctCount<64> next;  // the words behind it
  };
  // Once it is read.
  struct WordCount {
    double others = 0.0;
    double different_next = 0.0;
  };

  void list(const std::vector<Word>& words, const std::vector<bool>& marked) {
    for (std::size_t i = 0; i < marked.size(); ++i) {
      if (!marked[i]) continue;
      word_numbers_.add(words[i].hash);
      if (i > 0 && marked[i - 1]) pair_numbers_.add(pair_hash(words[i - 1].hash, words[i].hash));
    }
  }

  // The words of some articles, one behind the other.
  struct Block {
    std::vector<std::uint64_t> before;
    std::vector<std::uint64_t> behind;
    std::vector<std::uint64_t> next;          // the word behind; of the last in an article: 0
    std::vector<std::uint32_t> word_numbers;  // none: nobody asks for it
    std::vector<std::uint32_t> pair_numbers;  // with the word behind
    std::vector<bool> last;                   // of an article

    [[nodiscard]] std::size_t size() const { return before.size(); }
    void clear() {
      for (auto* column : {&before, &behind, &next}) column->clear();
      for (auto* column : {&word_numbers, &pair_numbers}) column->clear();
      last.clear();
    }
  };

  void count_all(std::span<const Analysis> analyses) {
    // Not much smaller than the list of counts, which is walked once a block.
    const std::size_t full = std::max<std::size_t>(
        block_words, (std::size_t{word_numbers_.size()} + pair_numbers_.size()) / 4);
    Block block;
    for (const Analysis& analysis : analyses) {
      add(analysis.words, block);
      if (block.size() < full) continue;
      count(block);
      block.clear();
    }
    count(block);
  }

  void add(const std::vector<Word>& words, Block& block) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t hash = words[i].hash;
      const bool last = i + 1 == words.size();
      block.before.push_back(before(words, i));
      block.behind.push_back(behind(words, i));
      block.next.push_back(last ? 0 : words[i + 1].hash);
      block.last.push_back(last);
      all_before_.add(pair_hash(hash, block.before.back()));
      all_behind_.add(pair_hash(hash, block.behind.back()));
      const std::uint32_t word = word_numbers_.find(hash);
      block.word_numbers.push_back(word);
      block.pair_numbers.push_back(word == HashNumbers::none || last
                                       ? HashNumbers::none
                                       : pair_numbers_.find(pair_hash(hash, block.next.back())));
    }
  }

  void count(const Block& block) {
    for_each_by_number(block.word_numbers, counted_words_.size(),
                       [&](std::uint32_t word, std::size_t i) {
                         CountedWord& counted = counted_words_[word];
                         counted.places.add(block.before[i], block.behind[i]);
                         if (!block.last[i]) counted.next.add(block.next[i]);
                       });
    for_each_by_number(block.pair_numbers, counted_pairs_.size(),
                       [&](std::uint32_t pair, std::size_t i) {
                         counted_pairs_[pair].add(block.before[i], block.behind[i + 1]);
                       });
  }

  // Calls take(number, place) for the numbers below `different`, in their order.
  template <class Take>
  static void for_each_by_number(const std::vector<std::uint32_t>& numbers, std::size_t different,
                                 const Take& take) {
    std::vector<std::uint32_t> next(different + 1, 0);
    for (const std::uint32_t number : numbers) {
      if (number != HashNumbers::none) ++next[number + std::size_t{1}];
    }
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    std::vector<std::uint32_t> places(next.back());
    for (std::uint32_t i = 0; i < numbers.size(); ++i) {
      if (numbers[i] != HashNumbers::none) places[next[numbers[i]]++] = i;
    }
    for (const std::uint32_t place : places) take(numbers[place], place);
  }

  void sum_up() {
    distinct_words_ = std::min(all_before_.count(), all_behind_.count());
    words_.reserve(counted_words_.size());
    for (const CountedWord& word : counted_words_) {
      words_.push_back({word.places.others(), word.next.count()});
    }
    pairs_.reserve(counted_pairs_.size());
    for (const Surroundings& places : counted_pairs_) pairs_.push_back(places.others());
    counted_words_ = {};
    counted_pairs_ = {};
  }

  HashNumbers word_numbers_;
  HashNumbers pair_numbers_;
  std::vector<CountedWord> counted_words_;
  std::vector<Surroundings> counted_pairs_;
  std::vector<WordCount> words_;
  std::vector<double> pairs_;  // in how many other surroundings
  DistinctCount<4096> all_before_;
  DistinctCount<4096> all_behind_;
  double distinct_words_ = 0.0;  // of the collection, reprints counted once
};

CollectionWords::CollectionWords(std::span<const Analysis> analyses, const Passages& found)
    : counts_(std::make_unique<const Counts>(analyses, found)) {}
CollectionWords::~CollectionWords() = default;

double CollectionWords::formula_bits() const {
  const double stories = std::max(1.0, counts_->distinct_words() / words_of_story);
  return formula_bits_of_story + bits_of_doubling * std::log2(stories);
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

}  // namespace twosource

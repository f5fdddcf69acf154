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
// Names with their offices, terms of the law and what somebody said are not the writer's. And from
// an edited passage's bits those are taken off that it takes to say where its runs lie, or words
// shared here and there would add up to a copy: the gap penalty of alignment.
//
// How much is enough? Matches by chance grow with the number of pairs of places, so the limit
// grows with the logarithm of the collection: by two bits whenever it doubles, if words came
// independently (the argument of Karlin and Altschul 1990 for matches of sequences). Set phrases do
// not, so it grows faster; where it starts and how fast were chosen on copies judged by hand
// (bench/judged).
//
// Cost: two table look-ups a word of the collection.
#include "twosource/reuse/evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "twosource/base/unicode.hpp"
#include "twosource/reuse/hash_numbers.hpp"
#include "twosource/reuse/set_terms.hpp"
#include "twosource/reuse/voices.hpp"
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
// What stands between two terms of the law, this near to both, is mostly the law's as well.
constexpr std::size_t law_distance = 3;
constexpr double share_between_law = 0.5;
// Which words both quote says a little, and less than how they lead up to them.
constexpr double quoted_share_of_bits = 0.2;
constexpr double quoted_share_of_frame = 0.3;
// Around a quotation what is told of somebody's words without quotation marks is his as well, in
// the writer's words: two who heard it write much alike.
constexpr double reported_share_of_bits = 0.7;
// Where an edited passage goes on has to be said for either side: so many bits, and the logarithms
// of the words passed over.
constexpr double bits_of_gap = 2.0;
// The limit for evidence up to this size, which is that of a story, in words of different text.
constexpr double formula_bits_of_story = 57.0;
constexpr double words_of_story = 16384.0;
constexpr double bits_of_doubling = 3.5;

constexpr std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 31U;
  x *= 0x9E3779B97F4A7C15ULL;  // the golden ratio's multiplier
  return x ^ (x >> 29U);
}

constexpr std::uint64_t pair_hash(std::uint64_t first, std::uint64_t second) {
  return mix(mix(first) ^ second);
}

// How many different numbers were added: the `kept` smallest of their hashes tell.
template <std::size_t kept>
class DistinctCount {
 public:
  void add(std::uint64_t number) {
    const std::uint64_t hash = mix(number);
    if (hash >= limit_) return;
    const auto at = std::lower_bound(smallest_.begin(), smallest_.end(), hash);
    if (at != smallest_.end() && *at == hash) return;
    if (smallest_.size() == kept) smallest_.pop_back();
    smallest_.insert(at, hash);
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
    for (const Analysis& analysis : analyses) count(analysis.words);
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

  void count(const std::vector<Word>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::uint64_t hash = words[i].hash;
      const std::uint64_t word_before = before(words, i);
      all_before_.add(pair_hash(hash, word_before));
      all_behind_.add(pair_hash(hash, behind(words, i)));
      const std::uint32_t word = word_numbers_.find(hash);
      if (word == HashNumbers::none) continue;
      counted_words_[word].places.add(word_before, behind(words, i));
      if (i + 1 == words.size()) continue;
      const std::uint64_t next = words[i + 1].hash;
      counted_words_[word].next.add(next);
      const std::uint32_t pair = pair_numbers_.find(pair_hash(hash, next));
      if (pair != HashNumbers::none) counted_pairs_[pair].add(word_before, behind(words, i + 1));
    }
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

namespace {

// Which words of an article are parts of names of several words: capitalised, and only a space
// between them, or a small word too, as in "Edda van Marn" and "the Court of Arn". The office that
// somebody holds belongs to his name, "former harbour minister Edda Marn", and terms of the law
// are names of what it forbids and inflicts: "grievous bodily harm", "misuse of public funds".
class Names {
 public:
  Names(const Article& article, const Analysis& analysis)
      : text_(article.text), analysis_(analysis), words_(analysis.words) {}

  [[nodiscard]] const Analysis& analysis() const { return analysis_; }

  // Whether word i - 1 and word i are parts of one name.
  [[nodiscard]] bool joins(std::size_t i) const {
    if (i == 0 || !follow_each_other(i)) return false;
    if (is_named(i)) {
      return is_named(i - 1) ||
             (i > 1 && is_small(i - 1) && is_named(i - 2) && follow_each_other(i - 1));
    }
    return is_small(i) && is_named(i - 1) && i + 1 < words_.size() && is_named(i + 1) &&
           follow_each_other(i + 1);
  }

 private:
  [[nodiscard]] bool follow_each_other(std::size_t i) const {
    return words_[i].span.begin == words_[i - 1].span.end + 1 &&
           text_[words_[i - 1].span.end] == ' ';
  }
  [[nodiscard]] bool is_small(std::size_t i) const {
    return words_[i].span.size() <= longest_joining_word && !is_named(i) &&
           !is_digit(code_point_at(text_, words_[i].span.begin).value);
  }
  [[nodiscard]] bool is_named(std::size_t i) const {
    if (is_of_office(words_[i].hash) || is_of_law(words_[i].hash)) return true;
    return is_upper(code_point_at(text_, words_[i].span.begin).value);
  }

  std::string_view text_;
  const Analysis& analysis_;
  const std::vector<Word>& words_;
};

// Which words of a run stand between two terms of the law: "conspiracy to *enter a* prohibited".
std::vector<bool> between_law(const Analysis& a, const WordRun& run) {
  std::vector<bool> between(run.size, false);
  std::size_t last = run.size;  // the term before; none yet
  for (std::size_t i = 0; i < run.size; ++i) {
    if (!is_of_law(a.words[run.a + i].hash)) continue;
    if (last < i && i - last <= law_distance + 1) {
      std::fill(between.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                between.begin() + static_cast<std::ptrdiff_t>(i), true);
    }
    last = i;
  }
  return between;
}

// The bits of one run's words, those of a name's words limited to name_bits together. It is enough
// if one side has a name: "Minister of Fisheries" is one by the rules of some outlets only.
std::vector<double> weigh_run(const CollectionWords& words, const Names& names_a,
                              const Names& names_b, const WordRun& run) {
  const Analysis& a = names_a.analysis();
  const Analysis& b = names_b.analysis();
  const auto joins = [&](std::size_t i) {
    return names_a.joins(i) || names_b.joins(run.b + (i - run.a));
  };
  const std::vector<bool> law = between_law(a, run);
  std::vector<double> bits;
  std::size_t name_words = 1;
  double name_left = 0.0;
  for (std::size_t i = run.a; i < run.a + std::size_t{run.size}; ++i) {
    double word = words.bits(a, i, i > run.a);
    // Of two languages the one in which it is commoner, so that neither side comes first.
    if (a.language != b.language) {
      word = std::min(word, words.bits(b, run.b + (i - run.a), i > run.a));
    }
    if (law[i - run.a]) word *= share_between_law;
    const bool goes_on = i > run.a && name_words < longest_name_words && joins(i);
    name_words = goes_on ? name_words + 1 : 1;
    if (!goes_on) name_left = name_bits;
    const bool in_name = goes_on || (i + 1 < run.a + std::size_t{run.size} && joins(i + 1));
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
  Voice voice;
  bool operator<(const WeighedWord& other) const {
    // Of two equal ones the lighter comes first and is the one that counts.
    return std::tie(hash, bits, voice) < std::tie(other.hash, other.bits, other.voice);
  }
};

std::vector<WeighedWord> weigh_words(const CollectionWords& words, PassageSide side_a,
                                     PassageSide side_b, std::span<const WordRun> runs) {
  const Analysis& a = side_a.analysis;
  const Names names_a(side_a.article, a);
  const Names names_b(side_b.article, side_b.analysis);
  const std::vector<std::vector<Voice>> voices = find_voices(side_a, side_b, runs);
  std::vector<WeighedWord> weighed;
  for (std::size_t which = 0; which < runs.size(); ++which) {
    const WordRun& run = runs[which];
    const std::vector<double> bits = weigh_run(words, names_a, names_b, run);
    for (std::size_t i = 0; i < run.size; ++i) {
      const std::uint64_t word = a.words[run.a + i].hash;
      const std::uint64_t hash = i == 0 ? word : pair_hash(a.words[run.a + i - 1].hash, word);
      weighed.push_back({hash, bits[i], voices[which][i]});
    }
  }
  std::sort(weighed.begin(), weighed.end());
  const auto end =
      std::unique(weighed.begin(), weighed.end(),
                  [](const WeighedWord& x, const WeighedWord& y) { return x.hash == y.hash; });
  weighed.erase(end, weighed.end());
  return weighed;
}

// What it takes to say where the runs go on. The same if the sides are changed.
double bits_of_gaps(std::span<const WordRun> runs) {
  const auto of_side = [runs](std::uint32_t WordRun::*begin) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
    for (const WordRun& run : runs) places.emplace_back(run.*begin, run.*begin + run.size);
    std::sort(places.begin(), places.end());
    double bits = 0.0;
    for (std::size_t i = 1; i < places.size(); ++i) {
      bits += std::log2(1.0 + places[i].first - std::min(places[i].first, places[i - 1].second));
    }
    return bits;
  };
  const double changes = static_cast<double>(runs.size()) - 1.0;
  return bits_of_gap * changes + of_side(&WordRun::a) + of_side(&WordRun::b);
}

}  // namespace

PassageWeight weigh_passage(const CollectionWords& words, PassageSide a, PassageSide b,
                            std::span<const WordRun> runs) {
  double written = 0.0;
  double reported = 0.0;
  double quoted = 0.0;
  for (const WeighedWord& word : weigh_words(words, a, b, runs)) {
    (word.voice == Voice::quoted     ? quoted
     : word.voice == Voice::reported ? reported
                                     : written) += word.bits;
  }
  const double frame =
      std::max(0.0, written + reported_share_of_bits * reported - bits_of_gaps(runs));
  const double of_quotation =
      std::min(quoted_share_of_bits * quoted, quoted_share_of_frame * frame);
  return {written + reported + quoted, frame + of_quotation};
}

}  // namespace twosource

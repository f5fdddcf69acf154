// What do the words of a passage weigh together?
//
// "Edda van Marn, Minister of Fisheries" is six words and one piece of news: whoever knows the name
// has them all. A word that comes twice behind the same word is no news the second time. What one
// word weighs is told in collection_words.cpp.
//
// Names with their offices, terms of the law and what somebody said are not the writer's. And from
// an edited passage's bits those are taken off that it takes to say where its runs lie, or words
// shared here and there would add up to a copy: the gap penalty of alignment.
#include "twosource/reuse/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "twosource/base/unicode.hpp"
#include "twosource/reuse/pair_hash.hpp"
#include "twosource/reuse/set_terms.hpp"
#include "twosource/reuse/voices.hpp"

namespace twosource {
namespace {

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

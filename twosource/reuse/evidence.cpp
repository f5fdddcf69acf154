// What do the words of a passage weigh together?
//
// "Edda van Marn, Minister of Fisheries" is six words and one piece of news: whoever knows the name
// has them all. A word that comes twice behind the same word is no news the second time. What one
// word weighs is told in collection_words.cpp.
//
// Names with their offices, terms of the law and what somebody said are not the writer's. And from
// an edited passage's bits those are taken off that it takes to say where its runs lie, or words
// shared here and there would add up to a copy: the gap penalty of alignment.
//
// Many passages of a story lie over the same words of an article, so its passages are weighed one
// behind the other, and each word is asked for once.
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

// What is asked of an article's words by every passage that has them.
struct WordSigns {
  std::vector<bool> joins;  // this word and the one before are parts of one name
  std::vector<bool> law;    // a term of the law
};

// Which words of an article are parts of names of several words: capitalised, and only a space
// between them, or a small word too, as in "Edda van Marn" and "the Court of Arn". The office that
// somebody holds belongs to his name, "former harbour minister Edda Marn", and terms of the law
// are names of what it forbids and inflicts: "grievous bodily harm", "misuse of public funds".
class SignReader {
 public:
  SignReader(const Article& article, const Analysis& analysis)
      : text_(article.text), words_(analysis.words) {}

  WordSigns read() {
    WordSigns signs;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      signs.law.push_back(is_of_law(words_[i].hash));
      named_.push_back(signs.law[i] || is_of_office(words_[i].hash) || is_capitalised(i));
    }
    for (std::size_t i = 0; i < words_.size(); ++i) signs.joins.push_back(joins(i));
    return signs;
  }

 private:
  // Whether word i - 1 and word i are parts of one name.
  [[nodiscard]] bool joins(std::size_t i) const {
    if (i == 0 || !follow_each_other(i)) return false;
    if (named_[i]) {
      return named_[i - 1] ||
             (i > 1 && is_small(i - 1) && named_[i - 2] && follow_each_other(i - 1));
    }
    return named_[i - 1] && i + 1 < words_.size() && named_[i + 1] && is_small(i) &&
           follow_each_other(i + 1);
  }
  [[nodiscard]] bool follow_each_other(std::size_t i) const {
    return words_[i].span.begin == words_[i - 1].span.end + 1 &&
           text_[words_[i - 1].span.end] == ' ';
  }
  [[nodiscard]] bool is_small(std::size_t i) const {
    return words_[i].span.size() <= longest_joining_word && !named_[i] &&
           !is_digit(code_point_at(text_, words_[i].span.begin).value);
  }
  [[nodiscard]] bool is_capitalised(std::size_t i) const {
    const char first = text_[words_[i].span.begin];
    if (static_cast<unsigned char>(first) < 0x80) return first >= 'A' && first <= 'Z';
    return is_upper(code_point_at(text_, words_[i].span.begin).value);
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  std::vector<bool> named_;
};

struct WeighedWord {
  std::uint64_t hash;  // with its predecessor's
  double bits;
  Voice voice;
  bool operator<(const WeighedWord& other) const {
    if (hash != other.hash) return hash < other.hash;
    // Of two equal ones the lighter comes first and is the one that counts.
    return std::tie(bits, voice) < std::tie(other.bits, other.voice);
  }
};

// The words of an article in its passages with others.
class Scales {
 public:
  Scales(const CollectionWords& words, PassageSide a, const WordSigns& signs)
      : words_(words), a_(a), signs_(signs), bits_behind_(a.analysis.words.size(), unknown) {}

  // Valid until the next call.
  std::span<const WeighedWord> weigh(PassageSide b, const WordSigns& signs_b,
                                     std::span<const WordRun> runs) {
    const std::vector<std::vector<Voice>> voices = find_voices(a_, b, runs);
    weighed_.clear();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const std::size_t first = weighed_.size();
      weigh_run(runs[i], b.analysis, signs_b);
      for (std::size_t word = 0; word < runs[i].size; ++word) {
        weighed_[first + word].voice = voices[i][word];
      }
    }
    std::sort(weighed_.begin(), weighed_.end());
    const auto end =
        std::unique(weighed_.begin(), weighed_.end(),
                    [](const WeighedWord& x, const WeighedWord& y) { return x.hash == y.hash; });
    weighed_.erase(end, weighed_.end());
    return weighed_;
  }

 private:
  static constexpr double unknown = -1.0;

  // The words of one run, the bits of a name's words limited to name_bits together. It is enough if
  // one side has a name: "Minister of Fisheries" is one by the rules of some outlets only.
  void weigh_run(const WordRun& run, const Analysis& b, const WordSigns& signs_b) {
    const Analysis& a = a_.analysis;
    const bool one_language = a.language == b.language;
    const auto joins = [&](std::size_t i) {
      return signs_.joins[run.a + i] || signs_b.joins[run.b + i];
    };
    const std::vector<bool> law = between_law(run);
    std::size_t name_words = 1;
    double name_left = 0.0;
    for (std::size_t i = 0; i < run.size; ++i) {
      double bits = i == 0 ? words_.bits(a, run.a, false) : bits_behind(run.a + i);
      // Of two languages the one in which it is commoner, so that neither side comes first.
      if (!one_language) bits = std::min(bits, words_.bits(b, run.b + i, i > 0));
      if (law[i]) bits *= share_between_law;
      const bool goes_on = i > 0 && name_words < longest_name_words && joins(i);
      name_words = goes_on ? name_words + 1 : 1;
      if (!goes_on) name_left = name_bits;
      if (goes_on || (i + 1 < run.size && joins(i + 1))) {
        bits = std::min(bits, name_left);
        name_left -= bits;
      }
      const std::uint64_t word = a.words[run.a + i].hash;
      weighed_.push_back(
          {i == 0 ? word : pair_hash(a.words[run.a + i - 1].hash, word), bits, Voice::writer});
    }
  }

  // Which words of a run stand between two terms of the law: "conspiracy to *enter a* prohibited".
  [[nodiscard]] std::vector<bool> between_law(const WordRun& run) const {
    std::vector<bool> between(run.size, false);
    std::size_t last = run.size;  // the term before; none yet
    for (std::size_t i = 0; i < run.size; ++i) {
      if (!signs_.law[run.a + i]) continue;
      if (last < i && i - last <= law_distance + 1) {
        std::fill(between.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                  between.begin() + static_cast<std::ptrdiff_t>(i), true);
      }
      last = i;
    }
    return between;
  }

  // Of a word behind its predecessor; found out once, as many passages lie over one place.
  double bits_behind(std::size_t word) {
    double& bits = bits_behind_[word];
    if (bits == unknown) bits = words_.bits(a_.analysis, word, true);
    return bits;
  }

  const CollectionWords& words_;
  PassageSide a_;
  const WordSigns& signs_;
  std::vector<double> bits_behind_;  // by word
  std::vector<WeighedWord> weighed_;
};

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

PassageWeight sum_up(std::span<const WeighedWord> words, std::span<const WordRun> runs) {
  double written = 0.0;
  double reported = 0.0;
  double quoted = 0.0;
  for (const WeighedWord& word : words) {
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

// The positions of the passages of each article with later ones.
std::vector<std::vector<std::size_t>> by_first_article(const Passages& passages,
                                                       std::size_t articles) {
  std::vector<std::vector<std::size_t>> positions(articles);
  for (std::size_t i = 0; i < passages.passages.size(); ++i) {
    positions[passages.passages[i].a].push_back(i);
  }
  return positions;
}

}  // namespace

std::vector<PassageWeight> weigh_passages(const CollectionWords& words,
                                          std::span<const Article> articles,
                                          std::span<const Analysis> analyses,
                                          const Passages& passages, Jobs jobs) {
  std::vector<bool> asked(articles.size());
  for (const Passage& passage : passages.passages) asked[passage.a] = asked[passage.b] = true;
  std::vector<WordSigns> signs(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    if (asked[i]) signs[i] = SignReader(articles[i], analyses[i]).read();
  });
  const std::vector<std::vector<std::size_t>> of_article =
      by_first_article(passages, articles.size());
  std::vector<PassageWeight> weights(passages.passages.size());
  parallel_for(jobs, articles.size(), [&](std::size_t a) {
    if (of_article[a].empty()) return;
    Scales scales(words, {articles[a], analyses[a]}, signs[a]);
    for (const std::size_t i : of_article[a]) {
      const Passage& passage = passages.passages[i];
      const std::span<const WordRun> runs = runs_of(passages, passage);
      weights[i] = sum_up(
          scales.weigh({articles[passage.b], analyses[passage.b]}, signs[passage.b], runs), runs);
    }
  });
  return weights;
}

}  // namespace twosource

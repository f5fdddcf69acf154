// Articles of nobody: sentences sampled word by word.
//
// What detectors of shared text react to is how often words and sequences of words recur, and that
// follows Zipf's law with a long tail in every language. So a word of rank r is drawn in proportion
// to 1 / (r + 2.7) (Mandelbrot's form) from 200,000; the head are English function words, the rest
// is made of syllables. Grammar there is none: two sentences share five words in a row about as
// often by chance as two of a real language do, or less.
//
// The articles of one event share what independent reports share: names, places, topical words, the
// same numbers. They share no run of words but by chance.
#include "bench/generator/language.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <utility>

#include <boost/unordered/unordered_flat_set.hpp>

namespace twosource::bench {
namespace {

constexpr std::size_t vocabulary_words = 200000;
constexpr std::size_t name_words = 20000;
constexpr std::uint64_t language_seed = 0x7761746572;
constexpr double mandelbrot_shift = 2.7;

constexpr std::string_view function_words =
    "the of and to in a for that on was with by at from as is it were be an had has have not their "
    "which his he they will been or but who its after more this are would than also about when "
    "into over one two new her she could before there between all under during out up no only "
    "while other some against where most where three such first last these because through";

constexpr auto onsets =
    std::to_array<std::string_view>({"b", "br", "c", "d",  "dr", "f", "g",  "gr", "h",  "k", "l",
                                     "m", "n",  "p", "pl", "r",  "s", "st", "t",  "tr", "v", "w"});
constexpr auto vowels =
    std::to_array<std::string_view>({"a", "e", "i", "o", "u", "ai", "ea", "ou"});
constexpr auto codas =
    std::to_array<std::string_view>({"", "", "", "n", "r", "l", "s", "t", "m", "nd", "rt", "x"});

template <std::size_t size>
std::string_view one_of(const std::array<std::string_view, size>& items, Random& random) {
  return items[random.below(size)];
}

std::string make_word(Random& random, std::uint32_t syllables) {
  std::string word;
  for (std::uint32_t i = 0; i < syllables; ++i) {
    word += one_of(onsets, random);
    word += one_of(vowels, random);
  }
  word += one_of(codas, random);
  return word;
}

std::vector<std::string> head_words() {
  std::vector<std::string> words;
  std::string_view rest = function_words;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

std::string capitalised(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') out.front() += 'A' - 'a';
  return out;
}

// An event's own words: what makes independent reports about it alike.
class EventWriter : public Writer {
 public:
  EventWriter(const Language& language, Random& random) : language_(language) {
    for (std::size_t i = 0; i < 8; ++i) people_.push_back(full_name(language, random));
    for (std::size_t i = 0; i < 4; ++i) places_.push_back(language.name(random));
    for (std::size_t i = 0; i < 40; ++i) topics_.push_back(language.rare_word(random));
    for (std::size_t i = 0; i < 6; ++i) numbers_.push_back(std::to_string(random.between(3, 9000)));
  }

  [[nodiscard]] bool has_article() const override { return true; }

  Draft article(Random& random) override {
    Draft draft;
    // About 4 KB: 5 to 14 paragraphs of one to four sentences.
    const std::uint32_t paragraphs = random.between(5, 14);
    for (std::uint32_t i = 0; i < paragraphs; ++i) {
      Paragraph paragraph(random.between(1, 4));
      for (Piece& piece : paragraph) piece.text = sentence(random);
      draft.paragraphs.push_back(std::move(paragraph));
    }
    draft.title = title(draft, random);
    return draft;
  }

  std::string sentence(Random& random) override {
    std::string text;
    add_words(text, sentence_words(random), random);
    text += '.';
    return text;
  }

  Utterance utterance(Random& random) override {
    std::string words;
    add_words(words, random.between(12, 30), random);
    return {std::move(words), random.one_of(people_)};
  }

  std::string word(Random& random) override { return language_.word(random); }
  std::string place(Random& random) override { return random.one_of(places_); }
  std::string reworded(const std::string& sentence, Random& /*random*/) override {
    return sentence;  // nobody can know the synonyms of a language that does not exist
  }

 private:
  // 8 to 35 words, most of them about 20.
  static std::uint32_t sentence_words(Random& random) {
    return 8 + random.below(14) + random.below(15);
  }

  // A person and some words of the body: a headline is about its article.
  [[nodiscard]] std::string title(const Draft& draft, Random& random) const {
    std::string title = random.one_of(people_);
    const std::uint32_t words = random.between(4, 8);
    for (std::uint32_t i = 0; i < words; ++i) {
      title += ' ';
      title += any_word_of(random.one_of(random.one_of(draft.paragraphs)).text, random);
    }
    return title;
  }

  static std::string any_word_of(std::string_view sentence, Random& random) {
    const std::size_t place = random.below(static_cast<std::uint32_t>(sentence.size()));
    const std::size_t begin = sentence.rfind(' ', place) + 1;  // npos + 1 is 0
    const std::size_t end = sentence.find_first_of(" ,.", begin);
    return std::string(sentence.substr(begin, end - begin));
  }

  void add_words(std::string& text, std::uint32_t words, Random& random) const {
    for (std::uint32_t i = 0; i < words; ++i) {
      const std::string next = any_word(random);
      text += i == 0 ? capitalised(next) : next;
      if (i + 1 == words) break;
      // A comma about every ninth word, as in news.
      if (i > 2 && random.chance(0.11)) text += ',';
      text += ' ';
    }
  }

  [[nodiscard]] std::string any_word(Random& random) const {
    const double roll = random.unit();
    if (roll < 0.05) return random.one_of(topics_);
    if (roll < 0.08) return random.one_of(people_);
    if (roll < 0.10) return random.one_of(places_);
    if (roll < 0.11) return random.one_of(numbers_);
    return language_.word(random);
  }

  const Language& language_;
  std::vector<std::string> people_;
  std::vector<std::string> places_;
  std::vector<std::string> topics_;
  std::vector<std::string> numbers_;
};

}  // namespace

Language::Language() : words_(head_words()), aliases_(vocabulary_words), keeps_(vocabulary_words) {
  Random random(language_seed);
  boost::unordered_flat_set<std::string> known(words_.begin(), words_.end());
  while (words_.size() < vocabulary_words) {
    // The more common a word, the shorter it is.
    const std::uint32_t shortest = words_.size() < 2000 ? 1 : 2;
    std::string word = make_word(random, random.between(shortest, words_.size() < 20000 ? 3 : 4));
    if (known.insert(word).second) words_.push_back(std::move(word));
  }
  while (names_.size() < name_words) {
    std::string word = make_word(random, random.between(2, 3));
    if (known.insert(word).second) names_.push_back(capitalised(word));
  }
  std::vector<double> weights;
  for (std::size_t rank = 1; rank <= vocabulary_words; ++rank) {
    weights.push_back(1.0 / (static_cast<double>(rank) + mandelbrot_shift));
  }
  const double mean = std::accumulate(weights.begin(), weights.end(), 0.0) / vocabulary_words;
  // Fill every column to the mean: a light word's column takes the rest from a heavy one.
  std::vector<std::uint32_t> light;
  std::vector<std::uint32_t> heavy;
  for (std::uint32_t i = 0; i < vocabulary_words; ++i) {
    weights[i] /= mean;
    (weights[i] < 1.0 ? light : heavy).push_back(i);
  }
  while (!light.empty() && !heavy.empty()) {
    const std::uint32_t low = light.back();
    const std::uint32_t high = heavy.back();
    light.pop_back();
    keeps_[low] = weights[low];
    aliases_[low] = high;
    weights[high] -= 1.0 - weights[low];
    if (weights[high] >= 1.0) continue;
    heavy.pop_back();
    light.push_back(high);
  }
  for (const std::uint32_t i : light) keeps_[i] = 1.0;
  for (const std::uint32_t i : heavy) keeps_[i] = 1.0;
}

const std::string& Language::word(Random& random) const {
  const std::uint32_t column = random.below(vocabulary_words);
  return words_[random.unit() < keeps_[column] ? column : aliases_[column]];
}

const std::string& Language::rare_word(Random& random) const {
  constexpr std::uint32_t common_words = 4000;
  return words_[random.between(common_words, vocabulary_words - 1)];
}

std::string full_name(const Language& language, Random& random) {
  const std::string& given = language.name(random);
  return given + ' ' + language.name(random);
}

std::unique_ptr<Writer> write_about_event(const Language& language, Random& random) {
  return std::make_unique<EventWriter>(language, random);
}

}  // namespace twosource::bench

// Learns which words are used alike, from news that nobody labelled: models/words (see README.md
// there).
//
// Data: PATH... are files and folders of news texts (news_texts.hpp); of en-worldwide-newswire the
// articles that are held out (newswire.hpp) are left out. Agency reports come many times over, so
// each different sentence counts once.
//
// Words are tokens as find_tokens cuts them, folded. All numbers are one word, and so are the
// borders of sentences, the rare words with a capital and the rare words without. The pairs of
// neighbours are put into classes (trainers/exchange.hpp), and the classes into coarse classes in
// the same way, by the pairs of classes. Capitals are counted inside sentences, not in those where
// most words have one.
//
// Written to en.classes in the folder --output (default: here).
#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/news_texts.hpp"
#include "bench/newswire.hpp"
#include "bench/trainers/exchange.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/text/language.hpp"
#include "twosource/text/sentences.hpp"
#include "twosource/text/tokens.hpp"
#include "twosource/text/word_classes.hpp"
#include "twosource/text/words.hpp"

namespace twosource::bench {
namespace {

constexpr std::uint32_t fine_classes = 800;
constexpr std::uint32_t coarse_classes = 64;
constexpr int rounds = 20;
constexpr std::uint32_t fewest = 3;  // a word that came fewer times is rare
constexpr std::size_t most_words = 50'000;

// What stands for a word among the items; no word has these hashes.
enum Stand : std::uint64_t { border = 1, number = 2, rare_small = 3, rare_capital = 4 };
constexpr std::size_t stands = 4;

struct Count {
  std::uint32_t all = 0;
  std::uint32_t small_inside = 0;
  std::uint32_t capital_inside = 0;
};

struct Place {
  std::uint64_t word = 0;
  bool capital = false;
};

class Corpus {
 public:
  void read(std::string_view text) {
    if (detect_language(text) != "en") return;
    std::uint32_t begin = 0;
    std::vector<Span> sentences;
    for (std::uint32_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && text[i] != '\n') continue;
      const std::vector<Span> found = finder_.find(text, {begin, i});
      sentences.insert(sentences.end(), found.begin(), found.end());
      begin = i + 1;
    }
    const TaggedText tagged = find_tokens(text, find_words(text), sentences);
    std::size_t first = 0;
    for (const std::size_t end : tagged.sentence_ends) {
      const Span whole{tagged.tokens[first].span.begin, tagged.tokens[end - 1].span.end};
      if (seen_.insert(hash_bytes(slice(text, whole))).second)
        add(text, std::span(tagged.tokens).subspan(first, end - first));
      first = end;
    }
  }

  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  [[nodiscard]] const std::unordered_map<std::uint64_t, Count>& counts() const { return counts_; }

 private:
  void add(std::string_view text, std::span<const Token> sentence) {
    const std::size_t begin = places_.size() + 1;
    places_.push_back({border, false});
    std::size_t capitals = 0;
    std::size_t words = 0;
    for (const Token& token : sentence) {
      const char first = text[token.span.begin];
      const bool digit = first >= '0' && first <= '9';
      const bool capital = first >= 'A' && first <= 'Z';
      places_.push_back({digit ? std::uint64_t{number} : token.hash, capital});
      capitals += capital ? 1 : 0;
      words += capital || (first >= 'a' && first <= 'z') ? 1 : 0;
    }
    const bool headline = words > 2 && 2 * capitals > words;
    for (std::size_t i = begin; i < places_.size(); ++i) {
      Count& count = counts_[places_[i].word];
      ++count.all;
      if (headline || i == begin) continue;
      ++(places_[i].capital ? count.capital_inside : count.small_inside);
    }
  }

  SentenceFinder finder_{"en"};
  std::unordered_set<std::uint64_t> seen_;
  std::vector<Place> places_;  // a border before each sentence
  std::unordered_map<std::uint64_t, Count> counts_;
};

// Lines are wrapped, and a paragraph begins with four spaces.
std::string unwrapped(std::string text) {
  for (std::size_t i = text.find('\n'); i != std::string::npos; i = text.find('\n', i + 1)) {
    if (text.compare(i + 1, 4, "    ") != 0) text[i] = ' ';
  }
  return text;
}

// The words that are items, the most common first.
std::vector<std::uint64_t> common_words(const Corpus& corpus) {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> order;
  for (const auto& [word, count] : corpus.counts()) {
    if (count.all >= fewest && word != border && word != number)
      order.emplace_back(count.all, word);
  }
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::pair(b.first, a.second) < std::pair(a.first, b.second);
  });
  if (order.size() > most_words) order.resize(most_words);
  std::vector<std::uint64_t> words = {border, number, rare_small, rare_capital};
  for (const auto& [count, word] : order) words.push_back(word);
  return words;
}

// Joins equal pairs. `pairs` are first << 32 | second.
std::vector<Pair> counted(std::vector<std::uint64_t> pairs) {
  std::sort(pairs.begin(), pairs.end());
  std::vector<Pair> joined;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i > 0 && pairs[i] == pairs[i - 1]) {
      ++joined.back().count;
    } else {
      joined.push_back(
          {static_cast<std::uint32_t>(pairs[i] >> 32U), static_cast<std::uint32_t>(pairs[i]), 1});
    }
  }
  return joined;
}

std::vector<Pair> pairs_of(const Corpus& corpus, const std::vector<std::uint64_t>& words) {
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  for (std::size_t i = 0; i < words.size(); ++i) numbers[words[i]] = static_cast<std::uint32_t>(i);
  std::vector<std::uint64_t> pairs;
  std::uint64_t before = 0;  // a border
  for (const Place& place : corpus.places()) {
    const auto found = numbers.find(place.word);
    const std::uint64_t here = found != numbers.end() ? found->second : place.capital ? 3 : 2;
    pairs.push_back(before << 32U | here);
    before = here;
  }
  return counted(std::move(pairs));
}

// The pairs of the classes, each with its sum.
std::vector<Pair> class_pairs(const std::vector<Pair>& pairs,
                              const std::vector<std::uint32_t>& class_of) {
  std::vector<std::uint32_t> sums(std::size_t{fine_classes} * fine_classes);
  for (const Pair& pair : pairs)
    sums[std::size_t{class_of[pair.first]} * fine_classes + class_of[pair.second]] += pair.count;
  std::vector<Pair> joined;
  for (std::uint32_t i = 0; i < sums.size(); ++i) {
    if (sums[i] > 0) joined.push_back({i / fine_classes, i % fine_classes, sums[i]});
  }
  return joined;
}

std::uint8_t band_of(const Count& count) {
  const std::uint32_t inside = count.small_inside + count.capital_inside;
  if (inside == 0) return 0;
  const double share = static_cast<double>(count.capital_inside) / inside;
  const auto* const found = std::upper_bound(capital_bounds.begin(), capital_bounds.end(), share);
  return static_cast<std::uint8_t>(1 + (found - capital_bounds.begin()));
}

// The held-out articles of en-worldwide-newswire teach nothing.
bool is_held_out(const std::string& path) {
  if (!path.ends_with(".tsv")) return false;
  NewswireArticle article;
  article.name = path.substr(path.rfind('/') + 1);
  return article.held_out();
}

}  // namespace

Result<Done> train_clusters(const Request& request, std::ostream& out) {
  const FoundInputs inputs = find_inputs(request.paths);
  for (const FileProblem& problem : inputs.problems) return problem.error;
  Corpus corpus;
  for (const std::string& path : inputs.files) {
    if (is_held_out(path)) continue;
    const Result<std::string> bytes = read_file(path, max_input_bytes);
    if (!bytes) return bytes.error();
    for (const std::string& text : news_texts(path, *bytes))
      corpus.read(path.ends_with(".sgm") ? unwrapped(text) : text);
  }
  const std::vector<std::uint64_t> words = common_words(corpus);
  if (words.size() < fine_classes)
    return Error{ErrorKind::empty,
                 fmt::format("the paths hold fewer than {} common English words", fine_classes)};
  const std::vector<Pair> pairs = pairs_of(corpus, words);
  const std::vector<std::uint32_t> fine =
      exchange_classes(words.size(), pairs, fine_classes, rounds);
  const std::vector<std::uint32_t> coarse =
      exchange_classes(fine_classes, class_pairs(pairs, fine), coarse_classes, rounds);

  std::vector<ClassedWord> rows;
  for (std::size_t i = stands; i < words.size(); ++i)
    rows.push_back(
        {words[i], static_cast<std::uint16_t>(fine[i] + 1), band_of(corpus.counts().at(words[i]))});
  std::vector<std::uint8_t> coarse_of;
  coarse_of.reserve(coarse.size());
  for (const std::uint32_t c : coarse) coarse_of.push_back(static_cast<std::uint8_t>(c + 1));
  const std::string bytes = write_word_classes(rows, coarse_of);
  out << fmt::format("{:<10}{:>12}\n{:<10}{:>12}\n", "places", corpus.places().size(), "pairs",
                     pairs.size());
  out << fmt::format("train-clusters.words: {}\ntrain-clusters.bytes: {}\n", rows.size(),
                     bytes.size());
  const std::string folder = request.output.empty() ? "." : request.output;
  return write_file_whole(folder + "/en.classes", bytes);
}

}  // namespace twosource::bench

// How an answer was made from its source (R6), on the corpus of Clough and Stevenson (2011).
//
// Data: PATH... is the folder with file_information.csv (File,Task,Category), the answers
// gXpY_taskZ.txt and the sources orig_taskZ.txt. Categories: cut (near copy), light and heavy
// (revision), non (written without the source).
//
// Each answer is held against the source of its task by find_copies, as the bodies of two articles.
// Of the answer's words we take the share in verbatim, edited and reworded passages, the longest
// passage's share, and the shares of its rare words, its pairs and its triples of words that the
// source has, too. A softmax regression over these (standardised, gradient descent from zero, no
// chance in it) is trained on four tasks and tried on the fifth, in turn. It serves this bench
// alone; nothing of it is in the product.
//   four-way   share of answers whose category is right
//   two-way    the same, with cut, light and heavy as one category, by a regression of its own
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bench/evaluations.hpp"
#include "twosource/base/files.hpp"
#include "twosource/reuse/copies.hpp"
#include "twosource/text/analyze.hpp"
#include "twosource/text/frequencies.hpp"

namespace twosource::bench {
namespace {

constexpr std::size_t feature_count = 8;  // the last one is always 1
constexpr std::array<std::string_view, 4> categories = {"cut", "light", "heavy", "non"};
constexpr double rare_bits = 10.0;
constexpr int rounds = 2000;
constexpr double step = 0.5;
constexpr double decay = 0.003;  // keeps weights small: few answers, and alike ones

using Features = std::array<double, feature_count>;

struct Answer {
  std::string task;
  std::size_t category = 0;
  Features features{};
};

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  article.body = {0, static_cast<std::uint32_t>(article.text.size())};
  article.language = "en";
  return article;
}

// The share of the answer's sequences of `size` words that the source has.
double containment(const Analysis& answer, const Analysis& source, std::size_t size,
                   double least_bits) {
  const WordFrequencies& frequencies = WordFrequencies::background("en");
  const auto grams = [&](const Analysis& analysis) {
    std::set<std::vector<std::uint64_t>> found;
    for (std::size_t i = 0; i + size <= analysis.words.size(); ++i) {
      std::vector<std::uint64_t> gram;
      for (std::size_t k = 0; k < size; ++k) gram.push_back(analysis.words[i + k].hash);
      if (size > 1 || frequencies.bits(gram[0]) >= least_bits) found.insert(std::move(gram));
    }
    return found;
  };
  const auto mine = grams(answer);
  const auto theirs = grams(source);
  const auto common = std::count_if(mine.begin(), mine.end(),
                                    [&](const auto& gram) { return theirs.count(gram) > 0; });
  return mine.empty() ? 0.0 : static_cast<double>(common) / static_cast<double>(mine.size());
}

Features features_of(const Article& answer, const Article& source) {
  const std::vector<Article> articles = {answer, source};
  std::vector<Analysis> analyses;
  for (const Article& article : articles) {
    analyses.push_back(analyze_structure(article, analyze_words(article)));
  }
  const double words = std::max<double>(1.0, static_cast<double>(analyses[0].words.size()));
  Features features{};
  for (const Copy& copy : find_copies(articles, analyses, Jobs{1}).copies) {
    const double share = copy.words_a / words;
    features[static_cast<std::size_t>(copy.kind)] += share;
    features[3] = std::max(features[3], share);
  }
  features[4] = containment(analyses[0], analyses[1], 1, rare_bits);
  features[5] = containment(analyses[0], analyses[1], 2, 0.0);
  features[6] = containment(analyses[0], analyses[1], 3, 0.0);
  features[7] = 1.0;
  return features;
}

// Softmax regression with as many classes as `classes` says.
class Regression {
 public:
  Regression(const std::vector<Answer>& answers, const std::vector<std::size_t>& classes,
             std::size_t class_count)
      : weights_(class_count, Features{}) {
    standardise(answers);
    for (int round = 0; round < rounds; ++round) {
      std::vector<Features> slope(class_count, Features{});
      for (std::size_t i = 0; i < answers.size(); ++i) {
        const Features x = scaled(answers[i].features);
        const std::vector<double> chance = chances(x);
        for (std::size_t c = 0; c < class_count; ++c) {
          const double miss = (classes[i] == c ? 1.0 : 0.0) - chance[c];
          for (std::size_t f = 0; f < feature_count; ++f) slope[c][f] += miss * x[f];
        }
      }
      for (std::size_t c = 0; c < class_count; ++c) {
        for (std::size_t f = 0; f < feature_count; ++f) {
          weights_[c][f] +=
              step * (slope[c][f] / static_cast<double>(answers.size()) - decay * weights_[c][f]);
        }
      }
    }
  }

  [[nodiscard]] std::size_t predict(const Features& features) const {
    const std::vector<double> chance = chances(scaled(features));
    return static_cast<std::size_t>(std::max_element(chance.begin(), chance.end()) -
                                    chance.begin());
  }

 private:
  void standardise(const std::vector<Answer>& answers) {
    const double count = static_cast<double>(answers.size());
    for (std::size_t f = 0; f + 1 < feature_count; ++f) {
      double squares = 0.0;
      for (const Answer& answer : answers) mean_[f] += answer.features[f] / count;
      for (const Answer& answer : answers) {
        squares += (answer.features[f] - mean_[f]) * (answer.features[f] - mean_[f]) / count;
      }
      spread_[f] = squares > 0.0 ? std::sqrt(squares) : 1.0;
    }
    spread_[feature_count - 1] = 1.0;
  }

  [[nodiscard]] Features scaled(const Features& features) const {
    Features x{};
    for (std::size_t f = 0; f < feature_count; ++f) x[f] = (features[f] - mean_[f]) / spread_[f];
    return x;
  }

  [[nodiscard]] std::vector<double> chances(const Features& x) const {
    std::vector<double> chance;
    double sum = 0.0;
    for (const Features& weights : weights_) {
      double score = 0.0;
      for (std::size_t f = 0; f < feature_count; ++f) score += weights[f] * x[f];
      chance.push_back(std::exp(std::min(score, 500.0)));
      sum += chance.back();
    }
    for (double& c : chance) c /= sum;
    return chance;
  }

  std::vector<Features> weights_;
  Features mean_{};
  Features spread_{};
};

Result<std::vector<Answer>> read_answers(const std::string& folder) {
  const Result<std::string> table = read_file(folder + "/file_information.csv", max_input_bytes);
  if (!table) return table.error();
  std::vector<Answer> answers;
  std::string_view rest = *table;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const std::size_t first = line.find(',');
    const std::size_t second = line.rfind(',');
    if (first == second) continue;
    const auto category = std::find(categories.begin(), categories.end(), line.substr(second + 1));
    if (category == categories.end()) continue;  // the head of the table, and the sources
    Answer answer;
    answer.task = line.substr(first + 1, second - first - 1);
    answer.category = static_cast<std::size_t>(category - categories.begin());
    Result<std::string> text =
        read_file(folder + "/" + std::string(line.substr(0, first)), max_input_bytes);
    if (!text) return text.error();
    Result<std::string> source =
        read_file(folder + "/orig_task" + answer.task + ".txt", max_input_bytes);
    if (!source) return source.error();
    answer.features = features_of(article_of(std::move(*text)), article_of(std::move(*source)));
    answers.push_back(std::move(answer));
  }
  if (answers.empty()) return Error{ErrorKind::missing, "file_information.csv names no answers"};
  return answers;
}

}  // namespace

Result<Done> score_revision(const Request& request, std::ostream& out) {
  if (request.paths.size() != 1) {
    return Error{ErrorKind::missing, "revision wants one folder, with file_information.csv"};
  }
  const Result<std::vector<Answer>> answers = read_answers(request.paths.front());
  if (!answers) return answers.error();
  std::set<std::string> tasks;
  for (const Answer& answer : *answers) tasks.insert(answer.task);
  std::array<std::array<int, 4>, 4> table{};
  int four = 0;
  int two = 0;
  for (const std::string& task : tasks) {
    std::vector<Answer> known;
    std::vector<std::size_t> classes;
    std::vector<std::size_t> copied;
    for (const Answer& answer : *answers) {
      if (answer.task == task) continue;
      known.push_back(answer);
      classes.push_back(answer.category);
      copied.push_back(answer.category == 3 ? 1 : 0);
    }
    const Regression by_category(known, classes, categories.size());
    const Regression by_copy(known, copied, 2);
    for (const Answer& answer : *answers) {
      if (answer.task != task) continue;
      const std::size_t found = by_category.predict(answer.features);
      ++table[answer.category][found];
      four += found == answer.category ? 1 : 0;
      two += (by_copy.predict(answer.features) == 1) == (answer.category == 3) ? 1 : 0;
    }
  }
  out << fmt::format("{:<10}{:>6}{:>6}{:>6}{:>6}\n", "true", "cut", "light", "heavy", "non");
  for (std::size_t c = 0; c < categories.size(); ++c) {
    out << fmt::format("{:<10}{:>6}{:>6}{:>6}{:>6}\n", categories[c], table[c][0], table[c][1],
                       table[c][2], table[c][3]);
  }
  const double all = static_cast<double>(answers->size());
  out << fmt::format("revision.answers: {}\n", answers->size());
  out << fmt::format("revision.two_way: {:.4f}\n", two / all);
  out << fmt::format("revision.four_way: {:.4f}\n", four / all);
  return Done{};
}

}  // namespace twosource::bench

#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/oracle/small_inputs.hpp"
#include "twosource/reuse/content.hpp"
#include "twosource/text/analyze.hpp"

namespace twosource::tests {

/// A collection of articles, each given as its sentences.
struct Collection {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  std::vector<ArticleContent> contents;

  explicit Collection(const std::vector<Strings>& bodies) {
    for (const Strings& sentences : bodies) {
      Article article;
      article.text = "Title\n\n";
      for (const std::string& sentence : sentences) article.text += sentence + ".\n\n";
      article.title = {0, 5};
      article.body = {7, static_cast<std::uint32_t>(article.text.size())};
      article.language = "en";
      articles.push_back(article);
      analyses.push_back(analyze_structure(article, analyze_words(article)));
    }
    contents = read_contents(articles, analyses, Jobs{1});
  }
};

// Words of every kind that is compared: equal, inflected, synonyms, broader, opposites, numbers,
// names, negations, words that say nothing and words that nobody knows.
inline const Strings vocabulary = {
    "begin",  "start",    "strike",   "strikes", "hit",   "wages",   "salaries",   "pay",
    "nine",   "9",        "eleven",   "Selne",   "Orlo",  "Marn",    "ferry",      "ship",
    "vessel", "not",      "accepted", "the",     "after", "harbour", "port",       "dockers",
    "hurt",   "rejected", "injured",  "said",    "mole",  "of",      "breakwater", "zorbled",
    "colour", "color",    "arrived",  "arrival"};

inline const std::string& any_word(std::mt19937& random) {
  return vocabulary[random() % vocabulary.size()];
}

inline std::string random_sentence(std::mt19937& random, std::size_t longest) {
  std::string sentence = "Then";
  for (std::size_t words = 3 + random() % longest; words > 0; --words) {
    sentence += ' ' + any_word(random);
  }
  return sentence;
}

/// Some words of a sentence exchanged.
inline std::string retold(const std::string& sentence, std::mt19937& random) {
  std::string result;
  std::string word;
  for (const char c : sentence + ' ') {
    if (c != ' ') {
      word += c;
      continue;
    }
    if (random() % 6 != 0) result += (result.empty() ? "" : " ") + word;
    if (random() % 6 == 0) result += (result.empty() ? "" : " ") + any_word(random);
    word.clear();
  }
  return result.empty() ? "Then" : result;
}

/// Some sentences exchanged, dropped, added.
inline Strings retold(const Strings& sentences, std::mt19937& random) {
  Strings result;
  for (const std::string& sentence : sentences) {
    if (random() % 5 != 0) result.push_back(retold(sentence, random));
    if (random() % 5 == 0) result.push_back(random_sentence(random, 9));
  }
  return result;
}

/// Articles of which the later ones retell the first.
inline std::vector<Strings> random_story(std::mt19937& random) {
  Strings first;
  for (std::size_t i = 2 + random() % 6; i > 0; --i) first.push_back(random_sentence(random, 9));
  std::vector<Strings> story = {first};
  for (std::size_t i = random() % 4; i > 0; --i) story.push_back(retold(first, random));
  story.push_back(retold(first, random));
  return story;
}

}  // namespace twosource::tests

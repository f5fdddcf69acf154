#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "twosource/flag/article_reading.hpp"

namespace twosource {

/// A word that says what its sentence is about.
struct TellingWord {
  std::uint64_t lemma = 0;
  double weight = 0;    ///< ln of how few news articles have it: WordFrequencies::idf
  bool name = false;    ///< a proper noun, or a number
  bool number = false;  ///< in digits or words
  bool verb = false;
  bool plain_adjective = false;  ///< no "Chinese"
};

/// Nouns, names, verbs, adjectives and numbers of a sentence, each once, ascending by lemma; but
/// for those that every third article has; of numbers all.
std::vector<TellingWord> telling_words(const ArticleReading& article, const ReadSentence& sentence);

/// The lemma by which a token would be among them.
std::uint64_t telling_lemma(const ArticleReading& article, std::uint32_t token);

/// How many words of a sentence deny: "not", "never", "without", "denied".
std::size_t denials_in(const ArticleReading& article, const ReadSentence& sentence);

}  // namespace twosource

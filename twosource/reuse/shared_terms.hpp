#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/reuse/content.hpp"

namespace twosource {

/// Two sentences that share rare words, names or numbers, at least `seed_terms`.
struct SentencePair {
  ArticleIndex b = 0;  ///< the other article
  std::uint32_t a_sentence = 0;
  std::uint32_t b_sentence = 0;
  std::uint32_t terms = 0;  ///< different rare words in common
  float weight = 0.0F;      ///< of these, in bits
};

/// Two sentences with so many rare words in common are a pair.
constexpr std::uint32_t seed_terms = 2;

/// Of the sentences of one article that say a word, the first so many are followed: a word in more
/// is the article's subject, or the article repeats itself without end.
constexpr std::uint32_t most_sentences_of_word = 64;

/// Which sentences of which articles share rare words: where reworded text may lie.
///
/// Linear in the words and in what `most_articles` lets a word have in common.
class SharedTerms {
 public:
  /// A word in more than `most_articles` articles leads nowhere: it is not followed.
  SharedTerms(std::span<const ArticleContent> contents, std::uint32_t most_articles);

  /// The pairs of sentences of article `a` with those of later articles, by b, a's and b's
  /// sentence.
  [[nodiscard]] std::vector<SentencePair> pairs_of(ArticleIndex a) const;

  /// How many different words were not followed.
  [[nodiscard]] std::uint32_t frequent_terms() const { return frequent_terms_; }
  /// How many stand in more than `most_sentences_of_word` sentences of an article.
  [[nodiscard]] std::uint32_t repeated_terms() const { return repeated_terms_; }

 private:
  struct Place {
    std::uint32_t term = 0;
    ArticleIndex article = 0;
    std::uint32_t sentence = 0;
    float weight = 0.0F;
  };

  void follow(std::span<const Place> term);
  static std::vector<Place> sorted_places(std::span<const ArticleContent> contents);

  std::vector<Place> places_;              // by term, article and sentence; each once
  std::vector<std::uint32_t> group_end_;   // of each place: where its term ends
  std::vector<std::uint32_t> by_article_;  // places in the order of articles
  std::vector<std::size_t> first_;         // of each article in by_article_; one more at the end
  std::uint32_t frequent_terms_ = 0;
  std::uint32_t repeated_terms_ = 0;
};

}  // namespace twosource

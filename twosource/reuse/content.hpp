#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/text/synonyms.hpp"

namespace twosource {

/// A word that says something, unlike "the" and "said".
struct ContentWord {
  std::uint32_t word = 0;   ///< index into Analysis::words
  std::uint32_t lemma = 0;  ///< equal for the inflections of one word; see ArticleContent
  std::uint64_t hash = 0;   ///< of the word as it stands there; equal for spellings of one name
  Synonyms::Meanings meanings;
  float weight = 0.0F;  ///< how much it says: its surprisal above that of common words, in bits
  bool name = false;    ///< written with a capital inside a sentence
  bool number = false;
};

/// A set of lemmas that may contain more than was put in, but never less.
class LemmaSet {
 public:
  void add(std::uint32_t lemma) { bits_[part(lemma)] |= bit(lemma); }
  [[nodiscard]] bool may_have(std::uint32_t lemma) const {
    return (bits_[part(lemma)] & bit(lemma)) != 0;
  }

 private:
  // The numbers are dense, so their low bits are as good as any.
  static std::size_t part(std::uint32_t lemma) { return lemma / 64 % 4; }
  static std::uint64_t bit(std::uint32_t lemma) { return std::uint64_t{1} << (lemma % 64); }

  std::array<std::uint64_t, 4> bits_ = {};
};

/// What one sentence says.
struct SentenceContent {
  std::uint32_t first_word = 0;  ///< indices into Analysis::words, half-open
  std::uint32_t last_word = 0;
  std::uint32_t first = 0;  ///< indices into ArticleContent::words, half-open
  std::uint32_t last = 0;
  float weight = 0.0F;       ///< of its content words together
  std::uint32_t quoted = 0;  ///< words of it that are quoted speech; these have no content here
  bool negated = false;      ///< has a "not", "never", "without" or the like
  LemmaSet lemmas;
};

/// A content word without its place.
struct Term {
  std::uint32_t lemma = 0;
  float weight = 0.0F;
  auto operator<=>(const Term&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// The content of the body of one article, sentence by sentence. The title is left out.
///
/// Lemmas are numbered from 0 on for all articles that were read together; the numbers of other
/// readings mean nothing here.
struct ArticleContent {
  Synonyms synonyms;  ///< of the article's language
  std::vector<ContentWord> words;
  std::vector<Term> terms;  ///< the same words, in each sentence ascending
  std::vector<SentenceContent> sentences;

  [[nodiscard]] std::span<const ContentWord> words_of(const SentenceContent& sentence) const {
    return std::span(words).subspan(sentence.first, sentence.last - sentence.first);
  }
  [[nodiscard]] std::span<const Term> terms_of(const SentenceContent& sentence) const {
    return std::span(terms).subspan(sentence.first, sentence.last - sentence.first);
  }
};

/// Reads the content of every article. How much a word says is told by the frequency table of its
/// language; where there is none, by how often it comes in the articles of that language here.
/// Needs the rich part of the analyses. Linear.
std::vector<ArticleContent> read_contents(std::span<const Article> articles,
                                          std::span<const Analysis> analyses, Jobs jobs);

}  // namespace twosource

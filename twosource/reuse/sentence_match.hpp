#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "twosource/reuse/close_words.hpp"
#include "twosource/reuse/content.hpp"
#include "twosource/text/synonyms.hpp"

namespace twosource {

/// Two content words that mean the same, as indices into Analysis::words.
struct WordPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  Closeness closeness = Closeness::equal;
  auto operator<=>(const WordPair&) const = default;  // NOLINT(modernize-use-nullptr)
};

/// How much two groups of sentences have in common.
struct SentenceMatch {
  std::vector<WordPair> pairs;  ///< by place in a; each word once
  float a_matched = 0.0F;       ///< weight of the words of a that b has as well, in bits
  float b_matched = 0.0F;
  float a_weight = 0.0F;  ///< of all content words of a
  float b_weight = 0.0F;
  bool contradicts = false;   ///< other numbers, a negation on one side, opposites
  bool names_differ = false;  ///< both sides have a name that the other lacks
  bool numbers_lost = false;  ///< one side has a number that the other lacks

  /// The share of what is said that both say, 0..1.
  [[nodiscard]] float dice() const {
    const float all = a_weight + b_weight;
    return all == 0.0F ? 0.0F : (a_matched + b_matched) / all;
  }
  /// The share by the side that says more of its own.
  [[nodiscard]] float coverage() const {
    if (a_weight == 0.0F || b_weight == 0.0F) return 0.0F;
    return std::min(a_matched / a_weight, b_matched / b_weight);
  }
};

/// Sentences [first, first + size) of an article.
struct SentenceGroup {
  const ArticleContent& content;
  std::uint32_t first = 0;
  std::uint32_t size = 1;

  /// Its words, as indices into ArticleContent::words.
  [[nodiscard]] std::uint32_t first_word() const { return content.sentences[first].first; }
  [[nodiscard]] std::uint32_t last_word() const { return content.sentences[first + size - 1].last; }
  [[nodiscard]] float weight() const;
  [[nodiscard]] bool negated() const;
};

/// Pairs the content words of both sides: equal ones first, then inflections, then synonyms, the
/// nearest place first. Names and numbers pair only with themselves. Symmetric.
SentenceMatch match_sentences(const SentenceGroup& a, const SentenceGroup& b);

/// The same, where `close` are all close words of the groups, in any order.
SentenceMatch match_sentences(const SentenceGroup& a, const SentenceGroup& b,
                              std::span<const CloseWords> close);

}  // namespace twosource

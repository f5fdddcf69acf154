#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/token.hpp"
#include "twosource/speech/article_names.hpp"

namespace twosource {

/// An article with everything that the search for its speakers needs.
struct SpeakerInput {
  ArticleIndex index = 0;
  const Article& article;
  const Analysis& analysis;
  const TaggedText& tagged;
};

/// Tokens [begin, end).
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
};

/// What stands where in a tagged article. Holds no data of its own: valid as long as its input.
/// Every question takes logarithmic time in the length of the article, but for `word`.
class ArticleView {
 public:
  ArticleView(const SpeakerInput& input, const ArticleNames& names)
      : input_(input), text_(input.article.text), tagged_(input.tagged), names_(names) {}

  [[nodiscard]] const SpeakerInput& input() const { return input_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const TaggedText& tagged() const { return tagged_; }
  [[nodiscard]] const ArticleNames& names() const { return names_; }

  /// The first token that ends behind a byte.
  [[nodiscard]] std::uint32_t token_at(std::uint32_t byte) const;
  [[nodiscard]] TokenRange tokens_of(Span span) const;
  /// Tokens that are not empty.
  [[nodiscard]] Span span_of(TokenRange tokens) const;

  /// In Latin letters, lower-case.
  [[nodiscard]] std::string word(std::uint32_t token) const;
  [[nodiscard]] PartOfSpeech part(std::uint32_t token) const { return tagged_.tokens[token].part; }
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t token) const {
    return tagged_.tokens[token].span.begin;
  }

  [[nodiscard]] TokenRange sentence_of(std::uint32_t token) const;
  /// Which paragraph a byte lies in: 0 before the first, then 1, 2, ...
  [[nodiscard]] std::size_t paragraph_of(std::uint32_t byte) const;
  [[nodiscard]] bool in_quotation(std::uint32_t byte) const;

  /// The first mention that begins in the tokens: a place in `names().mentions`.
  [[nodiscard]] std::optional<std::uint32_t> mention_in(TokenRange tokens) const;
  /// The first mention that ends behind a token, or their number.
  [[nodiscard]] std::uint32_t mention_from(std::uint32_t token) const;
  [[nodiscard]] bool in_mention(std::uint32_t token) const;

 private:
  const SpeakerInput& input_;
  std::string_view text_;
  const TaggedText& tagged_;
  const ArticleNames& names_;
};

}  // namespace twosource

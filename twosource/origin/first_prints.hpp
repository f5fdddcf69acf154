#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "twosource/origin/material.hpp"
#include "twosource/origin/shared_text.hpp"
#include "twosource/origin/standing.hpp"

namespace twosource {

/// The places of the shared sentences in the articles of one story, and what they say of the one
/// that printed a sentence first.
class FirstPrints {
 public:
  /// All must outlive this. Linear in the sentences, with sorting.
  FirstPrints(const StoryMaterial& material, const SharedText& shared,
              std::span<const Standing> standings);

  /// The article that was published before all others of these, by dates (versions of its own
  /// outlet left out); none where they do not tell.
  [[nodiscard]] std::optional<ArticleIndex> first_of(std::span<const ArticleIndex> articles) const;

  /// The first of those that carry the shared sentence, if it shows own reporting.
  [[nodiscard]] std::optional<ArticleIndex> reporter(std::size_t shared) const;

  /// Whether every article that carries the sentence and credits an agency has it at the begin or
  /// at the end, in one piece with all that it shares with `first`: then it may be stitched
  /// together, and its credit speaks of the rest.
  [[nodiscard]] bool credits_speak_of_the_rest(std::size_t shared, ArticleIndex first) const;

  /// Whether two others that carry one of these sentences have another sentence near it that
  /// `first` does not have: the text may be larger than what `first` printed.
  [[nodiscard]] bool goes_beyond(const std::vector<std::size_t>& group, ArticleIndex first) const;

  /// Whether an article that shows no source has a sentence that `first` does not have between two
  /// sentences of the group: nobody writes between the lines that he copies.
  [[nodiscard]] bool is_filled_in(const std::vector<std::size_t>& group, ArticleIndex first) const;

  /// The articles that say that an outlet of this name reported first, and where.
  using Places = std::vector<std::pair<ArticleIndex, Span>>;
  [[nodiscard]] const Places& named_first(const std::string& outlet) const;

  /// Where an article has sentences that count, in text order: the shared sentence each is, or
  /// `not_shared`.
  struct Line {
    std::uint32_t sentence = 0;
    std::size_t shared = 0;
  };
  static constexpr std::size_t not_shared = SIZE_MAX;
  [[nodiscard]] const std::vector<Line>& lines(ArticleIndex article) const {
    return lines_.find(article)->second;
  }

  [[nodiscard]] const Standing& standing(ArticleIndex article) const {
    return *standing_.find(article)->second;
  }

  /// Neither file, release nor credit, and no reporting of its own.
  [[nodiscard]] bool shows_nothing(ArticleIndex article) const;

  /// Whether the article carries the shared sentence.
  [[nodiscard]] bool carries(ArticleIndex article, std::size_t shared) const;

 private:
  [[nodiscard]] bool is_amid(const std::vector<Line>& lines, std::size_t shared,
                             ArticleIndex first) const;
  [[nodiscard]] bool is_text(std::span<const Line> side, ArticleIndex first) const;

  const StoryMaterial& material_;
  const SharedText& shared_;
  std::map<ArticleIndex, const Standing*> standing_;
  std::map<ArticleIndex, std::vector<Line>> lines_;
  std::map<std::string, Places> named_first_;  ///< by outlet
};

}  // namespace twosource

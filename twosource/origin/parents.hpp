#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "twosource/origin/material.hpp"
#include "twosource/origin/shared_words.hpp"
#include "twosource/origin/story_order.hpp"
#include "twosource/origin/tracing.hpp"

namespace twosource {

/// The article that another took text from.
struct Parent {
  ArticleIndex article = 0;
  std::uint32_t edits = 0;  ///< words that only these two have and the source has not
};

/// Finds the nearest article that another took its text of one origin from.
///
/// Without a copy of a copy that is the source itself, where it is in the story. An article B lies
/// between the source and C where B is not later than C, C has B's edits (words in common that the
/// source has not), and C has next to nothing of the source that B lacks. Where the source is not
/// in the story its text is known by what several articles have: B's edits are words that C and B
/// have and most of the others that carry the sentence have not.
class Parents {
 public:
  Parents(const StoryMaterial& material, const TracedStory& traced);

  /// The parent of `article` for what it copied of `key`; nothing where that is the origin itself,
  /// outside the story. `sources` are the articles that are the source.
  [[nodiscard]] std::optional<Parent> find(ArticleIndex article, const OriginKey& key,
                                           const std::set<ArticleIndex>& sources) const;

  [[nodiscard]] const SharedWords& shared() const { return shared_; }

 private:
  struct Candidate;

  [[nodiscard]] WordSet copied_words(ArticleIndex article, const OriginKey* key) const;
  [[nodiscard]] std::vector<Candidate> candidates(ArticleIndex article, const WordSet& words,
                                                  const std::set<ArticleIndex>& sources) const;
  [[nodiscard]] bool is_nearer(ArticleIndex candidate, ArticleIndex article,
                               const Candidate* source) const;
  [[nodiscard]] std::optional<Parent> between(ArticleIndex article, const WordSet& words,
                                              std::span<const Candidate> list,
                                              const Candidate& source) const;
  [[nodiscard]] std::optional<Parent> by_edits(ArticleIndex article, const WordSet& words,
                                               std::span<const Candidate> list) const;

  const StoryMaterial& material_;
  const TracedStory& traced_;
  StoryOrder order_;
  SharedWords shared_;
  std::map<ArticleIndex, std::size_t> position_;
};

}  // namespace twosource

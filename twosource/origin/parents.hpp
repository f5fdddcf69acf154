#pragma once

#include <cstdint>
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

/// The articles of a story that are an origin themselves, for each origin that has some.
using SourceArticles = std::map<OriginKey, std::set<ArticleIndex>>;

/// What an article took text from: another article, or an origin outside the story.
struct Parent {
  bool is_origin = false;
  ArticleIndex article = 0;                  ///< where it is an article
  bool source = false;                       ///< the article is the origin of most of it
  std::map<OriginKey, std::uint32_t> taken;  ///< words of the sentences that were taken
  std::uint32_t words = 0;                   ///< all of them
  std::uint32_t equal_words = 0;
  std::uint32_t reworded_words = 0;
  std::uint32_t edits = 0;  ///< equal words that no other text that may be the parent has
};

/// Finds what articles were copied from, the nearest copy and not only the first.
///
/// A copy of a copy has what was added, changed and left out on the way. So of all articles that
/// are not later, and of the origins outside the story, the parent is the text that explains most
/// words of the copied sentences; then, for the sentences that it does not explain, the next. Where
/// several explain as many, the source comes first, then an earlier article that has all of them
/// word for word, then an origin outside, then the article that has least beside them.
///
/// Where no date tells who was first, three things do: who took a passage apart had it from the one
/// in which it stands together; who shows nothing of a reporter had it from the one that does; who
/// has the texts of two that have nothing in common, and little else, put them together.
class Parents {
 public:
  Parents(const StoryMaterial& material, const TracedStory& traced, const SourceArticles& sources);

  /// Largest first; several for an article that was stitched together. What it has with `version`,
  /// an earlier version of it, is left out. Near-linear in the words of the article times the
  /// articles that it shares most with, 64 at most.
  [[nodiscard]] std::vector<Parent> find(ArticleIndex article,
                                         std::optional<ArticleIndex> version) const;

 private:
  struct Candidate;
  struct Copied;
  class Choice;
  /// How many others have a word of the article, or another word in its place.
  struct Readings {
    std::size_t same = 0;
    std::size_t other = 0;
    bool earlier = false;  ///< one that has it is surely earlier
  };

  [[nodiscard]] Copied copied_text(ArticleIndex article) const;
  [[nodiscard]] std::vector<Candidate> candidates(ArticleIndex article, const Copied& copied) const;
  [[nodiscard]] bool is_nearer(ArticleIndex candidate, ArticleIndex article) const;
  [[nodiscard]] bool only_other_reports(ArticleIndex article, const SharedWithOther& shared) const;
  [[nodiscard]] bool credits(ArticleIndex article) const;
  [[nodiscard]] bool takes_apart(ArticleIndex article, const SharedWithOther& shared) const;
  void find_stitched(ArticleIndex article, std::vector<Candidate>& list) const;
  void find_witnesses(ArticleIndex article, std::vector<Candidate>& list) const;
  [[nodiscard]] std::size_t agree_against(ArticleIndex article, ArticleIndex one,
                                          ArticleIndex two) const;
  void add_origins(const Copied& copied, std::vector<Candidate>& list) const;
  static void add_other_words(std::size_t word, std::span<const Candidate> list, Candidate& origin);
  static Candidate together(const std::map<OriginKey, Candidate>& origins);
  static std::vector<std::uint32_t> count_in_sentences(const WordSet& words, const Copied& copied);
  static std::vector<std::uint32_t> count_printers(const Copied& copied,
                                                   std::span<const Candidate> list);
  static Readings readings_of(std::size_t word, std::span<const Candidate> list);
  [[nodiscard]] bool is_source(ArticleIndex article, const OriginKey& key) const;

  const StoryMaterial& material_;
  const TracedStory& traced_;
  const SourceArticles& sources_;
  StoryOrder order_;
  const SharedWords& shared_;
  std::map<ArticleIndex, std::size_t> position_;
};

}  // namespace twosource

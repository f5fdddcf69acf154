#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/model/report.hpp"

namespace twosource {

/// How much of an article an origin accounts for.
struct OriginShare {
  OriginIndex origin = 0;
  double share = 0.0;  ///< of the article's words, title included, 0..1
};

/// What two articles of one story share, all their passages together. Furniture counts nowhere.
struct PairSummary {
  ArticleIndex a = 0;  ///< the smaller index
  ArticleIndex b = 0;
  std::uint32_t words_a = 0;   ///< words of `a` that `b` has too and that are no quoted speech
  std::uint32_t words_b = 0;   ///< the same of `b`
  std::uint32_t quoted_a = 0;  ///< words of `a` that `b` has too and that are quoted speech
  std::uint32_t quoted_b = 0;
  double share_a = 0.0;  ///< words_a over the words of the body of `a`, 0..1
  double share_b = 0.0;
  bool verbatim = false;                     ///< some passage has equal words
  bool edited = false;                       ///< some passage was edited
  bool reworded = false;                     ///< some passage is in other words
  bool formulas = false;                     ///< besides, names and set phrases that count nowhere
  Direction direction = Direction::unknown;  ///< unknown as soon as two passages disagree
  /// Label of the counted origin outside the collection from which both have text, or empty. Then
  /// an earlier date does not make one of them the other's source.
  std::string source;

  [[nodiscard]] std::uint32_t shared_words() const { return words_a < words_b ? words_a : words_b; }
  [[nodiscard]] bool quoted_only() const { return words_a == 0 && words_b == 0 && quoted_a > 0; }
  [[nodiscard]] bool furniture_only() const {
    return words_a == 0 && words_b == 0 && quoted_a == 0;
  }
};

/// What the terminal and the page both need to know of a report, computed once: letters of
/// origins, shares of articles, pairs. Parts that a report does not have (no stories, no origins)
/// are empty. The report must outlive the view. Linear in the report, but for the sorting.
class ReportView {
 public:
  explicit ReportView(const Report& report);

  [[nodiscard]] const Report& report() const { return report_; }
  /// "A", "B", ... for the origins that the sum counts as shown; "?" (or "?1", "?2", ... where
  /// there are more) for those it counts as possible only: unclear ones and common texts; "+" (or
  /// "+1",
  /// ...) for those too small to count. Anew in every story.
  [[nodiscard]] const std::string& label(OriginIndex origin) const { return labels_[origin]; }
  /// Largest share first.
  [[nodiscard]] std::span<const OriginShare> origins_of(ArticleIndex article) const {
    return shares_[article];
  }
  /// Shown ones first, then possible ones, then those too small to count.
  [[nodiscard]] std::span<const OriginIndex> origins_of_story(StoryIndex story) const {
    return story_origins_[story];
  }
  /// Indices into Origins::lineage.
  [[nodiscard]] std::span<const std::uint32_t> lineage_of_story(StoryIndex story) const {
    return story_lineage_[story];
  }
  /// Indices into Report::copies of the copies between two articles of the story.
  [[nodiscard]] std::span<const std::uint32_t> copies_of_story(StoryIndex story) const {
    return story_copies_[story];
  }
  /// Indices into Report::flags of the article's, by place.
  [[nodiscard]] std::span<const std::uint32_t> flags_of(ArticleIndex article) const {
    return flags_[article];
  }
  /// Every pair of the story that shares text; most shared words first, furniture-only pairs last.
  [[nodiscard]] std::vector<PairSummary> pairs_of_story(StoryIndex story) const;
  /// All pairs of the report, ordered by articles.
  [[nodiscard]] std::vector<PairSummary> all_pairs() const;

 private:
  void name_common_source(PairSummary& pair) const;
  void index_stories();
  void label_origins();
  void measure_origins();
  void index_flags();

  const Report& report_;
  std::vector<std::string> labels_;
  std::vector<std::vector<OriginShare>> shares_;
  std::vector<std::vector<OriginIndex>> sources_;  ///< of every article: origins with an edge to it
  std::vector<std::vector<OriginIndex>> story_origins_;
  std::vector<std::vector<std::uint32_t>> story_lineage_;
  std::vector<std::vector<std::uint32_t>> story_copies_;
  std::vector<std::vector<std::uint32_t>> flags_;
};

/// The part of a list that belongs to a story; lists stand story by story. Logarithmic.
template <class T>
std::span<const T> of_story(const std::vector<T>& list, StoryIndex story) {
  const auto first = std::partition_point(list.begin(), list.end(),
                                          [&](const T& each) { return each.story < story; });
  const auto last =
      std::partition_point(first, list.end(), [&](const T& each) { return each.story == story; });
  return {first, last};
}

/// How many claims of a story some account contradicts.
std::size_t count_disputed(const Report& report, StoryIndex story);

/// The sum as one line: "14 articles · 5 outlets · 2 independent origins shown, at most 3".
std::string sum_line(const Sum& sum);

/// How many origins report something: "2 origins" that are shown, "2 origins, at most 5" with those
/// that are unclear or too small to count, "at most 3 origins"; empty for none.
std::string describe_origins(const ReportView& view, std::span<const OriginIndex> origins);

/// "1 article", "2 articles".
std::string counted(std::uint64_t count, const char* singular, const char* plural);

/// Whole per cent, never 0 for something and never 100 for less than all: "97 %".
std::string percent(double share);

/// "word for word", "edited", "in other words" or, for passages of several kinds, "partly edited",
/// "partly reworded".
std::string describe_kind(const PairSummary& pair);

/// "[1] → [2]" where the direction is known and neither rests on a common source, otherwise
/// "[1] – [2]".
std::string order_of(const PairSummary& pair);

/// What a pair shares as one sentence without its full stop: "97 % of [2] stands in [1], word for
/// word; besides, 16 words of quoted speech".
std::string describe(const PairSummary& pair);

/// The pairs that say most: of the most shared words first, each the first to tell of one of its
/// articles, none that shares only furniture, at most `limit`.
std::vector<PairSummary> closest_pairs(std::span<const PairSummary> pairs, std::size_t limit);

/// "[3]" for the article with index 2.
std::string number_of(ArticleIndex article);

/// The problem as one sentence that names the place, once.
std::string sentence_of(const Problem& problem);

/// What is not known is said: "(no title)", "undated", "(outlet unknown)".
std::string title_or_none(std::string_view title);
std::string time_of(const Article& article);
std::string outlet_of(const Article& article);

}  // namespace twosource

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "twosource/base/code_points.hpp"
#include "twosource/base/json.hpp"
#include "twosource/model/pair.hpp"
#include "twosource/model/report.hpp"

namespace twosource {

/// Makes the JSON records of a report, one at a time (fields: docs/formats/report.md).
///
/// Code point offsets come from one map for each article, built when it is first needed. The
/// report must outlive the maker. An index outside the report is a bug of the caller.
class RecordMaker {
 public:
  explicit RecordMaker(const Report& report);

  [[nodiscard]] Json article(ArticleIndex index) const;
  /// The article with its `text` and `authors`.
  [[nodiscard]] Json extract(ArticleIndex index) const;
  [[nodiscard]] Json story(StoryIndex index);
  [[nodiscard]] Json copy(std::size_t index);
  [[nodiscard]] Json origin(OriginIndex index);
  [[nodiscard]] Json lineage(std::size_t index);
  [[nodiscard]] Json entity(EntityIndex index);
  [[nodiscard]] Json statement(StatementIndex index);
  [[nodiscard]] Json time(TimeIndex index);
  [[nodiscard]] Json claim(ClaimIndex index);
  [[nodiscard]] Json flag(std::size_t index);
  [[nodiscard]] Json moment(std::size_t index);
  [[nodiscard]] Json brief_sentence(std::size_t index);
  [[nodiscard]] Json pair(const PairExplanation& pair);
  [[nodiscard]] Json problem(std::size_t index) const;
  [[nodiscard]] Json coverage() const;

  /// Offsets of a span in code points.
  struct CodePoints {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] CodePoints code_points(const ArticleSpan& place);

 private:
  Json span(const ArticleSpan& place);
  Json span_or_null(ArticleIndex article, Span place);
  Json spans(const std::vector<ArticleSpan>& places);
  Json reasons(const std::vector<Reason>& list);
  Json sum(const Sum& sum);
  Json member(const ClaimMember& member);
  Json conflict(const ClaimConflict& conflict);
  [[nodiscard]] Json speaker(const std::optional<StatementIndex>& statement) const;
  [[nodiscard]] Json statement_id(const std::optional<StatementIndex>& statement) const;
  [[nodiscard]] Json origin_ids(const std::vector<OriginIndex>& origins) const;

  const Report& report_;
  std::vector<std::vector<OriginIndex>> origins_of_story_;
  std::vector<std::optional<CodePointMap>> maps_;
};

}  // namespace twosource

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "twosource/model/claim.hpp"
#include "twosource/model/report.hpp"

namespace twosource {

/// Where the sentences of all articles come from.
class SentenceOrigins {
 public:
  /// `report` must outlive it.
  explicit SentenceOrigins(const Report& report);

  /// The origin of a sentence; quoted speech has none. A title has that of its article,
  /// if most of that has one.
  [[nodiscard]] std::optional<OriginIndex> of(ArticleIndex article, std::uint32_t sentence) const;

  /// Who reports it: its origin, and for quoted speech that of most of its article.
  [[nodiscard]] std::optional<OriginIndex> reporter(ArticleIndex article,
                                                    std::uint32_t sentence) const;

 private:
  const Report& report_;
  std::vector<std::optional<OriginIndex>> main_;      // by article
  std::vector<std::optional<OriginIndex>> of_title_;  // by article
};

/// Is it counted, with positive evidence? Only such an origin can agree with another.
bool speaks_for_itself(const Origin& origin);

/// Who stands behind some members of a claim.
struct Support {
  std::vector<OriginIndex> origins;    ///< that tell it or report that somebody said it, ascending
  std::vector<OriginIndex> asserting;  ///< of them those that tell it in their own name
  std::vector<EntityIndex> speakers;   ///< named ones who said it, ascending
  std::uint32_t articles = 0;
  bool told = false;            ///< some article tells it in its own name
  bool said = false;            ///< some article has it as somebody's words
  bool origin_unknown = false;  ///< somewhere nothing tells where the text is from
};

/// Sums up members, whatever their stance; they are by article.
Support support_of(const Report& report, const SentenceOrigins& sentences,
                   std::span<const ClaimMember> members);

/// Of origins those that the contract counts: the story's counted ones, or the only one there is,
/// for it has a claim of its own.
std::vector<OriginIndex> counted_of(const Report& report, std::span<const OriginIndex> origins);

/// How the accounts stand to a claim that nobody contradicts. Agreement takes two counted origins
/// with positive evidence that tell it in their own names. What is only said is its speaker's,
/// however many report it; two speakers, or an origin and a speaker, may have it from each other.
ClaimStatus status_of(const Report& report, const Support& support);

}  // namespace twosource

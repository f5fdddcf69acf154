#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "twosource/origin/material.hpp"

namespace twosource {

/// The key under which an outlet's own or unclear sentences fold: its versions and its second
/// article are one newsroom.
OriginKey outlet_origin(const Article& article, OriginKind kind);

/// Turns credited agencies into keys. Where the credited one is an outlet of this story ("(KVLT)"
/// in a text that KVLT's own article carries as well), its own reporting is meant.
class CreditKeys {
 public:
  explicit CreditKeys(const StoryMaterial& material);

  /// `agencies` are positions in the index of agencies; none: an agency that is not named.
  [[nodiscard]] OriginKey key(std::span<const std::uint32_t> agencies) const;

 private:
  [[nodiscard]] std::optional<ArticleIndex> outlet_of(const Agency& agency) const;

  const StoryMaterial& material_;
  std::vector<ArticleIndex> outlets_;  ///< articles with an outlet that is no agency
};

}  // namespace twosource

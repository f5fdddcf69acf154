#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "twosource/origin/material.hpp"

namespace twosource {

/// The key under which an outlet's own or unclear sentences fold: its versions and its second
/// article are one newsroom.
OriginKey outlet_origin(const Article& article, OriginKind kind);

/// One print of a text is signed AFP, another Reuters: it is the text of one of them, and nothing
/// says of which. Beside "AFP and Reuters" a print signed AFP decides. Not only agencies: the
/// smallest key; none: none.
std::optional<OriginKey> one_of(const std::vector<OriginKey>& credited);

/// "AFP" means one of "AFP or Reuters".
bool may_mean(const OriginKey& credit, const OriginKey& key);

/// Turns credited agencies into keys. Where the credited one is an outlet of this story ("(KVLT)"
/// in a text that KVLT's own article carries as well), its own reporting is meant. An abbreviation
/// that no table knows is the agency whose full name it fits (find_full_names).
class CreditKeys {
 public:
  explicit CreditKeys(const StoryMaterial& material);

  /// `agencies` are positions in the index of agencies; none: an agency that is not named.
  [[nodiscard]] OriginKey key(std::span<const std::uint32_t> agencies) const;
  /// The same for a mark. A reprint is the own reporting of the outlet that it names, which may be
  /// none of the story's.
  [[nodiscard]] OriginKey key(const SourceMark& mark) const;

  /// The abbreviations that were taken for the agency of this key.
  [[nodiscard]] std::vector<std::string> abbreviations(const OriginKey& key) const;

 private:
  [[nodiscard]] std::uint32_t full(std::uint32_t agency) const;
  [[nodiscard]] std::optional<ArticleIndex> outlet_of(const Agency& agency) const;

  const StoryMaterial& material_;
  std::vector<ArticleIndex> outlets_;                  ///< with an outlet that is no agency
  std::map<std::uint32_t, std::uint32_t> full_names_;  ///< abbreviation, agency
};

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/model/article.hpp"

namespace twosource {

/// Where a fact is told.
struct FactPlaces {
  std::vector<ArticleSpan> places;  ///< by article and place; they do not overlap
  bool opposed = false;             ///< it stands in a conflict
};

/// Which facts tell nothing that another one does not tell already: each of their places overlaps
/// one of the same other fact, which more articles have or, if as many, more words. A fact of one
/// article gives way to any; one in a conflict only to another in a conflict. By fact.
std::vector<bool> told_elsewhere(std::span<const FactPlaces> facts);

}  // namespace twosource

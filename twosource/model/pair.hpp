#pragma once

#include <cstddef>
#include <vector>

#include "twosource/model/origin.hpp"

namespace twosource {

/// Why two articles were joined or kept apart.
struct PairExplanation {
  ArticleIndex a = 0;
  ArticleIndex b = 0;
  bool same_story = false;
  std::vector<std::size_t> copies;          ///< positions in Report::copies, between the two
  std::vector<OriginIndex> shared_origins;  ///< origins that have sentences in both
  std::vector<Reason> reasons;              ///< story first, then copies, traces, origins
};

}  // namespace twosource

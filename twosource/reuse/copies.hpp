#pragma once

#include <span>
#include <string>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"

namespace twosource {

/// Who shares text with whom.
struct Reuse {
  std::vector<Copy> copies;             ///< by a, b and place in a
  std::vector<std::string> unanalysed;  ///< one sentence for each thing that was left out
};

/// Finds the copies among the articles: the passages of find_passages, each with its places in the
/// texts, how unlikely its words are, how much of it is quoted speech, and whether it is furniture.
///
/// A passage of 12 equal words in a row is always a copy. A shorter one is reported only where it
/// is rare: a run of 8 to 11 words if it is a whole sentence or a whole quotation on both sides, an
/// edited passage without a run of 12 if its equal words are unlikely enough. Directions are left
/// unknown. Reads the rich part of the analyses. The result does not depend on `jobs`.
Reuse find_copies(std::span<const Article> articles, std::span<const Analysis> analyses, Jobs jobs);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/reason.hpp"

namespace twosource {

/// What two articles have in common besides their passages and hardly by accident: the same
/// misspelling, details that hardly any other article has, the same order of rare words. `copies`
/// are those of the pair. Hints for a reader: they join nothing. Quoted speech counts for none.
/// Linear in the collection.
std::vector<Reason> find_traces(std::span<const Article> articles,
                                std::span<const Analysis> analyses, std::span<const Copy> copies,
                                ArticleIndex a, ArticleIndex b);

}  // namespace twosource

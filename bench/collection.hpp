#pragma once

#include <span>
#include <string>
#include <vector>

#include "twosource/base/result.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/read/read.hpp"

namespace twosource::bench {

/// Reads the articles of one file as `twosource run` does and settles them: unique ids, canonical
/// order. An error if there is none.
Result<std::vector<Article>> read_collection(const std::string& path, const FieldMap& fields);

/// The light part of the analysis of each article, one after the other.
std::vector<Analysis> analyze_light(std::span<const Article> articles);

}  // namespace twosource::bench

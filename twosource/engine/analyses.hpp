#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/engine/tell.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// The light and the rich part for every article, in their order.
std::vector<Analysis> analyze_all(std::span<const Article> articles, Jobs jobs, const Tell& tell);

}  // namespace twosource

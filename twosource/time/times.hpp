#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/time.hpp"
#include "twosource/time/style.hpp"

namespace twosource {

/// The time expressions of one article, in text order, never overlapping, resolved against its date
/// of publication and the times that the text has named before (TIMEX3, ISO-TimeML). `index` is the
/// article's in the list that all stages share. Nothing for articles that are not English. Linear
/// in the text.
std::vector<TimeExpression> read_times(ArticleIndex index, const Article& article,
                                       const Analysis& analysis, TimeStyle style = TimeStyle::news);

/// The same for all articles, by article and place.
std::vector<TimeExpression> find_times(std::span<const Article> articles,
                                       std::span<const Analysis> analyses, Jobs jobs);

}  // namespace twosource

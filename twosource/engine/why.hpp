#pragma once

#include <string_view>

#include "twosource/base/result.hpp"
#include "twosource/model/pair.hpp"
#include "twosource/model/report.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

/// Finds an article by what people have at hand: its id, its path, or the number `3` or `[3]`
/// that the summary prints. The error says that none or that several are called so.
Result<ArticleIndex> find_article(const Report& report, std::string_view name);

/// Explains a pair of two different articles of a report of depth `origins`. `tables` are those
/// that the report was made with (load_tables); with others the direction would not be that of the
/// report.
PairExplanation explain(const Report& report, const OriginTables& tables, ArticleIndex a,
                        ArticleIndex b);

}  // namespace twosource

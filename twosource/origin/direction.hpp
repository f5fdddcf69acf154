#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

struct CollectionReading;

/// Says for each copy who had the passage first, with the reasons added, or leaves it unknown.
/// Every sign has a weight (docs/origins.md lists them); they are added up, those for one side
/// against those for the other, and below `min_direction_weight` the direction stays unknown:
///
/// - one side is the agency's own file, or a press release, and the other is not;
/// - the passage names one side's outlet as the one that was told ("told the Courier");
/// - one side was published earlier, as far as both dates are known exactly enough. A date that
///   the user set by flag is no evidence;
/// - what the texts show (text_signs), all of it together at most 3.
///
/// Quoted speech and furniture have no direction: nobody copied them. The reasons are the signs of
/// the side that was first, the strongest first, then those against it. Linear in the copies and in
/// the text of the articles that have copies.
std::vector<Copy> direct_copies(std::span<const Article> articles,
                                std::span<const Analysis> analyses, std::vector<Copy> copies,
                                const CollectionReading& reading, Jobs jobs = {});

/// The same for callers that have not read the collection.
std::vector<Copy> direct_copies(std::span<const Article> articles,
                                std::span<const Analysis> analyses, std::vector<Copy> copies,
                                const OriginTables& tables, Jobs jobs = {});

/// Less than zero where `a` was surely published before `b`, above zero for the reverse, zero where
/// the dates do not tell.
int compare_published(const Article& a, const Article& b);

}  // namespace twosource

#pragma once

#include <span>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/origin.hpp"
#include "twosource/model/story.hpp"
#include "twosource/origin/tables.hpp"

namespace twosource {

struct CollectionReading;

/// What the origin stage looks at. Articles and analyses have the same index; the analyses are
/// whole (light and rich), the copies directed (direct_copies). Every article is in one story.
struct OriginInput {
  std::span<const Article> articles;
  std::span<const Analysis> analyses;
  std::span<const Copy> copies;
  std::span<const Story> stories;
  Jobs jobs;
  const CollectionReading* reading = nullptr;  ///< of all articles; null: it is made
};

/// Traces every sentence of every story to its origin, draws the lineage and sums up.
///
/// By the contract's rules (docs/origins.md): a sentence that others have → their text's origin,
/// which is an agency's, a release's, an outlet's own or a common text whose source is unknown; a
/// sentence that names its source → that source's; at least 80 % quoted speech → none; else `own`
/// on positive evidence only, `unclear` without. Every reason carries the places that prove it,
/// where the text and not the metadata shows it.
///
/// The outcome does not depend on the number of jobs. Near-linear in the text, the words of the
/// copies and their sentences; stories are independent of each other but for the names of agencies,
/// which all articles together show.
Origins trace_origins(const OriginInput& input, const OriginTables& tables);

}  // namespace twosource

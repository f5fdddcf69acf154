#pragma once

#include <string>

#include "twosource/report/view.hpp"

namespace twosource {

/// The drawing of a story's lineage as inline SVG for the page: shapes by kind of origin, ghosts
/// dashed, edges by kind of taking and as wide as the share taken. Colours come from the page's
/// style sheet. The table beside it says the same.
std::string lineage_svg(const ReportView& view, StoryIndex story);

/// The same shape and line as a small picture for the legend.
std::string legend_shape(OriginKind kind, bool ghost);
std::string legend_line(LineageKind kind);

/// What happened on an edge, in words: "[2] took 97 % of its words from [1], word for word".
std::string describe(const ReportView& view, const Lineage& lineage);

}  // namespace twosource

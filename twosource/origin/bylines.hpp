#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "twosource/origin/marks.hpp"

namespace twosource {

/// Who signs a line such as "By X", "By X, Northwater News Agency", "Von X und dpa", "Staff
/// report", "X, The Associated Press": a credit, a shared credit, a byline or an outlet's byline.
std::optional<SourceMark> read_byline(const Article& article, Span line,
                                      const AgencyIndex& agencies);

/// The same for an author that the metadata name. The span is that of the name in the first lines,
/// or empty where it does not stand there.
std::optional<SourceMark> read_author(const Article& article, std::string_view author,
                                      const AgencyIndex& agencies);

/// How the outlet names itself in its texts: "The Selne Courier" → "Selne Courier", "Courier";
/// "Selne Evening Mail" → "Evening Mail", "Mail". Longest first. Empty without an outlet.
std::vector<std::string> outlet_names(const Article& article);

}  // namespace twosource

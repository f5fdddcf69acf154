#pragma once

#include <string>

#include "twosource/model/report.hpp"

namespace twosource {

/// The report as one HTML file that needs nothing else: no network, no font, no framework.
///
/// Every article's text stands in it once. Sums, reasons, origins, the lineage drawing with its
/// table and the texts are markup and can be read without script; a script of a few kilobytes adds
/// the side-by-side reading from data that stands beside it as JSON. Whatever comes from an
/// article is escaped, and a content security policy allows this one script and this one style
/// sheet by their hashes and nothing else. The same report gives the same bytes.
std::string render_html(const Report& report);

}  // namespace twosource

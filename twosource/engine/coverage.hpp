#pragma once

#include <span>

#include "twosource/model/report.hpp"

namespace twosource {

/// Counts what the answers rest on: articles, those without a date or an outlet, languages (by
/// tag). `unanalysed` is left to the stages that leave something out.
Coverage measure_coverage(std::span<const Article> articles, std::span<const Analysis> analyses);

/// Says of how many articles no statements and names were looked for, being in other languages.
void add_unread_languages(Report& report);

}  // namespace twosource

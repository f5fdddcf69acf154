#pragma once

#include <span>

#include "twosource/model/report.hpp"

namespace twosource {

/// Counts what the answers rest on: articles, those without a date or an outlet, languages (by
/// tag). `unanalysed` is left to the stages that leave something out.
Coverage measure_coverage(std::span<const Article> articles, std::span<const Analysis> analyses);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/brief.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// The story in short, in the sources' own words: what most independent origins carry first, then
/// where they part, then what only one has. Every sentence can stand alone and cites every article
/// that tells it. Story by story.
std::vector<BriefSentence> write_brief(const Report& report, std::span<const TaggedText> tagged,
                                       Jobs jobs);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/flag.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// Passages that look stitched in, orphaned, repeated or stale. Reads what the stages before have
/// found, claims included. `tagged` is by article. Story by story, by article and place.
std::vector<Flag> find_flags(const Report& report, std::span<const TaggedText> tagged, Jobs jobs);

}  // namespace twosource

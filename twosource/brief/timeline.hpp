#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/brief.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// What happened when: one line for each dated event, merged across articles. Story by story, in
/// the order of time.
std::vector<Moment> find_moments(const Report& report, std::span<const TaggedText> tagged,
                                 Jobs jobs);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/claim.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// What the stories' articles say, put together across articles: where they agree, where they
/// differ and what only one of them says. Reads from the report what the stages before have found:
/// articles, analyses, copies, stories, origins, entities, statements, times. `tagged` is by
/// article. Story by story; within one, what most origins carry first.
std::vector<Claim> compare_accounts(const Report& report, std::span<const TaggedText> tagged,
                                    Jobs jobs);

}  // namespace twosource

#pragma once

#include <span>
#include <string>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/claim.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// What the accounts of all stories say.
struct Accounts {
  std::vector<Claim> claims;            ///< story by story; within one, most origins first
  std::vector<std::string> unanalysed;  ///< one sentence for each thing that was left out
};

/// What the stories' articles say, put together across articles: where they agree, where they
/// differ and what only one of them says. Reads from the report what the stages before have found:
/// articles, analyses, copies, stories, origins, entities, statements, times. `tagged` is by
/// article. About linear in the text of a story; wordings that are copies are compared once.
Accounts compare_accounts(const Report& report, std::span<const TaggedText> tagged, Jobs jobs);

}  // namespace twosource

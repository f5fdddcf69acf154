#pragma once

#include <vector>

#include "tests/cases/golden_case.hpp"
#include "twosource/model/report.hpp"
#include "twosource/model/token.hpp"

namespace twosource::tests {

/// The articles of a case as one story, whatever the story stage would say, with everything that a
/// run finds out about it.
struct CaseStory {
  Report report;
  std::vector<TaggedText> tagged;  ///< by article
};
CaseStory story_of(const GoldenCase& golden);

}  // namespace twosource::tests

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/brief.hpp"
#include "twosource/model/claim.hpp"
#include "twosource/model/copy.hpp"
#include "twosource/model/entity.hpp"
#include "twosource/model/flag.hpp"
#include "twosource/model/origin.hpp"
#include "twosource/model/problem.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/model/story.hpp"
#include "twosource/model/time.hpp"

namespace twosource {

/// What the answers do not cover, said openly.
struct Coverage {
  std::uint32_t articles = 0;
  std::uint32_t undated = 0;
  std::uint32_t no_outlet = 0;
  std::vector<std::pair<std::string, std::uint32_t>> languages;  ///< by tag; "" = not told
  std::vector<std::string> unanalysed;  ///< one sentence for each thing that was left out
};

/// Everything one run found out. Stories are ordered largest first; articles by time of
/// publication (undated last), then path, then id, so that `[n]` in the summary is article n - 1.
struct Report {
  std::vector<Article> articles;
  std::vector<Analysis> analyses;
  std::vector<Copy> copies;
  std::vector<Story> stories;
  Origins origins;
  std::vector<Entity> entities;
  std::vector<Statement> statements;
  std::vector<TimeExpression> times;
  std::vector<Claim> claims;
  std::vector<Flag> flags;
  std::vector<Moment> timeline;
  std::vector<BriefSentence> brief;
  std::vector<Problem> problems;
  Coverage coverage;
};

}  // namespace twosource

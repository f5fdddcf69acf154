#pragma once

#include <string>
#include <vector>

#include "twosource/model/article.hpp"

namespace twosource {

/// Why something was decided: a fixed code for programs, a sentence for people, and the places in
/// the texts that prove it.
struct Reason {
  std::string code;  ///< snake_case, documented in docs/reasons.md
  std::string text;
  std::vector<ArticleSpan> spans;
};

}  // namespace twosource

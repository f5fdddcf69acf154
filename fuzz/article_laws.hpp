#pragma once

#include <cstdlib>

#include "twosource/base/code_points.hpp"
#include "twosource/read/charset.hpp"
#include "twosource/read/read.hpp"

/// What holds of everything that was read, whatever the bytes were; the program is aborted where it
/// does not.
inline void check_articles(const twosource::ReadOutcome& outcome) {
  const auto on_border = [](std::string_view text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  for (const twosource::Article& article : outcome.articles) {
    const bool ordered =
        article.title.begin <= article.title.end && article.title.end <= article.body.begin &&
        article.body.begin <= article.body.end && article.body.end <= article.text.size();
    if (!ordered || !twosource::is_utf8(article.text) || article.text.empty()) std::abort();
    for (const std::uint32_t at :
         {article.title.begin, article.title.end, article.body.begin, article.body.end}) {
      if (!on_border(article.text, at)) std::abort();
    }
  }
  for (const twosource::Problem& problem : outcome.problems) {
    if (problem.message.empty() || !twosource::is_utf8(problem.message)) std::abort();
  }
}

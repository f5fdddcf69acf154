#pragma once

#include <string>

#include "twosource/model/report.hpp"

namespace twosource {

/// How a terminal wants its text.
struct TerminalStyle {
  unsigned width = 80;  ///< columns; lines are broken or cut to fit, but not below 40 columns
  bool color = false;   ///< bold and dim by ANSI sequences; nothing is said by them alone
};

// All of them: UTF-8 with a line break at the end, empty for nothing to say. What comes from
// articles is printed without control characters (report/printable.hpp). `[n]` is article n - 1.

/// What `run` prints: one block per story, largest first, then single articles, problems and what
/// was not covered. Long lists are cut and say how much they leave out.
std::string render_summary(const Report& report, const TerminalStyle& style);

/// One line per article.
std::string render_articles(const Report& report, const TerminalStyle& style);

/// Every pair of articles that shares text, with its passages.
std::string render_copies(const Report& report, const TerminalStyle& style);

/// Every story with its articles and why they belong together.
std::string render_stories(const Report& report, const TerminalStyle& style);

/// Every story's origins with all reasons, and who took what from whom.
std::string render_origins(const Report& report, const TerminalStyle& style);

/// Every story's speakers with all that they said, and how each was found.
std::string render_statements(const Report& report, const TerminalStyle& style);

/// Every story's persons, organisations and places with their variants.
std::string render_names(const Report& report, const TerminalStyle& style);

/// The words of every article that name a time, with what they mean.
std::string render_times(const Report& report, const TerminalStyle& style);

/// Where the accounts of every story agree, differ and stand alone.
std::string render_accounts(const Report& report, const TerminalStyle& style);

/// Every story's brief and timeline, and the passages that look odd.
std::string render_brief(const Report& report, const TerminalStyle& style);

}  // namespace twosource

#pragma once

#include <cstddef>

#include "twosource/report/terminal_page.hpp"
#include "twosource/report/view.hpp"

namespace twosource {

/// For the summary: what the accounts agree on, where they differ, what changed in time and what
/// only one of them has; at most `limit` of each, and how many more.
void print_accounts(const ReportView& view, StoryIndex story, std::size_t limit,
                    TerminalPage& page);

/// For the summary: the timeline, the brief and where passages look odd; at most `limit` of each.
void print_brief(const ReportView& view, StoryIndex story, std::size_t limit, TerminalPage& page);

/// All claims of a story with both sides of what differs, their places and their notes.
void print_all_accounts(const ReportView& view, StoryIndex story, TerminalPage& page);

/// The brief, the timeline and all flags of a story.
void print_whole_brief(const ReportView& view, StoryIndex story, TerminalPage& page);

/// The times of one article, a line each.
void print_times(const Report& report, ArticleIndex article, TerminalPage& page);

}  // namespace twosource

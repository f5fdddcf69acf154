#pragma once

#include <cstddef>

#include "twosource/report/terminal_page.hpp"
#include "twosource/report/view.hpp"

namespace twosource {

/// For the summary: conflicts of speakers, then `limit` named speakers with what most articles
/// report of them.
void print_who_said(const ReportView& view, StoryIndex story, std::size_t limit,
                    TerminalPage& page);

/// All speakers of a story with all that they said.
void print_statements(const ReportView& view, StoryIndex story, TerminalPage& page);

/// All names of a story: persons, organisations, places, with their forms.
void print_names(const ReportView& view, StoryIndex story, TerminalPage& page);

/// "[1] [4] [7]", and how many more.
std::string numbers_of(std::span<const ArticleIndex> articles);

}  // namespace twosource

#pragma once

#include <string>

#include "twosource/report/records.hpp"
#include "twosource/report/view.hpp"

namespace twosource {

/// The brief of a story for the head of its section; empty where there is none.
std::string brief_part(const ReportView& view, StoryIndex story);

/// "Where the accounts agree and differ" of a story: what contradicts each other with both sides,
/// the matrix of claims against origins, what only one has, the timeline. Empty where there is
/// neither a claim nor a date. All of it is markup: places unfold without a script, which only
/// leads into the side-by-side view.
std::string accounts_part(const ReportView& view, RecordMaker& maker, StoryIndex story);

/// The timeline of a story; empty where nothing is dated.
std::string timeline_part(const ReportView& view, StoryIndex story);

/// The stored text of an article, escaped, with its flags marked; and the list of these flags,
/// which explains the marks and may be empty.
std::string flagged_text(const ReportView& view, ArticleIndex article);
std::string flag_list(const ReportView& view, ArticleIndex article);

}  // namespace twosource

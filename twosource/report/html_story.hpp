#pragma once

#include <string>

#include "twosource/report/records.hpp"
#include "twosource/report/view.hpp"

namespace twosource {

/// The section of one story with several articles: sum, brief, steps, origins, where the
/// accounts agree and differ, drawing and table of the lineage, who said what, pairs, the place for
/// the reader with its data, articles with their texts.
std::string story_section(const ReportView& view, RecordMaker& maker, StoryIndex story);

/// One article as a list item: what is known of it, and its text to unfold.
std::string article_item(const ReportView& view, ArticleIndex article);

/// "2 origins" and the first of their letters; empty for none.
std::string html_origins(const ReportView& view, const std::vector<OriginIndex>& origins);

/// A list of reasons with the words that prove them; empty for none.
std::string reason_list(const Report& report, const std::vector<Reason>& reasons,
                        const char* css_class);

}  // namespace twosource

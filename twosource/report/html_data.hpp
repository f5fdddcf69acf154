#pragma once

#include <string>

#include "twosource/report/records.hpp"
#include "twosource/report/view.hpp"

namespace twosource {

/// What the page's script needs to show two articles of a story side by side, as JSON for a
/// <script> element. Offsets are code points of the stored texts, which stand in the page.
///
///     {"articles": [{"n", "source", "headline", "title": [start, end],
///                    "speech": [[start, end], ...], "origins": [[start, letter], ...]}],
///      "pairs": [{"a", "b", "how", "into_a", "into_b", "quoted",
///                 "passages": [{"mark": "V"|"E"|"Q"|"F", "a": [start, end], "b": [start, end],
///                               "words", "runs": [[a start, a end, b start, b end], ...]}]}]}
///
/// `origins` says where another origin begins. `n`, `a`, `b` are the numbers that `[n]` shows. The
/// first pair is the one to begin with. `into_a` is the share of a's words that stand in b. `runs`
/// (equal words) only for edited passages.
std::string reader_data(const ReportView& view, RecordMaker& maker, StoryIndex story);

}  // namespace twosource

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// Finds what stands between quotation marks, speech and scare quotes alike, in text order, never
/// overlapping; of nested quotations the outer one.
///
/// - Marks of all styles: "…", “…”, „…“, ”…”, ``…'', ‘…’, '…', ‚…‘, «…», »…«, ‹…›, 「…」, 『…』.
///   Apostrophes ('60s, 'em, the boys') and inch marks (6'2") are none.
/// - Marks are paired inside one paragraph of `paragraphs`, by direction: a mark that can only
///   open never closes. So a missing mark costs its own quotation, not those after it. Speech in
///   which the same marks stand once more is one quotation if speech begins like that (the
///   paragraph, or behind a colon, a comma, a sentence) and nothing inside reports.
/// - A quotation that runs over paragraphs, each of which opens it again, is one record for each
///   paragraph: `closed` is false for all but the last, `continued` is true for all but the first.
/// - A mark that is never closed opens a quotation up to the paragraph's end (`closed` false) only
///   if it is the paragraph's first character or follows a colon, and nothing behind it reports
///   ("…, she said"). Else it opens nothing: prose must not turn into speech.
///
/// `paragraphs` are those of `find_paragraphs`, in order. Linear.
std::vector<Quotation> find_quotations(std::string_view text, std::span<const Span> paragraphs);

}  // namespace twosource

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/statement.hpp"
#include "twosource/speech/tagger.hpp"

namespace twosource {

/// The statements of one article, in the order of their first word: who said what, with which words
/// of reporting. `index` is the article's in the list that all stages share. `tagged` holds the
/// article's tokens with their parts of speech and the clauses.
///
/// Spans begin and end at a token; content, cue and source of one statement never overlap, and a
/// statement lies in one paragraph (a quotation over several paragraphs: one statement for each).
/// Articles in another language than English have none: the tagger was not taught any.
std::vector<Statement> find_statements(ArticleIndex index, const Article& article,
                                       const Analysis& analysis, const TaggedText& tagged,
                                       const SpeechTagger& tagger);

/// The same as the tagger marks them: what its data call an attribution, denied or not, with
/// nothing left out and nothing added by rule. For measuring.
std::vector<Statement> find_attributions(ArticleIndex index, const Article& article,
                                         const Analysis& analysis, const TaggedText& tagged,
                                         const SpeechTagger& tagger);

/// How much of the content stands in quotation marks, by letters and digits; marks and space
/// count for neither. `content` lies in `text`; `quotations` are those of its Analysis.
StatementKind statement_kind(std::string_view text, std::span<const Span> content,
                             std::span<const Quotation> quotations);

}  // namespace twosource

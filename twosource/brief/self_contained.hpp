#pragma once

#include "twosource/flag/article_reading.hpp"

namespace twosource {

/// Can a sentence stand alone, out of its text? It is whole and of middle length, no question,
/// nobody's own "we", and whatever "he", "it", "this" or "the spokesman" in it could mean stands in
/// it before. Inside quotation marks everything may stand. Linear in the sentence.
bool is_self_contained(const ArticleReading& article, const ReadSentence& sentence);

/// The first token of a sentence behind its dateline, "SELNE, May 3 (NWA) — "; its first token if
/// it has none.
std::uint32_t dateline_end(const ArticleReading& article, const ReadSentence& sentence);

}  // namespace twosource

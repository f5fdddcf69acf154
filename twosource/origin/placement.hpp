#pragma once

#include <cstddef>

#include "twosource/origin/reading.hpp"
#include "twosource/origin/shared_words.hpp"

namespace twosource {

// A text that is taken from goes on for at least two sentences beside what was taken.
constexpr std::size_t min_surplus_words = 30;

/// The words of an article in sentences that count (SentenceReading::counts), the headline left
/// out.
WordSet counting_words(const ArticleReading& reading);

/// Whether the article took apart what stands together in the other: three sentences and more with
/// nothing between them there, and two others for three of them here. `back` is `shared` from the
/// other's side. Who quotes from a text scatters it; nobody gathers it and leaves nothing between.
bool took_apart(const ArticleReading& article, const SharedWithOther& shared,
                const ArticleReading& other, const SharedWithOther& back);

/// Whether two texts with nothing in common make up an article: each has at least two sentences'
/// words of it, both not the same, and four fifths of `text`, the words that count, are of one of
/// them. `common` is what the two share, null for nothing.
bool make_up(const WordSet& text, const SharedWithOther& one, const SharedWithOther& two,
             const SharedWithOther* common);

}  // namespace twosource

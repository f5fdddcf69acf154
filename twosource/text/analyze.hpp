#pragma once

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// The light part, for every article: the words of the whole stored text.
Analysis analyze_words(const Article& article);

/// The rich part, once per story, added to the light one: language of the body (of the whole text
/// if there is no body), paragraphs of the body, sentences (0 is the title, then those of the
/// paragraphs) and quotations of title and body.
Analysis analyze_structure(const Article& article, Analysis light);

}  // namespace twosource

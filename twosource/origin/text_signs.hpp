#pragma once

#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/origin/collection_reading.hpp"
#include "twosource/origin/shared_words.hpp"
#include "twosource/origin/signs.hpp"

namespace twosource {

/// What the texts of `a` and `b` show, names, dates and files left out: a new lead, a cut from the
/// end, sentences and words left out, numbers rounded, a dateline on one side, a credit to the
/// other. Empty where a third article shows that both took the text from elsewhere, or one of the
/// two credits an agency. Linear in the two texts.
std::vector<Sign> text_signs(const Evidence& evidence, ArticleIndex a, ArticleIndex b);

}  // namespace twosource

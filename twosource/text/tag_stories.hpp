#pragma once

#include <span>
#include <vector>

#include "twosource/base/parallel.hpp"
#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/story.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// The tokens of every article with parts of speech, clauses and names, by article; the articles of
/// one story agree on what kind a name is. What all stages behind `origin` read. Nothing for
/// articles that are not English. Some 30 bytes a token.
std::vector<TaggedText> tag_stories(std::span<const Article> articles,
                                    std::span<const Analysis> analyses,
                                    std::span<const Story> stories, Jobs jobs);

}  // namespace twosource

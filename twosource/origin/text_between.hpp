#pragma once

#include <cstddef>
#include <map>

#include "twosource/origin/first_prints.hpp"
#include "twosource/origin/material.hpp"
#include "twosource/origin/text_sources.hpp"

namespace twosource {

/// Sentences that only one print of a text has, between two sentences of that text, are of it as
/// well, if more than half of the print is, and it shows no source and no reporting. Linear in the
/// sentences of the story.
void fill_in_prints(const StoryMaterial& material, const FirstPrints& prints, TextSources& found);

/// The first print of a common text is its source or one more print: what nobody else has of it
/// goes with the text, where at least 30 % of its sentences are of it and it shows nothing of its
/// own. `carried` says how many sentences of the text each article has.
void give_rest_of_first(const FirstPrints& prints,
                        const std::map<ArticleIndex, std::size_t>& carried, const OriginKey& text,
                        TextSources& found);

}  // namespace twosource

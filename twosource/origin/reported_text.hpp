#pragma once

#include <set>
#include <vector>

#include "twosource/origin/common_texts.hpp"
#include "twosource/origin/first_prints.hpp"
#include "twosource/origin/material.hpp"
#include "twosource/origin/text_sources.hpp"

namespace twosource {

/// What is known of the shared text of one story.
struct SharedPrints {
  const StoryMaterial& material;
  const SharedText& shared;
  const PairSentences& pairs;
  const FirstPrints& prints;
};

/// Whether sentences are looked at around which others have more of the text (goes_beyond).
enum class Beyond { not_yet, also };

/// Gives `open` sentences that a reporter printed before all others to that reporter, where no
/// credit speaks of them. A part that no reader of the largest part has, of fewer than three
/// sentences or with more text around it elsewhere, is unclear: it may have come to the reporter
/// from others. `known` are reporters that have text already; returns them with the new ones.
std::set<ArticleIndex> give_to_reporters(const SharedPrints& story, const std::vector<bool>& open,
                                         Beyond beyond, TextSources& found,
                                         std::set<ArticleIndex> known = {});

}  // namespace twosource

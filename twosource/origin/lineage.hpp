#pragma once

#include <span>
#include <vector>

#include "twosource/model/origin.hpp"
#include "twosource/origin/counting.hpp"
#include "twosource/origin/material.hpp"
#include "twosource/origin/tracing.hpp"

namespace twosource {

/// What each article of a story took from whom.
///
/// An edge comes from the article that is the source (the agency's own file, the release of the
/// distributing service, the outlet whose reporting it is), where that article is in the story and
/// shares text with `to`; else from the origin itself, which the reader sees as a source outside
/// the collection. Its kind is `copy` where at least 90 % of the copied words are equal, `reword`
/// where most of them are told in other words, `edit` else, `credit` where only a credit line or an
/// attribution ties the two. Two articles of one outlet that share at least 60 % of the shorter are
/// versions, the later one of the earlier; where no date tells, the one that has more beside the
/// shared text is the later.
///
/// `first_origin` is the position of `origins.front()` in the report. Sorted by `to`, then by
/// share.
std::vector<Lineage> find_lineage(const StoryMaterial& material, const TracedStory& traced,
                                  StoryIndex story, std::span<const KeyedOrigin> origins,
                                  OriginIndex first_origin);

}  // namespace twosource

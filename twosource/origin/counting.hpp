#pragma once

#include <vector>

#include "twosource/model/origin.hpp"
#include "twosource/origin/material.hpp"
#include "twosource/origin/tracing.hpp"

namespace twosource {

/// An origin of the story with its key, which the lineage needs.
struct KeyedOrigin {
  OriginKey key;
  Origin origin;
};

/// Names the origins of a traced story, says which count, and why each is what it is; counted ones
/// first, then by the number of articles and sentences.
///
/// An origin counts where it carries at least 3 whole sentences and 15 % of the words of some
/// article. A text of "AFP or Reuters", or of an agency that is not named, does not count beside a
/// counted text of an agency that it may be; nor an outlet's unclear text beside its own reporting.
std::vector<KeyedOrigin> count_origins(const StoryMaterial& material, const TracedStory& traced,
                                       StoryIndex story);

}  // namespace twosource

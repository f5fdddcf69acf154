#pragma once

#include <vector>

#include "twosource/model/origin.hpp"
#include "twosource/origin/counting.hpp"
#include "twosource/origin/material.hpp"
#include "twosource/origin/owners.hpp"

namespace twosource {

/// The sum of a story: articles → outlets → owners → origins shown, at most possible, each step
/// with its reason.
///
/// `shown` counts the origins with positive evidence (own, agency, release); `possible` adds the
/// unclear ones and the common texts. A story with any text has at least one possible origin.
/// `outlets` and `owners` are the known ones; the steps say for how many articles they are not.
Sum sum_up(const StoryMaterial& material, StoryIndex story, const std::vector<KeyedOrigin>& origins,
           const OwnerIndex& owners);

}  // namespace twosource

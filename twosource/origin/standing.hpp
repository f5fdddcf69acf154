#pragma once

#include <optional>
#include <vector>

#include "twosource/model/reason.hpp"
#include "twosource/origin/material.hpp"
#include "twosource/origin/shared_text.hpp"

namespace twosource {

/// What an article shows of where its text comes from, as far as it goes for the whole article.
struct Standing {
  std::optional<OriginKey> file;           ///< the agency's own file
  bool release = false;                    ///< a press release
  std::optional<OriginKey> credit;         ///< the text is an agency's
  std::optional<OriginKey> shared_credit;  ///< some of it is
  std::vector<Reason> own;                 ///< positive evidence of own reporting; empty: none
};

/// The standing of every article of the story, in the story's order.
///
/// Own reporting needs one of: a byline together with a dateline; a byline that names the outlet;
/// a sentence that no other article has and that claims it ("told the Courier"); a byline together
/// with two quotations that no other article of the story has. A credited agency excludes all but
/// the claim.
std::vector<Standing> find_standings(const StoryMaterial& material, const SharedText& shared);

}  // namespace twosource

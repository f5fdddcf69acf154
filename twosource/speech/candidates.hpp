#pragma once

#include <cstdint>
#include <vector>

#include "twosource/base/features.hpp"
#include "twosource/base/linear_model.hpp"
#include "twosource/speech/antecedents.hpp"
#include "twosource/speech/article_view.hpp"

namespace twosource {

/// A person whom "he" or "she" could mean.
struct Candidate {
  std::uint32_t entity = 0;
  std::vector<Feature> features;  ///< what the model sees of it
};

/// The persons whom a pronoun for one person can mean: named in the reporter's own words in this
/// paragraph or the three before it, of a gender that fits, and not among those whom the words
/// themselves name. The one named last comes first.
std::vector<Candidate> candidates_for(const ArticleView& view, const Pronoun& pronoun);

/// A classifier of candidates: tag 1 is "meant". Trained by `bench train-antecedents`; that which
/// ships is embedded.
const LinearModel& antecedent_model();

}  // namespace twosource

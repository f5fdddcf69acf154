#pragma once

#include <vector>

#include "twosource/model/statement.hpp"
#include "twosource/speech/antecedents.hpp"
#include "twosource/speech/article_names.hpp"
#include "twosource/speech/article_view.hpp"

namespace twosource {

/// Says who made the statements of one article, as far as the article itself tells: sets `speaker`,
/// `resolved_by`, `via` and `reasons`. `Speaker::entity` is a place in `names.entities`, to which
/// nothing is added. `statements` are in text order.
///
/// Where nothing tells, or two answers are as good, the speaker stays unresolved: a wrong speaker
/// is worse than none.
void resolve_speakers(const SpeakerInput& input, const ArticleNames& names,
                      std::vector<Statement>& statements, Antecedents how = Antecedents::by_model);

}  // namespace twosource

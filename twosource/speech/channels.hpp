#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "twosource/model/statement.hpp"
#include "twosource/model/token.hpp"
#include "twosource/speech/article_names.hpp"

namespace twosource {

/// Through whom a statement came: the organisations behind words such as "carried by", "told",
/// "in an interview with" in the sentence of its cue, outside of what was said and other than its
/// source. In text order, each once.
std::vector<std::string> find_channels(std::string_view text, const TaggedText& tagged,
                                       const ArticleNames& names, const Statement& statement);

}  // namespace twosource

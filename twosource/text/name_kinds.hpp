#pragma once

#include <span>

#include "twosource/model/article.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// Gives a name the kind that at least three quarters of its places in a story have, if these are
/// three or more: a tagger sees one place at a time. `tagged` are the texts of `articles`.
void agree_on_kinds(std::span<const Article* const> articles, std::span<TaggedText> tagged);

}  // namespace twosource

#pragma once

#include <span>
#include <vector>

#include "twosource/model/article.hpp"
#include "twosource/model/story.hpp"

namespace twosource {

/// The code of the links that nothing but the user's word makes.
inline constexpr const char* given_as_one = "given_as_one";

/// Makes one story of all, for users who know that their articles are about one thing. It has the
/// title of the first and all links; those stories that nothing connects are linked to the first
/// with the reason `given_as_one`. No stories stay none.
std::vector<Story> as_one_story(std::span<const Article> articles, std::vector<Story> stories);

/// Were they made so?
bool is_given_as_one(std::span<const Story> stories);

}  // namespace twosource

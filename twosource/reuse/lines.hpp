#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"

namespace twosource {

/// Tells which copies are no text that anybody writes: headlines of other stories, lists, the lines
/// that name who worked on a report or point to more of it. One entry for each of `copies`. Linear
/// in the text of the articles that have copies.
std::vector<bool> find_copied_lines(std::span<const Article> articles,
                                    std::span<const Analysis> analyses,
                                    std::span<const Copy> copies);

/// Whether a paragraph ends like prose: with a full stop, a colon or the like, quotation marks and
/// parentheses behind it left out. Headlines, captions and menus do not.
bool is_finished_paragraph(std::string_view paragraph);

}  // namespace twosource

#pragma once

#include <string_view>

#include "twosource/read/page.hpp"

namespace twosource {

/// What the element's own tag, role and names (class, id) say of it.
enum class Hint {
  none,
  article_body,  ///< named as the place of the article's text
  furniture,     ///< menus, related links, captions, share bars, comments, advertisements, ...
  hidden,        ///< not shown to readers, or no text at all
};

Hint hint_of(const Page& page, NodeIndex node);

/// Whether a short paragraph is one of the standing phrases that pages put between those of the
/// article: "Advertisement", "Read more: ...", "Sign up for ...", "Photo: ...".
bool is_standing_phrase(std::string_view paragraph);

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "twosource/read/page.hpp"

namespace twosource {

/// What an element's tag, role and names (class, id) say of it.
struct Hint {
  bool hidden = false;   ///< never text for readers: scripts, controls, frames
  bool body = false;     ///< named as the place of the article's text
  bool summary = false;  ///< named as the summary between headline and text
  /// The reasons to take it for furniture (menus, related links, captions, share bars, comments,
  /// advertisements, what is not shown), as numbers below `furniture_reasons()`. A page that gives
  /// one of these names to its article as well shows that it means something else there.
  std::vector<std::uint16_t> reasons;
};

Hint hint_of(const Page& page, NodeIndex node);

/// The number of different reasons.
std::size_t furniture_reasons();

/// Whether a reason is seldom wrong: not being shown, or a name that means nothing else.
bool is_sure_reason(std::size_t reason);

/// Whether a short paragraph is one of the standing phrases that pages put between those of the
/// article: "Advertisement", "Read more: ...", "Sign up for ...", "Photo: ...".
bool is_standing_phrase(std::string_view paragraph);

}  // namespace twosource

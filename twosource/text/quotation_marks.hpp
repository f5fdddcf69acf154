#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"

namespace twosource {

/// Marks of one family pair with each other.
enum class MarkFamily {
  straight_or_curly,
  single,
  guillemets,
  single_guillemets,
  corner,
  white_corner
};
constexpr std::size_t mark_families = 6;

/// A character, or two as in '', that may be a quotation mark.
struct QuotationMark {
  Span span;
  MarkFamily family = MarkFamily::straight_or_curly;
  bool opens = false;     ///< may open a quotation here
  bool closes = false;    ///< may close one here; both false: nothing around it tells
  bool doubtful = false;  ///< closes, but is rather an apostrophe or an inch mark if a better
                          ///< closing mark follows
  bool infers = true;     ///< may open a quotation that is never closed
};

/// Which way « and » point in a text: «so» or »so«.
enum class GuillemetStyle { outward, inward };

/// The style of the first guillemet in the text that shows it; outward if none does.
GuillemetStyle guillemet_style(std::string_view text);

/// The marks of one paragraph, in order, judged by their shape and by the characters beside them.
/// Those that are certainly apostrophes or inch marks are left out.
std::vector<QuotationMark> find_quotation_marks(std::string_view text, Span paragraph,
                                                GuillemetStyle style);

}  // namespace twosource

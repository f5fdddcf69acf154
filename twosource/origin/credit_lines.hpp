#pragma once

#include <optional>
#include <string_view>

#include "twosource/origin/marks.hpp"

namespace twosource {

/// Where in an article a line stands. A lone "AFP" between two paragraphs belongs to a picture, at
/// the end it is a credit.
struct LinePlace {
  bool head = false;  ///< not behind the first paragraphs
  bool tail = false;  ///< not before the last paragraphs
};

/// A picture's credit or caption: "(AP Photo/X)", "REUTERS/X", "Photo: AFP", "Getty Images".
bool is_photo_line(std::string_view text, Span line, const AgencyIndex& agencies);

/// A line that is nothing but a credit of the text: "AFP/Reuters", "Copyright 2025 The Associated
/// Press", "(With inputs from agencies)", "mit Material von dpa".
std::optional<SourceMark> read_credit_line(std::string_view text, Span line, LinePlace place,
                                           const AgencyIndex& agencies);

/// The credit with which the last paragraph ends: "... for talks. (Reuters)", "... talks. — AFP".
std::optional<SourceMark> read_closing_credit(std::string_view text, Span line,
                                              const AgencyIndex& agencies);

}  // namespace twosource

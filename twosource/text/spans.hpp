#pragma once

#include <string_view>

#include "twosource/base/span.hpp"

namespace twosource {

/// `span` without the white space at its ends; an empty span at its begin if there is nothing else.
Span trim(std::string_view text, Span span);

}  // namespace twosource

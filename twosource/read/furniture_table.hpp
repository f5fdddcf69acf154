#pragma once

#include <string_view>

namespace twosource {

/// Whether one word of a class name or id, in lower case, names furniture.
bool is_furniture_word(std::string_view word);

/// Whether a class name or id, in lower case without separators, names the text of an article.
bool is_body_name(std::string_view bare_name);

/// Whether a text in lower case opens as standing phrases do.
bool opens_standing_phrase(std::string_view lower_text);

}  // namespace twosource

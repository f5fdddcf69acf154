#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace twosource {

/// The number, below `furniture_word_count()`, of a word of a class name or id, in lower case, that
/// names furniture.
std::optional<std::size_t> furniture_word(std::string_view word);
std::size_t furniture_word_count();

/// Whether the word of that number names nothing else.
bool is_sure_furniture_word(std::size_t index);

/// Whether one word names the summary that stands between headline and text.
bool is_summary_word(std::string_view word);

/// Whether a class name or id, in lower case without separators, names the text of an article.
bool is_body_name(std::string_view bare_name);

/// Whether a text in lower case opens as standing phrases do.
bool opens_standing_phrase(std::string_view lower_text);

}  // namespace twosource

#pragma once

#include <string>
#include <string_view>

#include "twosource/base/result.hpp"
#include "twosource/model/article.hpp"

namespace twosource {

/// The article on an HTML page: title and body without menus, related links, captions and the like;
/// outlet, date, language, authors and address as the page declares them. `html` is valid UTF-8.
///
/// Paragraphs of the body are parted by blank lines; a page may be nested and broken in any way.
/// Error `empty`: the page holds no text that could be an article.
Result<Article> read_html(std::string_view html);

/// Whether a text is HTML rather than plain: it holds closed elements that stand for blocks.
bool is_html_fragment(std::string_view text);

/// The text of a piece of HTML, every block a paragraph; nothing but scripts is left out.
std::string text_of_fragment(std::string_view html);

}  // namespace twosource

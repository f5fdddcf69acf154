#pragma once

#include <string>
#include <string_view>

#include "twosource/base/json.hpp"
#include "twosource/model/article.hpp"

// The only ways by which text gets into the page.

namespace twosource {

/// Text as HTML content or as an attribute's value in double quotes. A browser that reads it gets
/// the same code points back, also carriage returns; only NUL and broken bytes become U+FFFD.
std::string escape_html(std::string_view text);

/// A piece of a sentence: made safe like a line, but with one blank at an end that has any.
std::string html_piece(std::string_view text);

/// A name, title or sentence on one line: without control and direction characters, escaped.
std::string html_line(std::string_view text);

/// The same in a <bdi>, so that the direction of its letters stays inside; `language` may be empty.
std::string html_name(std::string_view text, std::string_view language = {});

/// A sentence of ours, in which every "[n]" of an article becomes a link to it.
std::string html_sentence(std::string_view text, std::size_t articles);

/// "<a href="#article-3">[3]</a>" for the article with index 2.
std::string html_number(ArticleIndex article);

/// JSON that may stand inside a <script> element: "<" is written as an escape.
std::string script_json(const Json& value);

/// A source of a content security policy: "'sha256-...'" of an inline script or style sheet.
std::string csp_hash(std::string_view content);

}  // namespace twosource

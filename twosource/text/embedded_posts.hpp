#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"

namespace twosource {

/// Finds posts of social media and signed statements that a page shows without quotation marks.
///
/// - A signature "— Name (@handle) August 22, 2031" tells that the text before it in its paragraph
///   is a post, or, where it stands alone, the paragraph before it; further ones before that if
///   they carry marks of a post (a handle, a hashtag, a picture's address). Where a paragraph that
///   ends in a colon leads up to the post, it reaches from there to the signature.
/// - A paragraph that ends with the address of a picture of a post (pic.twitter.com/...) is one.
/// - "— Name, mayor of Selne" signs a statement, but only if a paragraph that ends in a colon leads
///   up to it. Any other dash and name is a credit line or verse.
///
/// One record for each paragraph; `closed` and `continued` as for quotations over paragraphs. The
/// spans have no marks, so `span` and `content` are equal. In text order. Linear.
std::vector<Quotation> find_embedded_posts(std::string_view text, std::span<const Span> paragraphs);

/// Both lists as one, in text order; a quotation that reaches into a post gives way to it.
std::vector<Quotation> add_posts(std::vector<Quotation> quotations, std::vector<Quotation> posts);

}  // namespace twosource

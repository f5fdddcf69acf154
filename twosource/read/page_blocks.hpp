#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/read/page.hpp"

namespace twosource {

/// A run of text that no block element interrupts: a paragraph, heading, list item, caption.
struct PageBlock {
  std::string text;              ///< white space as a browser shows it, one blank or line break
  NodeIndex node = 0;            ///< the innermost block element around it
  NodeIndex first = 0;           ///< its first text node
  NodeIndex last = 0;            ///< its last one
  std::uint32_t words = 0;       ///< runs between white space
  std::uint32_t link_words = 0;  ///< of them inside links
};

/// Cuts the text below `root` into blocks, in order, without the nodes that `skipped` marks (an
/// entry for each node of the page; their descendants are left out with them). Inline markup joins
/// without blanks of its own; two line breaks in a row part blocks as a paragraph does.
std::vector<PageBlock> find_blocks(const Page& page, NodeIndex root,
                                   const std::vector<bool>& skipped);

}  // namespace twosource

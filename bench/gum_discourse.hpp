#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "bench/gum.hpp"

namespace twosource::bench {

/// Words of a document that mean somebody or something. Mentions with one `entity` mean the same.
struct GumMention {
  std::string entity;
  std::string kind;         ///< "person", "organization", "place", "abstract", ...
  std::uint32_t begin = 0;  ///< tokens of the document
  std::uint32_t end = 0;
  std::uint32_t head = 0;
};

/// What a document attributes to somebody: a discourse unit, about a clause, with the words that
/// say to whom.
struct GumAttribution {
  Span content;
  std::uint32_t source_begin = 0;  ///< tokens of the document
  std::uint32_t source_end = 0;
};

/// The entity layer, by begin and the longer first.
std::vector<GumMention> mentions_of(const GumDocument& document);

/// The attributions of the discourse layer that are not denied and have the words of their source
/// marked (`sem-atsrc`), in text order.
std::vector<GumAttribution> attributions_of(const GumDocument& document);

/// The smallest of the mentions that hold the tokens [begin, end); null for none.
const GumMention* smallest_around(const std::vector<GumMention>& mentions, std::uint32_t begin,
                                  std::uint32_t end);

/// The entity that most of the places in the text mean; empty for none.
std::string entity_of(const GumDocument& document, const std::vector<GumMention>& mentions,
                      std::span<const Span> places);

/// The number of the token that holds or follows a byte.
std::uint32_t gum_token_at(const GumDocument& document, std::uint32_t byte);

}  // namespace twosource::bench

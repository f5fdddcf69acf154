#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "twosource/base/span.hpp"

namespace twosource {

/// A word of the contract: a maximal run of Unicode letters, marks and digits (one ideograph is
/// one word), with the hash of its folded form. Equal folded forms have equal hashes; the reverse
/// is verified on the text before it is reported.
struct Word {
  Span span;
  std::uint64_t hash = 0;
};

/// A stretch of quoted speech.
struct Quotation {
  Span span;               ///< with its quotation marks
  Span content;            ///< without them
  bool closed = true;      ///< false: the closing mark is missing and the end was inferred
  bool continued = false;  ///< the quotation goes on from the paragraph before
};

/// What the text stage knows of one article; the same index as the article. Immutable once made.
struct Analysis {
  // The light part, for every article.
  std::vector<Word> words;      ///< of the whole stored text, in order
  std::uint32_t body_word = 0;  ///< index of the first word behind the title

  // The rich part, made once per story.
  std::string language;               ///< BCP 47 of the body; empty: cannot be told
  std::vector<Span> paragraphs;       ///< of the body, in order, without surrounding white space
  std::vector<Span> sentences;        ///< in order; sentence 0 is the title (empty span for none)
  std::vector<Quotation> quotations;  ///< in order, never overlapping
};

}  // namespace twosource

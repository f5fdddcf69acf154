#pragma once

#include <string_view>
#include <vector>

#include "twosource/base/span.hpp"
#include "twosource/base/unicode.hpp"

namespace twosource {

class SentenceWords;

/// Finds sentences in one text after another of the same language.
///
/// Making one costs some microseconds, so make one for an article, not for a paragraph. One thread
/// at a time.
class SentenceFinder {
 public:
  /// `language` is a BCP 47 tag; empty or unknown: rules of all known languages together.
  explicit SentenceFinder(std::string_view language);

  /// The sentences of one paragraph, in order: trimmed of white space, never empty, never
  /// overlapping, together holding every character of the block that is not white space. Line
  /// breaks inside the block count as spaces.
  [[nodiscard]] std::vector<Span> find(std::string_view text, Span block);

 private:
  const SentenceWords* words_;  // lives as long as the program
  bool ordinals_;               // "3. Mai": a number with a full stop is an ordinal
  SentenceBreaker breaker_;
};

/// The sentences of one paragraph, see SentenceFinder::find.
std::vector<Span> find_sentences(std::string_view text, Span block, std::string_view language = "");

}  // namespace twosource

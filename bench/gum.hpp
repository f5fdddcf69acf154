#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/result.hpp"
#include "twosource/base/span.hpp"
#include "twosource/model/token.hpp"

namespace twosource::bench {

/// A token of GUM, with its place in the text that was put together again.
struct GumToken {
  Span span;
  std::string tag;  ///< Penn Treebank
  std::string lemma;
  bool begins_unit = false;  ///< the first of an elementary discourse unit: about a clause
  std::string notes;         ///< the last column, as it stands
};

/// Where the text that is put together gets blank lines.
enum class GumLayout { between_sentences, between_paragraphs };

/// A document of GUM (github.com/amir-zeldes/gum): its text, put together from the tokens with a
/// space where there was one.
struct GumDocument {
  std::string name;   ///< "GUM_news_iodine"
  std::string genre;  ///< "news"
  std::string text;
  std::vector<GumToken> tokens;
  std::vector<Span> sentences;

  /// A fifth of the documents, by the hash of their name, is never trained on.
  [[nodiscard]] bool held_out() const;
};

/// Reads the CoNLL-U files under `paths` whose genre has a licence that allows commercial use:
/// news, interview, speech, academic, bio, court, textbook, voyage. Sorted by name. An error where
/// there is none.
Result<std::vector<GumDocument>> read_gum(std::span<const std::string> paths,
                                          GumLayout layout = GumLayout::between_sentences);

/// Cuts a document to our own tokens, sentence by sentence as GUM has them.
TaggedText tokens_of(const GumDocument& document);

/// For each of our tokens the number of the GUM token in which its first byte lies.
std::vector<std::size_t> align(const GumDocument& document, const TaggedText& tagged);

}  // namespace twosource::bench

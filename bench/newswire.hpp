#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "twosource/base/linear_model.hpp"
#include "twosource/base/result.hpp"
#include "twosource/base/span.hpp"
#include "twosource/model/token.hpp"

namespace twosource::bench {

/// An article of en-worldwide-newswire (github.com/stanfordnlp/en-worldwide-newswire): its text,
/// put together from the tokens with the spaces that English has between words and marks, and a
/// line feed between blocks.
struct NewswireArticle {
  std::string name;  ///< of its file
  std::string text;
  std::vector<Span> blocks;  ///< what empty lines part: sentences, mostly
  std::vector<Span> tokens;
  std::vector<Tag> tags;  ///< of each token: see name_tags()

  /// A tenth of the articles, by the hash of their name, is never trained on.
  [[nodiscard]] bool held_out() const;
};

/// Reads the files *.tsv under `paths`: a token, a tab and its label a line, an empty line between
/// blocks. Sorted by name. Dates and money are not names here.
Result<std::vector<NewswireArticle>> read_newswire(std::span<const std::string> paths);

/// Cuts an article to our own sentences and tokens, with parts of speech.
TaggedText tag_article(const NewswireArticle& article);

/// The gold tag of each of our tokens: that of the article's token in which it begins, "goes on"
/// behind the first piece of one.
std::vector<Tag> gold_names(const NewswireArticle& article, const TaggedText& tagged);

}  // namespace twosource::bench

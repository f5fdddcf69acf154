#pragma once

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/token.hpp"
#include "twosource/text/clauses.hpp"
#include "twosource/text/names.hpp"
#include "twosource/text/parts_of_speech.hpp"

namespace twosource {

/// Makes the rich part of a text that the stages behind `origin` need: tokens with their parts of
/// speech, clauses and names, by the models that ship. One for each thread; may be used for any
/// number of articles.
class TextTagger {
 public:
  /// Of another language than English nothing is found: the answer has no tokens.
  TaggedText tag(const Article& article, const Analysis& analysis);

 private:
  PartTagger parts_;
  ClauseFinder clauses_;
  NameFinder names_;
};

/// Does the analysis say that the text is English, of whatever country?
bool is_english(const Analysis& analysis);

}  // namespace twosource

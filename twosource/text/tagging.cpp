#include "twosource/text/tagging.hpp"

#include "twosource/text/name_mending.hpp"
#include "twosource/text/tokens.hpp"

namespace twosource {

bool is_english(const Analysis& analysis) {
  return analysis.language == "en" || analysis.language.starts_with("en-");
}

TaggedText TextTagger::tag(const Article& article, const Analysis& analysis) {
  if (!is_english(analysis)) return {};
  TaggedText tagged = find_tokens(article.text, analysis.words, analysis.sentences);
  parts_.tag(article.text, tagged);
  clauses_.find(tagged);
  tagged.names = mend_names(article.text, tagged, names_.find(article.text, tagged));
  return tagged;
}

}  // namespace twosource

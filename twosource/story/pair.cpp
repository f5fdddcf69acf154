#include "twosource/story/pair.hpp"

#include "twosource/story/likeness.hpp"
#include "twosource/story/reasons.hpp"

namespace twosource {

StoryPair explain_pair(std::span<const Article> articles, std::span<const Analysis> analyses,
                       std::span<const Copy> copies, ArticleIndex a, ArticleIndex b) {
  const StoryRules rules;
  const Comparison comparison(articles, analyses, copies, rules);
  const Explainer explainer(articles, analyses, copies, comparison, rules);
  StoryPair pair;
  const bool both_say_something =
      !comparison.terms_of(a).empty() && !comparison.terms_of(b).empty();
  pair.score = both_say_something ? comparison.compare(a, b).lenient(rules) : 0.0;
  pair.threshold = rules.threshold;
  pair.joined = pair.score >= pair.threshold;
  pair.reasons = explainer.weighed(a, b);
  return pair;
}

}  // namespace twosource

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/model/article.hpp"
#include "twosource/model/copy.hpp"

namespace twosource {

/// A word of an article and how much it says of what the article is about.
struct Term {
  std::uint64_t hash = 0;  ///< of its folded form
  double weight = 0.0;
};

/// What an article is about: its most telling words. The squares of the weights add up to 1.
/// Ordered by hash; empty for an article that says nothing.
using Terms = std::vector<Term>;

/// How words are weighed. The defaults were chosen by comparing settings on public sets
/// (bench/stories.cpp says on which parts).
struct TermRules {
  double title_weight = 5.0;            ///< a word of the headline counts as so many of the body
  double name_weight = 1.2;             ///< a word with a capital letter inside a sentence
  double background_articles = 5000.0;  ///< how many articles the built-in word counts stand for
  std::size_t most_terms = 100;         ///< the heaviest words of an article
  std::size_t fewest_words = 30;        ///< different words of a body that says something
};

/// Weighs the words of each article by how often it uses them and by how rare they are in news of
/// its language and in this collection. Words inside the copies marked in `standing` do not count.
///
/// An article says nothing if its body has next to no words, or none of the telling ones of its
/// headline: then it is a consent page, a menu, an error message. The weights of an article depend
/// on the others as a set, not on their order.
std::vector<Terms> weigh_terms(std::span<const Article> articles,
                               std::span<const Analysis> analyses, std::span<const Copy> copies,
                               const std::vector<bool>& standing, const TermRules& rules);

/// Cosine of two articles' terms: 0 for nothing in common, 1 for the same.
double cosine(const Terms& a, const Terms& b);

}  // namespace twosource

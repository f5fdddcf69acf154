#include "twosource/story/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

// More words than these nobody reads.
constexpr std::size_t most_named_terms = 6;

struct SharedTerm {
  double weight;
  Span a;
  Span b;
};

// Where a word stands first in the body; in the title where it stands only there.
std::optional<Span> first_place(const Analysis& analysis, std::uint64_t hash) {
  const auto is_it = [hash](const Word& word) { return word.hash == hash; };
  const auto body = analysis.words.begin() + analysis.body_word;
  const auto in_body = std::find_if(body, analysis.words.end(), is_it);
  if (in_body != analysis.words.end()) return in_body->span;
  const auto in_title = std::find_if(analysis.words.begin(), body, is_it);
  if (in_title != body) return in_title->span;
  return std::nullopt;
}

}  // namespace

Explainer::Explainer(std::span<const Article> articles, std::span<const Analysis> analyses,
                     std::span<const Copy> copies, const Comparison& comparison,
                     const StoryRules& rules)
    : articles_(articles),
      analyses_(analyses),
      copies_(copies),
      comparison_(comparison),
      rules_(rules) {}

Reason Explainer::copied(ArticleIndex a, ArticleIndex b, double share) const {
  Reason reason{"shared_copy",
                fmt::format("{:.0f} % of the shorter article stands in the other", 100 * share),
                {}};
  const std::pair<ArticleIndex, ArticleIndex> pair(std::min(a, b), std::max(a, b));
  const auto first = std::partition_point(copies_.begin(), copies_.end(), [&](const Copy& copy) {
    return std::pair(copy.a, copy.b) < pair;
  });
  for (auto copy = first; copy != copies_.end() && std::pair(copy->a, copy->b) == pair; ++copy) {
    const auto number = static_cast<std::size_t>(copy - copies_.begin());
    if (!copy->is_evidence() || comparison_.standing()[number]) continue;
    reason.spans.push_back({copy->a, copy->a_span});
    reason.spans.push_back({copy->b, copy->b_span});
  }
  return reason;
}

Reason Explainer::terms(ArticleIndex a, ArticleIndex b, double score) const {
  std::vector<SharedTerm> shared;
  const Terms& left = comparison_.terms_of(a);
  const Terms& right = comparison_.terms_of(b);
  for (auto i = left.begin(), j = right.begin(); i != left.end() && j != right.end();) {
    if (i->hash != j->hash) {
      i->hash < j->hash ? ++i : ++j;
      continue;
    }
    const std::optional<Span> in_a = first_place(analyses_[a], i->hash);
    const std::optional<Span> in_b = first_place(analyses_[b], i->hash);
    if (in_a && in_b) shared.push_back({i->weight * j->weight, *in_a, *in_b});
    ++i;
    ++j;
  }
  std::sort(shared.begin(), shared.end(), [](const SharedTerm& x, const SharedTerm& y) {
    return std::tuple(-x.weight, x.a.begin) < std::tuple(-y.weight, y.a.begin);
  });
  if (shared.size() > most_named_terms) shared.resize(most_named_terms);
  Reason reason{"shared_terms", "", {}};
  for (const SharedTerm& term : shared) {
    if (!reason.text.empty()) reason.text += ", ";
    reason.text += slice(articles_[a].text, term.a);
    reason.spans.push_back({a, term.a});
    reason.spans.push_back({b, term.b});
  }
  reason.text = shared.empty() ? "no telling word in common"
                               : fmt::format("both are about {} (likeness {:.2f}, needed {:.2f})",
                                             reason.text, score, rules_.threshold);
  return reason;
}

Reason Explainer::why_joined(ArticleIndex a, ArticleIndex b) const {
  const Evidence evidence = comparison_.compare(a, b);
  if (evidence.copied >= rules_.copied_share) return copied(a, b, evidence.copied);
  return terms(a, b, evidence.lenient(rules_));
}

std::vector<Reason> Explainer::weighed(ArticleIndex a, ArticleIndex b) const {
  const Evidence evidence = comparison_.compare(a, b);
  std::vector<Reason> reasons;
  for (ArticleIndex article : {a, b}) {
    if (!comparison_.terms_of(article).empty()) continue;
    reasons.push_back({"says_nothing",
                       "next to no words, or none of those in the headline: stays alone",
                       {{article, articles_[article].body}}});
  }
  if (!reasons.empty()) return reasons;
  if (evidence.copied > 0.0) reasons.push_back(copied(a, b, evidence.copied));
  reasons.push_back(terms(a, b, evidence.lenient(rules_)));
  if (evidence.days_apart) {
    reasons.push_back(
        {"days_apart",
         fmt::format("published more than {} hours apart: shared terms do not count", rules_.hours),
         {}});
  }
  if (evidence.undated) {
    reasons.push_back({"undated",
                       fmt::format("without a date of its own in one of them, shared terms count "
                                   "{:.0f} %",
                                   100 * rules_.unsupported_share),
                       {}});
  }
  return reasons;
}

}  // namespace twosource

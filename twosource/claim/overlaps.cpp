// Clauses and whole sentences are compared alike (tellings), so one agreement comes out twice: for
// the sentence and for its main clause. Which of the two is shown?
//
// The one that more articles have; if as many, the longer one. The other is left out only if it is
// the same thing in all of its places, since a clause may agree with a third account that the
// sentence does not agree with. What nobody else has is shown only if no part of it is shown
// already.
#include "twosource/claim/overlaps.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace twosource {
namespace {

std::size_t articles_of(const FactPlaces& fact) {
  std::size_t articles = 0;
  for (std::size_t i = 0; i < fact.places.size(); ++i) {
    if (i == 0 || fact.places[i].article != fact.places[i - 1].article) ++articles;
  }
  return articles;
}

std::size_t bytes_of(const FactPlaces& fact) {
  std::size_t bytes = 0;
  for (const ArticleSpan& place : fact.places) bytes += place.span.size();
  return bytes / std::max<std::size_t>(fact.places.size(), 1);
}

/// The places of the facts that are shown, by article.
class Shown {
 public:
  explicit Shown(std::span<const FactPlaces> facts) : facts_(facts) {}

  void add(std::uint32_t fact) {
    for (const ArticleSpan& place : facts_[fact].places) {
      if (by_article_.size() <= place.article) by_article_.resize(place.article + 1);
      by_article_[place.article].push_back({place.span, fact});
    }
  }

  /// Is there one that tells all that this one tells?
  [[nodiscard]] bool covers(std::uint32_t index) const {
    const FactPlaces& fact = facts_[index];
    if (fact.places.empty()) return true;
    std::vector<std::uint32_t> covering = touching(fact.places.front(), fact.opposed);
    for (const ArticleSpan& place : std::span(fact.places).subspan(1)) {
      if (covering.empty()) return false;
      const std::vector<std::uint32_t> here = touching(place, fact.opposed);
      std::erase_if(covering,
                    [&](std::uint32_t other) { return !std::ranges::binary_search(here, other); });
    }
    return !covering.empty();
  }

 private:
  struct Place {
    Span span;
    std::uint32_t fact;
  };

  [[nodiscard]] std::vector<std::uint32_t> touching(const ArticleSpan& place, bool opposed) const {
    std::vector<std::uint32_t> found;
    if (place.article >= by_article_.size()) return found;
    for (const Place& shown : by_article_[place.article]) {
      if (!shown.span.overlaps(place.span)) continue;
      if (opposed && !facts_[shown.fact].opposed) continue;
      found.push_back(shown.fact);
    }
    std::ranges::sort(found);
    return found;
  }

  std::span<const FactPlaces> facts_;
  std::vector<std::vector<Place>> by_article_;
};

}  // namespace

std::vector<bool> told_elsewhere(std::span<const FactPlaces> facts) {
  std::vector<std::uint32_t> order(facts.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<std::size_t> articles;
  for (const FactPlaces& fact : facts) articles.push_back(articles_of(fact));
  std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(facts[b].opposed, articles[b], bytes_of(facts[b])) <
           std::tuple(facts[a].opposed, articles[a], bytes_of(facts[a]));
  });
  Shown shown(facts);
  std::vector<bool> elsewhere(facts.size());
  for (const std::uint32_t fact : order) {
    elsewhere[fact] = shown.covers(fact);
    if (!elsewhere[fact]) shown.add(fact);
  }
  return elsewhere;
}

}  // namespace twosource

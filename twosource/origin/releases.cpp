#include "twosource/origin/releases.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "twosource/origin/outlet_names.hpp"

namespace twosource {
namespace {

/// The articles that are releases, joined into groups; the smallest number stands for its group.
class Groups {
 public:
  void add(ArticleIndex article) { first_.emplace(article, article); }
  [[nodiscard]] bool has(ArticleIndex article) const { return first_.contains(article); }

  [[nodiscard]] ArticleIndex first_of(ArticleIndex article) const {
    while (first_.at(article) != article) article = first_.at(article);
    return article;
  }

  void join(ArticleIndex a, ArticleIndex b) {
    const auto [low, high] = std::minmax({first_of(a), first_of(b)});
    first_[high] = low;
  }

 private:
  std::map<ArticleIndex, ArticleIndex> first_;
};

void join_by_issuer(const StoryMaterial& material, Groups& groups) {
  std::map<std::string, ArticleIndex> first;
  for (const ArticleIndex article : material.story.articles) {
    const std::optional<Span>& issuer = material.readings[article].marks.issuer;
    if (!groups.has(article) || !issuer) continue;
    const std::string_view name = slice(material.articles[article].text, *issuer);
    groups.join(article, first.emplace(name_key(name), article).first->second);
  }
}

void join_by_text(const SharedText& shared, Groups& groups) {
  for (const SharedSentence& sentence : shared.sentences) {
    std::optional<ArticleIndex> before;
    for (const ArticleIndex article : sentence.articles) {
      if (!groups.has(article)) continue;
      if (before) groups.join(*before, article);
      before = article;
    }
  }
}

}  // namespace

std::map<ArticleIndex, OriginKey> name_releases(const StoryMaterial& material,
                                                const SharedText& shared,
                                                std::span<const Standing> standings) {
  Groups groups;
  for (std::size_t m = 0; m < standings.size(); ++m) {
    if (standings[m].release) groups.add(material.story.articles[m]);
  }
  join_by_issuer(material, groups);
  join_by_text(shared, groups);
  std::map<ArticleIndex, OriginKey> releases;
  for (std::size_t m = 0; m < standings.size(); ++m) {
    const ArticleIndex article = material.story.articles[m];
    if (!groups.has(article)) continue;
    const ArticleIndex first = groups.first_of(article);
    releases.emplace(article, OriginKey{OriginKind::release, {"#" + material.articles[first].id}});
  }
  return releases;
}

}  // namespace twosource

// Which articles are about the same event?
//
//  1. what each article is about: its rare words and names            (terms.cpp)
//  2. how alike any two are: by terms, copies and dates              (likeness.cpp)
//  3. join those that are alike on average, without chains           (average_link.cpp)
//  4. for each story, the strongest links that connect it, in words  (reasons.cpp)
//
// A text that many print is one item that counts many times: ten thousand reprints cost the
// clustering no more than one article.
#include "twosource/story/stories.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "twosource/story/average_link.hpp"
#include "twosource/story/likeness.hpp"
#include "twosource/story/reasons.hpp"
#include "twosource/story/story_id.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t no_item = std::numeric_limits<std::uint32_t>::max();

// Articles with nearly the same text: one item of the clustering.
struct Items {
  std::vector<ArticleIndex> first;     // of each item
  std::vector<std::uint32_t> weights;  // articles of each item
  std::vector<std::uint32_t> item_of;  // of each article
};

// By time, as the earliest articles are those that frequent copies are followed from; then by id,
// so that neither the order of the articles nor the names of their files decide anything.
std::vector<ArticleIndex> by_time(std::span<const Article> articles) {
  std::vector<ArticleIndex> order(articles.size());
  std::iota(order.begin(), order.end(), ArticleIndex{0});
  const auto key = [&](ArticleIndex i) {
    const Article& article = articles[i];
    const std::int64_t seconds = article.published ? article.published->unix_seconds : 0;
    return std::tuple(!article.published, seconds, std::string_view(article.id),
                      std::string_view(article.path), i);
  };
  std::sort(order.begin(), order.end(),
            [&](ArticleIndex x, ArticleIndex y) { return key(x) < key(y); });
  return order;
}

// A later article is counted with the first one that is an item and that it equals or reprints.
Items fold_reprints(std::span<const Article> articles, const Comparison& comparison) {
  std::map<std::string_view, std::uint32_t> known;
  Items items;
  items.item_of.assign(articles.size(), no_item);
  for (ArticleIndex article : by_time(articles)) {
    const std::string_view key = articles[article].text;
    std::uint32_t item = no_item;
    if (const auto equal = known.find(key); equal != known.end()) item = equal->second;
    for (ArticleIndex other : comparison.reprints_of(article)) {
      const std::uint32_t before = items.item_of[other];
      if (before != no_item && items.first[before] == other) item = std::min(item, before);
    }
    if (item == no_item) {
      item = static_cast<std::uint32_t>(items.first.size());
      items.first.push_back(article);
      items.weights.push_back(0);
    }
    known.try_emplace(key, item);
    ++items.weights[item];
    items.item_of[article] = item;
  }
  return items;
}

// Finds the strongest links that connect the items of a group: Kruskal's spanning tree.
class Tree {
 public:
  explicit Tree(std::size_t items) : parent_(items) {
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
  }
  // True if a and b were not connected before.
  bool connect(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    if (a == b) return false;
    parent_[std::max(a, b)] = std::min(a, b);
    return true;
  }

 private:
  std::uint32_t root(std::uint32_t item) {
    while (parent_[item] != item) item = std::exchange(parent_[item], parent_[parent_[item]]);
    return item;
  }
  std::vector<std::uint32_t> parent_;
};

class StoryMaker {
 public:
  StoryMaker(std::span<const Article> articles, const Explainer& explainer, Items items,
             std::vector<Likeness> likenesses, std::vector<std::uint32_t> groups)
      : articles_(articles),
        explainer_(explainer),
        items_(std::move(items)),
        likenesses_(std::move(likenesses)),
        groups_(std::move(groups)) {
    std::erase_if(likenesses_,
                  [&](const Likeness& pair) { return groups_[pair.a] != groups_[pair.b]; });
    std::sort(likenesses_.begin(), likenesses_.end(), [&](const Likeness& x, const Likeness& y) {
      return std::tuple(-x.lenient, x.a, x.b) < std::tuple(-y.lenient, y.a, y.b);
    });
  }

  std::vector<Story> make() {
    stories_.resize(items_.first.size());
    for (ArticleIndex i = 0; i < articles_.size(); ++i) story_of(i).articles.push_back(i);
    link_reprints();
    link_alike();
    name_stories();
    std::erase_if(stories_, [](const Story& story) { return story.articles.empty(); });
    std::sort(stories_.begin(), stories_.end(), [](const Story& x, const Story& y) {
      return std::tuple(y.articles.size(), x.articles.front()) <
             std::tuple(x.articles.size(), y.articles.front());
    });
    return std::move(stories_);
  }

 private:
  Story& story_of(ArticleIndex article) { return stories_[groups_[items_.item_of[article]]]; }

  void link_reprints() {
    for (ArticleIndex i = 0; i < articles_.size(); ++i) {
      const ArticleIndex first = items_.first[items_.item_of[i]];
      if (i == first) continue;
      const auto [a, b] = std::minmax(first, i);
      story_of(i).links.push_back({a, b, why_one_item(a, b)});
    }
  }

  [[nodiscard]] Reason why_one_item(ArticleIndex a, ArticleIndex b) const {
    if (articles_[a].text == articles_[b].text) {
      return {"same_text", "the same text under the same headline", {}};
    }
    return explainer_.why_joined(a, b);
  }

  void link_alike() {
    Tree tree(items_.first.size());
    for (const Likeness& pair : likenesses_) {
      if (!tree.connect(pair.a, pair.b)) continue;
      const auto [a, b] = std::minmax(items_.first[pair.a], items_.first[pair.b]);
      story_of(a).links.push_back({a, b, explainer_.why_joined(a, b)});
    }
    for (Story& story : stories_) {
      std::sort(story.links.begin(), story.links.end(), [](const StoryLink& x, const StoryLink& y) {
        return std::tuple(x.a, x.b) < std::tuple(y.a, y.b);
      });
    }
  }

  // The title is that of the item which is most like all others of the story.
  void name_stories() {
    std::vector<std::int64_t> centrality(items_.first.size(), 0);
    for (const Likeness& pair : likenesses_) {
      centrality[pair.a] += pair.lenient * items_.weights[pair.b];
      centrality[pair.b] += pair.lenient * items_.weights[pair.a];
    }
    for (Story& story : stories_) {
      const auto central = [&](ArticleIndex i) {
        const bool untitled = articles_[i].title.empty();
        return std::tuple(untitled, -centrality[items_.item_of[i]], i);
      };
      const auto best =
          std::min_element(story.articles.begin(), story.articles.end(),
                           [&](ArticleIndex x, ArticleIndex y) { return central(x) < central(y); });
      if (best == story.articles.end()) continue;
      story.title = title_of(articles_[*best]);
      story.id = story_id(articles_, story.articles);
    }
  }

  std::span<const Article> articles_;
  const Explainer& explainer_;
  Items items_;
  std::vector<Likeness> likenesses_;   // inside groups, the strongest first
  std::vector<std::uint32_t> groups_;  // of each item
  std::vector<Story> stories_;         // by the first item of their group
};

}  // namespace

std::vector<Story> group_stories(std::span<const Article> articles,
                                 std::span<const Analysis> analyses, std::span<const Copy> copies,
                                 Jobs jobs) {
  const StoryRules rules;
  const Comparison comparison(articles, analyses, copies, rules);
  const Explainer explainer(articles, analyses, copies, comparison, rules);
  Items items = fold_reprints(articles, comparison);
  std::vector<Likeness> likenesses = comparison.compare_all(items.first, jobs);
  std::vector<std::uint32_t> groups = join_by_average(
      items.weights, likenesses, static_cast<std::int64_t>(rules.threshold * likeness_unit));
  return StoryMaker(articles, explainer, std::move(items), std::move(likenesses), std::move(groups))
      .make();
}

}  // namespace twosource

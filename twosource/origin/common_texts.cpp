// Which of the sentences that several articles share, and nobody signs, are one text?
//
// Sentences that the same articles carry belong together. But prints are trimmed, passages are
// lifted, and an article that was stitched together from two texts carries both, as do its copies.
// So what looks like one text is looked at again: two articles that have two sentences of it and
// none in common have nothing to do with each other, and the text is split between them.
#include "twosource/origin/common_texts.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "twosource/origin/groups.hpp"

namespace twosource {
namespace {

// The number of sentences from which an origin counts at all.
constexpr std::size_t min_known_sentences = 3;
// Two sentences are more than one that was lifted; less would tear every trimmed text apart.
constexpr std::size_t min_of_strangers = 2;
// Articles of one text that are compared with each other.
constexpr std::size_t max_compared = 64;

class CommonTexts {
 public:
  CommonTexts(const SharedText& shared, const PairSentences& pairs, const std::vector<bool>& open)
      : shared_(shared), pairs_(pairs), open_(open) {}

  /// Sentences without a source, those together that two articles share as one text.
  std::vector<std::vector<std::size_t>> group() {
    Groups groups(shared_.sentences.size());
    for (const auto& [pair, sentences] : pairs_) join_of_pair(sentences, groups);
    std::map<std::size_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < shared_.sentences.size(); ++i) {
      if (open_[i]) members[groups.root(i)].push_back(i);
    }
    std::vector<std::vector<std::size_t>> list;
    for (auto& [first, group] : members) split(std::move(group), list);
    return list;
  }

 private:
  /// The sentences of a group that each of its articles carries, ascending.
  [[nodiscard]] std::map<ArticleIndex, std::vector<std::size_t>> sentences_of_articles(
      const std::vector<std::size_t>& group) const {
    std::map<ArticleIndex, std::vector<std::size_t>> carried;
    for (const std::size_t i : group) {
      for (const ArticleIndex article : shared_.sentences[i].articles)
        carried[article].push_back(i);
    }
    return carried;
  }

  /// Two articles with two sentences of the group each and none in common: what ties them was
  /// stitched together, or it is a chain. Looks at the articles with the fewest sentences.
  [[nodiscard]] std::optional<ArticlePair> find_strangers(
      const std::map<ArticleIndex, std::vector<std::size_t>>& carried) const {
    std::vector<ArticleIndex> few;
    for (const auto& [article, sentences] : carried) {
      if (sentences.size() >= min_of_strangers) few.push_back(article);
    }
    std::ranges::stable_sort(few, {},
                             [&](ArticleIndex article) { return carried.at(article).size(); });
    if (few.size() > max_compared) few.resize(max_compared);
    for (std::size_t x = 0; x < few.size(); ++x) {
      for (std::size_t y = x + 1; y < few.size(); ++y) {
        std::vector<std::size_t> both;
        std::ranges::set_intersection(carried.at(few[x]), carried.at(few[y]),
                                      std::back_inserter(both));
        if (both.empty()) return ArticlePair(few[x], few[y]);
      }
    }
    return std::nullopt;
  }

  /// No text is held together by a chain: a group is split until any two articles that have two
  /// sentences of it share one. Every sentence goes with the side whose articles carry it.
  void split(std::vector<std::size_t> group, std::vector<std::vector<std::size_t>>& list) const {
    const auto carried = sentences_of_articles(group);
    const auto strangers = find_strangers(carried);
    if (!strangers) {
      list.push_back(std::move(group));
      return;
    }
    const std::vector<std::size_t>& of_x = carried.at(strangers->first);
    const std::vector<std::size_t>& of_y = carried.at(strangers->second);
    std::vector<std::size_t> with_x;
    std::vector<std::size_t> with_y;
    for (const std::size_t i : group) {
      const bool in_x = std::ranges::binary_search(of_x, i);
      const bool in_y = std::ranges::binary_search(of_y, i);
      const bool x = in_x || (!in_y && likeness(i, of_x.front()) >= likeness(i, of_y.front()));
      (x ? with_x : with_y).push_back(i);
    }
    split(std::move(with_x), list);
    split(std::move(with_y), list);
  }

  /// Articles that carry both of two sentences over those that carry either.
  [[nodiscard]] double likeness(std::size_t i, std::size_t k) const {
    const std::vector<ArticleIndex>& first = shared_.sentences[i].articles;
    const std::vector<ArticleIndex>& second = shared_.sentences[k].articles;
    std::vector<ArticleIndex> both;
    std::ranges::set_intersection(first, second, std::back_inserter(both));
    return static_cast<double>(both.size()) /
           static_cast<double>(first.size() + second.size() - both.size());
  }

  /// Joins what one pair of articles shares without a source. Both may have taken a statement from
  /// here and a report from there; so sentences are one text where mostly the same articles carry
  /// them. A trimmed print leaves sentences that fewer carry: two larger parts are one text as well
  /// where all who carry the one carry the other.
  void join_of_pair(const std::vector<PairSentence>& sentences, Groups& groups) {
    std::vector<std::vector<std::size_t>> parts;
    for (const PairSentence& shared : sentences) {
      if (!open_[shared.sentence]) continue;
      const auto part = std::ranges::find_if(parts, [&](const std::vector<std::size_t>& known) {
        return have_like_carriers(known.front(), shared.sentence);
      });
      if (part == parts.end()) {
        parts.push_back({shared.sentence});
      } else {
        groups.join(part->front(), shared.sentence);
        part->push_back(shared.sentence);
      }
    }
    std::erase_if(parts, [](const auto& part) { return part.size() < min_known_sentences; });
    for (std::size_t i = 0; i < parts.size(); ++i) {
      for (std::size_t k = i + 1; k < parts.size(); ++k) {
        if (is_within(parts[i].front(), parts[k].front())) {
          groups.join(parts[i].front(), parts[k].front());
        }
      }
    }
  }

  /// Thousands of pairs ask for the same two sentences, so the answers are kept.
  std::size_t count_common_carriers(std::size_t i, std::size_t k) {
    const auto [at, fresh] = common_carriers_.emplace(std::minmax(i, k), 0);
    if (!fresh) return at->second;
    std::vector<ArticleIndex> common;
    std::ranges::set_intersection(shared_.sentences[i].articles, shared_.sentences[k].articles,
                                  std::back_inserter(common));
    at->second = common.size();
    return common.size();
  }

  bool have_like_carriers(std::size_t i, std::size_t k) {
    const std::size_t common = count_common_carriers(i, k);
    const std::size_t all =
        shared_.sentences[i].articles.size() + shared_.sentences[k].articles.size() - common;
    return 3 * common >= 2 * all;
  }

  bool is_within(std::size_t i, std::size_t k) {
    return count_common_carriers(i, k) ==
           std::min(shared_.sentences[i].articles.size(), shared_.sentences[k].articles.size());
  }

  const SharedText& shared_;
  const PairSentences& pairs_;
  const std::vector<bool>& open_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> common_carriers_;
};

}  // namespace

std::vector<std::vector<std::size_t>> group_common_texts(const SharedText& shared,
                                                         const PairSentences& pairs,
                                                         const std::vector<bool>& open) {
  return CommonTexts(shared, pairs, open).group();
}

}  // namespace twosource

#include "twosource/story/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

// Pairs below half of the threshold are taken for unlike: they hardly move an average, and most
// pairs are among them.
constexpr double least_share_of_threshold = 0.5;
// Articles are handed to threads in blocks, each with its own sums.
constexpr std::size_t articles_per_block = 256;
constexpr std::uint32_t not_chosen = std::numeric_limits<std::uint32_t>::max();

// A date that the user set says when, but not of which article.
bool is_dated(const Article& article) {
  return article.published && article.published->source != DateSource::flag;
}

// One article that has a term.
struct Posting {
  std::uint64_t hash;
  std::uint32_t item;
  double weight;
};

// Terms and the items that have them, both ascending.
std::vector<Posting> list_postings(const std::vector<const Terms*>& items) {
  std::vector<Posting> postings;
  for (std::uint32_t item = 0; item < items.size(); ++item) {
    for (const Term& term : *items[item]) postings.push_back({term.hash, item, term.weight});
  }
  std::sort(postings.begin(), postings.end(), [](const Posting& x, const Posting& y) {
    return std::tuple(x.hash, x.item) < std::tuple(y.hash, y.item);
  });
  return postings;
}

}  // namespace

double Evidence::likeness(const StoryRules& rules) const {
  double value = days_apart ? 0.0 : terms;
  if (undated) value *= rules.undated_share;
  if (copied >= rules.copied_share) {
    value = std::max(value, rules.copied_likeness + (1.0 - rules.copied_likeness) * copied);
  }
  return std::min(value, 1.0);
}

Comparison::Comparison(std::span<const Article> articles, std::span<const Analysis> analyses,
                       std::span<const Copy> copies, std::vector<Terms> terms,
                       const StoryRules& rules)
    : articles_(articles), terms_(std::move(terms)), rules_(rules) {
  const auto body_words = [&](ArticleIndex i) {
    return static_cast<double>(analyses[i].words.size() - analyses[i].body_word);
  };
  for (const Copy& copy : copies) {
    if (copy.quoted() || copy.furniture) continue;
    const double share = copy.equal_words / std::min(body_words(copy.a), body_words(copy.b));
    shared_.push_back({copy.a, copy.b, share});
    shared_.push_back({copy.b, copy.a, share});
  }
  std::sort(shared_.begin(), shared_.end(), [](const SharedText& x, const SharedText& y) {
    return std::tuple(x.article, x.other, x.share) < std::tuple(y.article, y.other, y.share);
  });
  std::vector<SharedText> sums;
  for (const SharedText& text : shared_) {
    if (!sums.empty() && sums.back().article == text.article && sums.back().other == text.other) {
      sums.back().share = std::min(1.0, sums.back().share + text.share);
    } else {
      sums.push_back(text);
    }
  }
  shared_ = std::move(sums);
}

std::span<const Comparison::SharedText> Comparison::shared_by(ArticleIndex article) const {
  const auto first = std::partition_point(shared_.begin(), shared_.end(),
                                          [&](const SharedText& s) { return s.article < article; });
  const auto last = std::partition_point(first, shared_.end(),
                                         [&](const SharedText& s) { return s.article == article; });
  return {first, last};
}

Evidence Comparison::evidence(ArticleIndex a, ArticleIndex b, double shared_terms,
                              double copied) const {
  Evidence evidence{.terms = shared_terms, .copied = copied};
  const Article& x = articles_[a];
  const Article& y = articles_[b];
  evidence.undated = !is_dated(x) || !is_dated(y);
  evidence.days_apart =
      !evidence.undated &&
      std::abs(x.published->unix_seconds - y.published->unix_seconds) > rules_.hours * 3600;
  return evidence;
}

Evidence Comparison::compare(ArticleIndex a, ArticleIndex b) const {
  double copied = 0.0;
  for (const SharedText& text : shared_by(a)) {
    if (text.other == b) copied = text.share;
  }
  return evidence(a, b, cosine(terms_[a], terms_[b]), copied);
}

std::vector<Likeness> Comparison::compare_all(std::span<const ArticleIndex> chosen,
                                              Jobs jobs) const {
  std::vector<const Terms*> items;
  items.reserve(chosen.size());
  for (ArticleIndex article : chosen) items.push_back(&terms_[article]);
  const std::vector<Posting> postings = list_postings(items);
  std::vector<std::uint32_t> item_of(articles_.size(), not_chosen);
  for (std::uint32_t item = 0; item < chosen.size(); ++item) item_of[chosen[item]] = item;
  const double least = least_share_of_threshold * rules_.threshold;

  const std::size_t blocks = (chosen.size() + articles_per_block - 1) / articles_per_block;
  std::vector<std::vector<Likeness>> found(blocks);
  parallel_for(jobs, blocks, [&](std::size_t block) {
    std::vector<double> sums(chosen.size(), 0.0);
    std::vector<double> copied(chosen.size(), 0.0);
    std::vector<std::uint32_t> touched;
    const std::size_t end = std::min(chosen.size(), (block + 1) * articles_per_block);
    for (auto item = static_cast<std::uint32_t>(block * articles_per_block); item < end; ++item) {
      for (const Term& term : *items[item]) {
        auto posting = std::partition_point(postings.begin(), postings.end(),
                                            [&](const Posting& p) { return p.hash < term.hash; });
        for (; posting->item < item; ++posting) {
          if (sums[posting->item] == 0.0) touched.push_back(posting->item);
          sums[posting->item] += term.weight * posting->weight;
        }
      }
      const std::span<const SharedText> texts = shared_by(chosen[item]);
      for (const SharedText& text : texts) {
        if (item_of[text.other] != not_chosen) copied[item_of[text.other]] = text.share;
      }
      for (std::uint32_t other : touched) {
        const double shared_terms = std::exchange(sums[other], 0.0);
        const Evidence both = evidence(chosen[other], chosen[item], shared_terms, copied[other]);
        const double value = both.likeness(rules_);
        if (value < least) continue;
        found[block].push_back({other, item, std::llround(value * likeness_unit)});
      }
      touched.clear();
      for (const SharedText& text : texts) {
        if (item_of[text.other] != not_chosen) copied[item_of[text.other]] = 0.0;
      }
    }
  });
  std::vector<Likeness> all;
  for (const std::vector<Likeness>& part : found) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace twosource

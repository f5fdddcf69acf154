#include "twosource/story/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <tuple>
#include <utility>

#include "twosource/story/standing_text.hpp"

namespace twosource {
namespace {

// Pairs below half of the threshold are taken for unlike: they hardly move an average, and most
// pairs are among them.
constexpr double least_share_of_threshold = 0.5;
// Of the longer article: a reprint, less a line at its head or foot.
constexpr double reprint_share = 0.9;
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

// Cosines of one item with all before it.
class Cosines {
 public:
  Cosines(const std::vector<const Terms*>& items, const std::vector<Posting>& postings)
      : items_(items), postings_(postings), sums_(items.size(), 0.0) {}

  // Calls visit(other, cosine) for each earlier item that shares a term.
  template <class Visit>
  void with_earlier(std::uint32_t item, const Visit& visit) {
    for (const Term& term : *items_[item]) {
      auto posting = std::partition_point(postings_.begin(), postings_.end(),
                                          [&](const Posting& p) { return p.hash < term.hash; });
      for (; posting->item < item; ++posting) {
        if (sums_[posting->item] == 0.0) touched_.push_back(posting->item);
        sums_[posting->item] += term.weight * posting->weight;
      }
    }
    for (std::uint32_t other : touched_) visit(other, std::exchange(sums_[other], 0.0));
    touched_.clear();
  }

 private:
  const std::vector<const Terms*>& items_;
  const std::vector<Posting>& postings_;
  std::vector<double> sums_;
  std::vector<std::uint32_t> touched_;
};

double with_copies(double terms, double copied, const StoryRules& rules) {
  if (copied < rules.copied_share) return terms;
  return std::max(terms, rules.copied_likeness + (1.0 - rules.copied_likeness) * copied);
}

std::int64_t to_whole(double likeness) {
  return std::llround(std::min(likeness, 1.0) * likeness_unit);
}

}  // namespace

double Evidence::likeness(const StoryRules& rules) const {
  return days_apart ? with_copies(0.0, copied, rules) : lenient(rules);
}

double Evidence::lenient(const StoryRules& rules) const {
  const double counted = undated || days_apart ? rules.unsupported_share * terms : terms;
  return with_copies(counted, copied, rules);
}

Comparison::Comparison(std::span<const Article> articles, std::span<const Analysis> analyses,
                       std::span<const Copy> copies, const StoryRules& rules)
    : articles_(articles),
      rules_(rules),
      standing_(find_standing_text(articles, analyses, copies)),
      terms_(weigh_terms(articles, analyses, copies, standing_, rules.terms)) {
  sum_copies(analyses, copies);
}

void Comparison::sum_copies(std::span<const Analysis> analyses, std::span<const Copy> copies) {
  const auto body_words = [&](ArticleIndex i) {
    return static_cast<double>(analyses[i].words.size() - analyses[i].body_word);
  };
  std::vector<SharedText> texts;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const Copy& copy = copies[i];
    if (!copy.is_evidence() || standing_[i]) continue;
    const double share = copy.equal_words / std::min(body_words(copy.a), body_words(copy.b));
    const double whole = copy.equal_words / std::max(body_words(copy.a), body_words(copy.b));
    texts.push_back({copy.a, copy.b, share, whole});
    texts.push_back({copy.b, copy.a, share, whole});
  }
  std::sort(texts.begin(), texts.end(), [](const SharedText& x, const SharedText& y) {
    return std::tuple(x.article, x.other, x.share) < std::tuple(y.article, y.other, y.share);
  });
  for (const SharedText& text : texts) {
    const bool same_pair = !shared_.empty() && shared_.back().article == text.article &&
                           shared_.back().other == text.other;
    if (!same_pair) shared_.push_back({text.article, text.other, 0.0, 0.0});
    shared_.back().share = std::min(1.0, shared_.back().share + text.share);
    shared_.back().whole = std::min(1.0, shared_.back().whole + text.whole);
  }
}

std::span<const Comparison::SharedText> Comparison::shared_by(ArticleIndex article) const {
  const auto first = std::partition_point(shared_.begin(), shared_.end(),
                                          [&](const SharedText& s) { return s.article < article; });
  const auto last = std::partition_point(first, shared_.end(),
                                         [&](const SharedText& s) { return s.article == article; });
  return {first, last};
}

std::vector<ArticleIndex> Comparison::reprints_of(ArticleIndex article) const {
  std::vector<ArticleIndex> reprints;
  for (const SharedText& text : shared_by(article)) {
    if (text.whole < reprint_share) continue;
    if (!terms_[article].empty() && !terms_[text.other].empty()) reprints.push_back(text.other);
  }
  return reprints;
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

// What all threads share while they compare.
struct Comparison::Chosen {
  std::span<const ArticleIndex> articles;
  std::vector<const Terms*> terms;
  std::vector<Posting> postings;
  std::vector<std::uint32_t> item_of;  // of every article; not_chosen for the others
};

// Likenesses of the items [begin, end) with all before them.
std::vector<Likeness> Comparison::compare_block(const Chosen& chosen, std::size_t begin,
                                                std::size_t end) const {
  const double least = least_share_of_threshold * rules_.threshold;
  std::vector<Likeness> found;
  Cosines cosines(chosen.terms, chosen.postings);
  std::vector<double> copied(chosen.articles.size(), 0.0);
  for (auto item = static_cast<std::uint32_t>(begin); item < end; ++item) {
    const ArticleIndex article = chosen.articles[item];
    const std::span<const SharedText> texts = shared_by(article);
    for (const SharedText& text : texts) {
      const std::uint32_t other = chosen.item_of[text.other];
      if (other != not_chosen) copied[other] = text.share;
    }
    cosines.with_earlier(item, [&](std::uint32_t other, double shared_terms) {
      const Evidence both = evidence(chosen.articles[other], article, shared_terms, copied[other]);
      const double lenient = both.lenient(rules_);
      if (lenient < least) return;
      found.push_back({other, item, to_whole(both.likeness(rules_)), to_whole(lenient)});
    });
    for (const SharedText& text : texts) {
      const std::uint32_t other = chosen.item_of[text.other];
      if (other != not_chosen) copied[other] = 0.0;
    }
  }
  return found;
}

std::vector<Likeness> Comparison::compare_all(std::span<const ArticleIndex> articles,
                                              Jobs jobs) const {
  Chosen chosen{articles, {}, {}, std::vector<std::uint32_t>(articles_.size(), not_chosen)};
  chosen.terms.reserve(articles.size());
  for (std::uint32_t item = 0; item < articles.size(); ++item) {
    chosen.terms.push_back(&terms_[articles[item]]);
    chosen.item_of[articles[item]] = item;
  }
  chosen.postings = list_postings(chosen.terms);

  const std::size_t blocks = (articles.size() + articles_per_block - 1) / articles_per_block;
  std::vector<std::vector<Likeness>> found(blocks);
  parallel_for(jobs, blocks, [&](std::size_t block) {
    const std::size_t begin = block * articles_per_block;
    found[block] =
        compare_block(chosen, begin, std::min(articles.size(), begin + articles_per_block));
  });
  std::vector<Likeness> all;
  for (const std::vector<Likeness>& part : found) all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace twosource

// An inverted index over rare words: the word "breakwater" stands in sentence 1 of article 4 and in
// sentence 1 of article 9, so the two sentences may tell the same.
//
// Flat arrays and one sort, as in gram_index.cpp.
#include "twosource/reuse/shared_terms.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace twosource {
namespace {

// A plain word ("minister", "harbour") is shared by thousands of sentences; of the rest an article
// has some two hundred.
constexpr float rare_weight = 4.0F;

bool leads(const ContentWord& word) {
  return word.name || word.number || word.weight >= rare_weight;
}

// One rare word that two sentences share.
struct Hit {
  ArticleIndex b = 0;
  std::uint64_t sentences = 0;  // that of a above, that of b below
  float weight = 0.0F;
};

std::uint64_t sentences_key(std::uint32_t a, std::uint32_t b) {
  return (std::uint64_t{a} << 32U) | b;
}

// Ordered by b: places counted first, then filled.
std::vector<Hit> by_other_article(const std::vector<Hit>& hits) {
  if (hits.empty()) return {};
  ArticleIndex lowest = hits.front().b;
  ArticleIndex highest = lowest;
  for (const Hit& hit : hits) {
    lowest = std::min(lowest, hit.b);
    highest = std::max(highest, hit.b);
  }
  std::vector<Hit> ordered = hits;
  if (highest - lowest > 8 * hits.size()) {
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Hit& x, const Hit& y) { return x.b < y.b; });
    return ordered;
  }
  std::vector<std::size_t> next(std::size_t{highest} - lowest + 2, 0);
  for (const Hit& hit : hits) ++next[hit.b - lowest + 1];
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  for (const Hit& hit : hits) ordered[next[hit.b - lowest]++] = hit;
  return ordered;
}

// The pairs of sentences among the hits of one article.
void add_pairs(std::span<Hit> hits, std::vector<SentencePair>& pairs) {
  std::sort(hits.begin(), hits.end(), [](const Hit& x, const Hit& y) {
    return x.sentences != y.sentences ? x.sentences < y.sentences : x.weight < y.weight;
  });
  for (std::size_t first = 0; first < hits.size();) {
    const Hit& hit = hits[first];
    SentencePair pair{hit.b, static_cast<std::uint32_t>(hit.sentences >> 32U),
                      static_cast<std::uint32_t>(hit.sentences), 0, 0.0F};
    for (; first < hits.size() && hits[first].sentences == hit.sentences; ++first) {
      ++pair.terms;
      pair.weight += hits[first].weight;
    }
    if (pair.terms >= seed_terms) pairs.push_back(pair);
  }
}

}  // namespace

SharedTerms::SharedTerms(std::span<const ArticleContent> contents, std::uint32_t most_articles) {
  const std::vector<Place> all = sorted_places(contents);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    std::uint32_t articles = 0;
    for (; end < all.size() && all[end].term == all[begin].term; ++end) {
      if (end == begin || all[end].article != all[end - 1].article) ++articles;
    }
    if (articles > most_articles) ++frequent_terms_;
    if (articles >= 2 && articles <= most_articles) {
      follow(std::span(all).subspan(begin, end - begin));
    }
    begin = end;
  }
  first_.assign(contents.size() + 1, 0);
  for (const Place& place : places_) ++first_[place.article + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  by_article_.resize(places_.size());
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < places_.size(); ++i) by_article_[next[places_[i].article]++] = i;
}

// The places of one term, less those of an article that says it too often.
void SharedTerms::follow(std::span<const Place> term) {
  std::uint32_t sentences = 0;
  bool cut = false;
  for (std::size_t i = 0; i < term.size(); ++i) {
    sentences = i > 0 && term[i].article == term[i - 1].article ? sentences + 1 : 1;
    if (sentences <= most_sentences_of_word) places_.push_back(term[i]);
    cut = cut || sentences > most_sentences_of_word;
  }
  if (cut) ++repeated_terms_;
  group_end_.resize(places_.size(), static_cast<std::uint32_t>(places_.size()));
}

// The places of the words that lead, by term, article and sentence; each once. They come in the
// order of articles and sentences, so it is enough to count the terms and to deal them out.
std::vector<SharedTerms::Place> SharedTerms::sorted_places(
    std::span<const ArticleContent> contents) {
  std::vector<std::size_t> next;  // by term
  const auto for_each = [&](const auto& take) {
    for (ArticleIndex article = 0; article < contents.size(); ++article) {
      const ArticleContent& content = contents[article];
      for (std::uint32_t i = 0; i < content.sentences.size(); ++i) {
        for (const ContentWord& word : content.words_of(content.sentences[i])) {
          if (leads(word)) take(Place{word.lemma, article, i, word.weight});
        }
      }
    }
  };
  for_each([&](const Place& place) {
    if (next.size() < place.term + std::size_t{2}) next.resize(place.term + std::size_t{2}, 0);
    ++next[place.term + std::size_t{1}];
  });
  for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
  std::vector<Place> all(next.empty() ? 0 : next.back());
  for_each([&](const Place& place) { all[next[place.term]++] = place; });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Place& x, const Place& y) {
                          return std::tie(x.term, x.article, x.sentence) ==
                                 std::tie(y.term, y.article, y.sentence);
                        }),
            all.end());
  return all;
}

std::vector<SentencePair> SharedTerms::pairs_of(ArticleIndex a) const {
  std::vector<Hit> hits;
  for (std::size_t i = first_[a]; i < first_[a + 1]; ++i) {
    const Place& here = places_[by_article_[i]];
    for (std::uint32_t j = by_article_[i] + 1; j < group_end_[by_article_[i]]; ++j) {
      const Place& there = places_[j];
      if (there.article == a) continue;
      hits.push_back({there.article, sentences_key(here.sentence, there.sentence), here.weight});
    }
  }
  hits = by_other_article(hits);
  std::vector<SentencePair> pairs;
  for (auto first = hits.begin(); first != hits.end();) {
    const auto last =
        std::find_if(first, hits.end(), [&](const Hit& hit) { return hit.b != first->b; });
    if (last - first >= seed_terms) add_pairs({first, last}, pairs);
    first = last;
  }
  return pairs;
}

}  // namespace twosource

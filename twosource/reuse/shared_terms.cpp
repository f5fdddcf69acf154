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

}  // namespace

SharedTerms::SharedTerms(std::span<const ArticleContent> contents, std::uint32_t most_articles) {
  std::vector<Place> all;
  for (ArticleIndex article = 0; article < contents.size(); ++article) {
    const ArticleContent& content = contents[article];
    for (std::uint32_t i = 0; i < content.sentences.size(); ++i) {
      for (const ContentWord& word : content.words_of(content.sentences[i])) {
        if (leads(word)) all.push_back({word.lemma, article, i, word.weight});
      }
    }
  }
  const auto key = [](const Place& place) {
    return std::tuple(place.term, place.article, place.sentence);
  };
  std::sort(all.begin(), all.end(),
            [&](const Place& x, const Place& y) { return key(x) < key(y); });
  all.erase(std::unique(all.begin(), all.end(),
                        [&](const Place& x, const Place& y) { return key(x) == key(y); }),
            all.end());
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin;
    std::uint32_t articles = 0;
    for (; end < all.size() && all[end].term == all[begin].term; ++end) {
      if (end == begin || all[end].article != all[end - 1].article) ++articles;
    }
    if (articles > most_articles) ++frequent_terms_;
    if (articles >= 2 && articles <= most_articles) {
      places_.insert(places_.end(), all.begin() + static_cast<std::ptrdiff_t>(begin),
                     all.begin() + static_cast<std::ptrdiff_t>(end));
      group_end_.resize(places_.size(), static_cast<std::uint32_t>(places_.size()));
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

std::vector<SentencePair> SharedTerms::pairs_of(ArticleIndex a) const {
  std::vector<SentencePair> hits;
  for (std::size_t i = first_[a]; i < first_[a + 1]; ++i) {
    const Place& here = places_[by_article_[i]];
    for (std::uint32_t j = by_article_[i] + 1; j < group_end_[by_article_[i]]; ++j) {
      const Place& there = places_[j];
      if (there.article == a) continue;
      hits.push_back({there.article, here.sentence, there.sentence, 1, here.weight});
    }
  }
  const auto key = [](const SentencePair& hit) {
    return std::tuple(hit.b, hit.a_sentence, hit.b_sentence);
  };
  std::sort(hits.begin(), hits.end(), [&](const SentencePair& x, const SentencePair& y) {
    return std::tuple(key(x), x.weight) < std::tuple(key(y), y.weight);
  });
  std::vector<SentencePair> pairs;
  for (const SentencePair& hit : hits) {
    if (!pairs.empty() && key(pairs.back()) == key(hit)) {
      pairs.back().terms += 1;
      pairs.back().weight += hit.weight;
    } else {
      pairs.push_back(hit);
    }
  }
  return pairs;
}

}  // namespace twosource

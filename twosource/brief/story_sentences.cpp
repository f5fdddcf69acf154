#include "twosource/brief/story_sentences.hpp"

#include <algorithm>

#include "twosource/brief/self_contained.hpp"

namespace twosource {
bool has_lemma(const std::vector<TellingWord>& words, std::uint64_t lemma) {
  const auto found = std::partition_point(
      words.begin(), words.end(), [&](const TellingWord& word) { return word.lemma < lemma; });
  return found != words.end() && found->lemma == lemma;
}

StorySentences::StorySentences(const StoryReading& story) : story_(story) {
  for (std::size_t a = 0; a < story.articles.size(); ++a) {
    const ArticleReading& article = story.articles[a];
    place_of_article_[article.index()] = static_cast<std::uint32_t>(a);
    words_.emplace_back();
    for (const ReadSentence& sentence : article.sentences())
      words_.back().push_back(telling_words(article, sentence));
    origins_.emplace_back(article.sentences().size());
  }
  flagged_.resize(story.articles.size());
  for (const SentenceOrigin& each : story.report.origins.sentences) {
    const auto place = place_of(each.article, each.sentence);
    if (place && story.report.origins.origins[each.origin].counted)
      origins_[place->article][place->sentence] = each.origin;
  }
  for (const Flag& flag : story.report.flags) {
    const auto found = place_of_article_.find(flag.place.article);
    if (found != place_of_article_.end() && flag.kind != FlagKind::repeated)
      flagged_[found->second].push_back(flag.place.span);
  }
}

std::optional<SentencePlace> StorySentences::place_of(ArticleIndex article,
                                                      std::uint32_t sentence) const {
  const auto found = place_of_article_.find(article);
  if (found == place_of_article_.end()) return std::nullopt;
  if (sentence >= story_.articles[found->second].sentences().size()) return std::nullopt;
  return SentencePlace{found->second, sentence};
}

std::string StorySentences::text_of(SentencePlace place) const {
  const ArticleReading& article = article_of(place);
  const ReadSentence& sentence = at(place);
  const std::uint32_t first = dateline_end(article, sentence);
  const Span words{article.tagged().tokens[first].span.begin, sentence.span.end};
  return short_text(article.text_of(words), words.size());
}

double StorySentences::share_of_headlines(SentencePlace place) const {
  double share = 0;
  for (const auto& article : words_) {
    if (!article.empty()) share += share_in(article.front(), words_of(place));
  }
  return words_.empty() ? 0.0 : share / static_cast<double>(words_.size());
}

bool StorySentences::can_stand_alone(SentencePlace place) const {
  const ReadSentence& sentence = at(place);
  const auto& flagged = flagged_[place.article];
  const bool odd = std::any_of(flagged.begin(), flagged.end(),
                               [&](Span span) { return span.overlaps(sentence.span); });
  return !odd && is_self_contained(article_of(place), sentence);
}

std::vector<OriginIndex> origins_of(const StorySentences& sentences,
                                    const std::vector<SentencePlace>& places) {
  std::vector<OriginIndex> origins;
  for (const SentencePlace place : places) {
    if (const auto origin = sentences.origin_of(place)) origins.push_back(*origin);
  }
  std::sort(origins.begin(), origins.end());
  origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
  return origins;
}

double share_in(const std::vector<TellingWord>& a, const std::vector<TellingWord>& b) {
  double all = 0;
  double shared = 0;
  for (const TellingWord& word : a) {
    all += word.weight;
    if (has_lemma(b, word.lemma)) shared += word.weight;
  }
  return all > 0 ? shared / all : 0.0;
}

bool has_all_numbers(const std::vector<TellingWord>& a, const std::vector<TellingWord>& b) {
  return std::all_of(a.begin(), a.end(), [&](const TellingWord& word) {
    return !word.number || has_lemma(b, word.lemma);
  });
}

}  // namespace twosource

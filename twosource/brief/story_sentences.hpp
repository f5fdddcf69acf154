#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "twosource/flag/article_reading.hpp"
#include "twosource/flag/telling_words.hpp"

namespace twosource {

/// A sentence of a story: position of its article in StoryReading::articles, and of the sentence.
struct SentencePlace {
  std::uint32_t article = 0;
  std::uint32_t sentence = 0;
  auto operator<=>(const SentencePlace&) const = default;
};

/// What timeline and brief ask of the sentences of a story. Valid as long as the reading.
class StorySentences {
 public:
  explicit StorySentences(const StoryReading& story);

  [[nodiscard]] const ReadSentence& at(SentencePlace place) const {
    return story_.articles[place.article].sentences()[place.sentence];
  }
  [[nodiscard]] const ArticleReading& article_of(SentencePlace place) const {
    return story_.articles[place.article];
  }
  [[nodiscard]] ArticleSpan span_of(SentencePlace place) const {
    return {article_of(place).index(), at(place).span};
  }
  [[nodiscard]] const std::vector<TellingWord>& words_of(SentencePlace place) const {
    return words_[place.article][place.sentence];
  }
  /// Of the counted origins only; quoted speech and furniture have none.
  [[nodiscard]] std::optional<OriginIndex> origin_of(SentencePlace place) const {
    return origins_[place.article][place.sentence];
  }
  /// The place of a sentence in the report; none if its article is not English.
  [[nodiscard]] std::optional<SentencePlace> place_of(ArticleIndex article,
                                                      std::uint32_t sentence) const;
  /// Its words in one line, without a dateline.
  [[nodiscard]] std::string text_of(SentencePlace place) const;
  /// How much of what the headlines of the story tell is in it, 0..1, on average.
  [[nodiscard]] double share_of_headlines(SentencePlace place) const;
  /// Does a headline speak of it too, or does it stand in the first half or the first sentences of
  /// its article? What does neither and is nobody else's is mostly no part of the story: "The site
  /// is owned by".
  [[nodiscard]] bool is_of_story(SentencePlace place) const {
    constexpr std::size_t first_sentences = 5;
    return place.sentence <= std::max(first_sentences, words_[place.article].size() / 2) ||
           share_of_headlines(place) > 0;
  }
  /// Can it stand alone, and is nothing odd about it?
  [[nodiscard]] bool can_stand_alone(SentencePlace place) const;

 private:
  const StoryReading& story_;
  std::vector<std::vector<std::vector<TellingWord>>> words_;
  std::vector<std::vector<std::optional<OriginIndex>>> origins_;
  std::map<ArticleIndex, std::uint32_t> place_of_article_;
  std::vector<std::vector<Span>> flagged_;  // by article
};

/// Is the lemma among telling words?
bool has_lemma(const std::vector<TellingWord>& words, std::uint64_t lemma);

/// The counted origins of some sentences, ascending.
std::vector<OriginIndex> origins_of(const StorySentences& sentences,
                                    const std::vector<SentencePlace>& places);

/// The share of the weight of `a`'s telling words that stand in `b` too, 0..1.
double share_in(const std::vector<TellingWord>& a, const std::vector<TellingWord>& b);

/// Does every number and every rare name of `a` stand in `b`?
bool has_all_numbers(const std::vector<TellingWord>& a, const std::vector<TellingWord>& b);

}  // namespace twosource

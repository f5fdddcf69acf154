// What has this to do with the story?
//
// A sentence from another text brings its own words. It is off the topic if it has at least three
// telling words and none of them, nor a word that means the same, stands in any other sentence of
// any article of the story; and if it does not lean on its neighbours by "he", "it", "this" or
// "such". A sentence that another article has word for word counts as the same sentence.
//
// In a short story most words come once, so nothing is said of it.
#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "twosource/flag/kinds.hpp"
#include "twosource/flag/telling_words.hpp"
#include "twosource/text/synonyms.hpp"

namespace twosource {
namespace {

constexpr std::size_t least_sentences = 15;  // of the story
constexpr std::size_t least_words = 3;
constexpr double least_weight = 10;  // of all telling words of the sentence

// "Goods" are not what is good: adjectives are words of their own.
constexpr std::uint64_t adjectives = 0x9E3779B97F4A7C15U;

struct Place {
  std::size_t article = 0;
  std::size_t sentence = 0;
};

class Search {
 public:
  explicit Search(const StoryReading& story) : story_(story) {
    words_.resize(story.articles.size());
    for (std::size_t a = 0; a < story.articles.size(); ++a) {
      const ArticleReading& article = story.articles[a];
      for (const ReadSentence& sentence : article.sentences()) {
        words_[a].push_back(telling_words(article, sentence));
        for (TellingWord& word : words_[a].back()) {
          if (word.plain_adjective) word.lemma ^= adjectives;
          ++count_[word.lemma];
        }
        ++sentences_;
      }
    }
    for (const auto& [lemma, count] : count_) {
      (void)count;
      const auto meanings = synonyms_.meanings_of(lemma);
      for (std::uint32_t i = meanings.first; i < meanings.last; ++i)
        by_class_[synonyms_.class_at(i)].push_back(lemma);
    }
    for (auto& [meaning, lemmas] : by_class_) std::sort(lemmas.begin(), lemmas.end());
  }

  [[nodiscard]] std::vector<Flag> find() const {
    std::vector<Flag> flags;
    if (sentences_ < least_sentences) return flags;
    for (std::size_t a = 0; a < story_.articles.size(); ++a) {
      for (std::size_t s = 2; s < words_[a].size(); ++s) {
        if (is_off({a, s})) flags.push_back(flag_of({a, s}));
      }
    }
    return flags;
  }

 private:
  [[nodiscard]] bool is_off(Place place) const {
    const auto& words = words_[place.article][place.sentence];
    if (words.size() < least_words) return false;
    double weight = 0;
    for (const TellingWord& word : words) {
      if (count_.at(word.lemma) > 1) return false;
      weight += word.weight;
    }
    const ArticleReading& article = story_.articles[place.article];
    const ReadSentence& sentence = article.sentences()[place.sentence];
    if (weight < least_weight || sentence.quoted > 0.5 || leans(article, sentence)) return false;
    if (!is_whole_sentence(article, sentence)) return false;
    return std::none_of(words.begin(), words.end(),
                        [&](const TellingWord& word) { return has_synonym(word, words); });
  }

  [[nodiscard]] bool has_synonym(const TellingWord& word,
                                 const std::vector<TellingWord>& own) const {
    const auto meanings = synonyms_.meanings_of(word.lemma);
    for (std::uint32_t i = meanings.first; i < meanings.last; ++i) {
      for (const std::uint64_t other : by_class_.at(synonyms_.class_at(i))) {
        const bool in_sentence = std::any_of(
            own.begin(), own.end(), [&](const TellingWord& w) { return w.lemma == other; });
        if (in_sentence) continue;
        if (synonyms_.compare(meanings, synonyms_.meanings_of(other)) >= Closeness::family)
          return true;
      }
    }
    return false;
  }

  static bool leans(const ArticleReading& article, const ReadSentence& sentence) {
    static const std::set<std::string_view> words = {
        "he",    "she",  "it",   "they",  "him",   "her",  "them", "his",   "its",
        "their", "this", "that", "these", "those", "such", "here", "there", "who"};
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (words.contains(article.word(i))) return true;
    }
    return false;
  }

  [[nodiscard]] Flag flag_of(Place place) const {
    const ArticleReading& article = story_.articles[place.article];
    const Span span = article.sentences()[place.sentence].span;
    Reason reason{"nothing_shared",
                  "none of its telling words stands elsewhere in the story",
                  {{article.index(), span}}};
    return make_flag(article, FlagKind::off_topic, span,
                     "Nothing of what this sentence speaks of stands elsewhere in the story.",
                     {std::move(reason)});
  }

  const StoryReading& story_;
  Synonyms synonyms_ = Synonyms::of("en");
  std::vector<std::vector<std::vector<TellingWord>>> words_;  // by article and sentence
  std::unordered_map<std::uint64_t, std::size_t> count_;      // sentences that have a lemma
  std::unordered_map<std::uint32_t, std::vector<std::uint64_t>> by_class_;
  std::size_t sentences_ = 0;
};

}  // namespace

std::vector<Flag> find_off_topic(const StoryReading& story) {
  return Search(story).find();
}

}  // namespace twosource

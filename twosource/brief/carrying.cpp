// May this sentence be cited for that one?
//
// A citation that tells only a part, or the contrary, is worse than none. Words alone do not show
// it: "not by the minister but by the harbour master" has most words of "the minister ordered". So
// there are five conditions, each of which can refuse: numbers, names, denial, whose words they
// are, and the rest of the words by weight.
#include "twosource/brief/carrying.hpp"

#include <algorithm>
#include <set>

#include "twosource/text/synonyms.hpp"

namespace twosource {
namespace {

// Shares of the weight of the telling words: of the sentence in the other, and the other way round.
constexpr double enough = 0.75;
constexpr double enough_back = 0.3;
constexpr double enough_of_all = 0.5;  // of all words, by number
constexpr double mostly_said = 0.6;    // share of what both tell that is somebody's words

bool means_same(const TellingWord& word, const std::vector<TellingWord>& others,
                const Synonyms& synonyms) {
  const auto meanings = synonyms.meanings_of(word.lemma);
  return std::any_of(others.begin(), others.end(), [&](const TellingWord& other) {
    return !other.name &&
           synonyms.compare(meanings, synonyms.meanings_of(other.lemma)) >= Closeness::family;
  });
}

}  // namespace

double share_of_meaning(const std::vector<TellingWord>& words,
                        const std::vector<TellingWord>& others) {
  const Synonyms synonyms = Synonyms::of("en");
  double all = 0;
  double shared = 0;
  for (const TellingWord& word : words) {
    all += word.weight;
    if (has_lemma(others, word.lemma) || (!word.name && means_same(word, others, synonyms)))
      shared += word.weight;
  }
  return all > 0 ? shared / all : 0.0;
}

namespace {

// The share of the words of one sentence, small ones too, that the other has.
double share_of_all_words(const StorySentences& sentences, SentencePlace sentence,
                          SentencePlace other) {
  const auto hashes = [&](SentencePlace place) {
    std::set<std::uint64_t> found;
    const ReadSentence& at = sentences.at(place);
    for (std::uint32_t i = at.begin; i < at.end; ++i) {
      const Token& token = sentences.article_of(place).tagged().tokens[i];
      if (!is_punctuation(token.part)) found.insert(token.hash);
    }
    return found;
  };
  const auto words = hashes(sentence);
  const auto others = hashes(other);
  const auto shared = std::count_if(words.begin(), words.end(),
                                    [&](std::uint64_t word) { return others.contains(word); });
  return words.empty() ? 0.0 : static_cast<double>(shared) / static_cast<double>(words.size());
}

// Is everything that one sentence names named in the other, by any form of its name?
bool names_all(const StorySentences& sentences, SentencePlace sentence, SentencePlace other) {
  const ArticleReading& article = sentences.article_of(sentence);
  const ArticleReading& there = sentences.article_of(other);
  const auto known = there.mentions_in(sentences.at(other).span);
  const auto mentions = article.mentions_in(sentences.at(sentence).span);
  return std::all_of(mentions.begin(), mentions.end(), [&](const ReadMention& mention) {
    const bool same = std::any_of(known.begin(), known.end(), [&](const ReadMention& found) {
      return found.entity == mention.entity;
    });
    const std::string_view name = article.text_of(mention.span);
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    return same || there.text_of(sentences.at(other).span).find(last) != std::string_view::npos;
  });
}

// Is what the other sentence shares with this one no more than somebody's words there, though this
// one tells it in its own name? "The band claims that it was cut off" does not tell that it was.
bool is_only_said(const StorySentences& sentences, SentencePlace sentence, SentencePlace other) {
  const auto is_reported = [](const Statement* one) { return !one->cue.empty(); };
  const auto here = sentences.article_of(sentence).statements_in(sentences.at(sentence).span);
  if (std::any_of(here.begin(), here.end(), is_reported)) return false;
  const ArticleReading& article = sentences.article_of(other);
  const ReadSentence& place = sentences.at(other);
  std::size_t shared = 0;
  std::size_t said = 0;
  const auto there = article.statements_in(place.span);
  for (std::uint32_t i = place.begin; i < place.end; ++i) {
    // Names stand before "claims"; what is claimed is told by the other words.
    if (is_proper_noun(article.part(i))) continue;
    if (!has_lemma(sentences.words_of(sentence), telling_lemma(article, i))) continue;
    const Span token = article.tagged().tokens[i].span;
    ++shared;
    said += std::any_of(there.begin(), there.end(),
                        [&](const Statement* one) {
                          return is_reported(one) &&
                                 std::any_of(one->content.begin(), one->content.end(),
                                             [&](Span content) { return content.contains(token); });
                        })
                ? 1
                : 0;
  }
  return shared > 0 && static_cast<double>(said) >= mostly_said * static_cast<double>(shared);
}

}  // namespace

bool carries(const StorySentences& sentences, SentencePlace sentence, SentencePlace other) {
  const auto& words = sentences.words_of(sentence);
  const auto& others = sentences.words_of(other);
  if (!has_all_numbers(words, others)) return false;
  if (share_of_all_words(sentences, sentence, other) < enough_of_all) return false;
  if (share_of_meaning(words, others) < enough || share_of_meaning(others, words) < enough_back)
    return false;
  if (denials_in(sentences.article_of(sentence), sentences.at(sentence)) !=
      denials_in(sentences.article_of(other), sentences.at(other))) {
    return false;
  }
  return names_all(sentences, sentence, other) && !is_only_said(sentences, sentence, other);
}

}  // namespace twosource

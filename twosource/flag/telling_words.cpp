#include "twosource/flag/telling_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "twosource/text/frequencies.hpp"
#include "twosource/text/lexicon.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr double least_weight = 1.1;  // ln 3: one article in three has it

bool can_tell(PartOfSpeech p) {
  return is_noun(p) || is_verb(p) || is_adjective(p) || p == PartOfSpeech::cd;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

std::uint64_t telling_lemma(const ArticleReading& article, std::uint32_t token) {
  return hash_folded(Lexicon::english().lemma_of(article.form(token), article.part(token)));
}

std::vector<TellingWord> telling_words(const ArticleReading& article,
                                       const ReadSentence& sentence) {
  const WordFrequencies& news = WordFrequencies::background("en");
  std::vector<TellingWord> words;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const PartOfSpeech p = article.part(i);
    if (!can_tell(p)) continue;
    const bool number = p == PartOfSpeech::cd;  // "two" is everywhere, but it is a fact
    const double idf = news.idf(article.tagged().tokens[i].hash);
    const double weight = number ? std::max(idf, least_weight) : idf;
    if (weight < least_weight) continue;
    words.push_back({.lemma = telling_lemma(article, i),
                     .weight = weight,
                     .name = is_proper_noun(p) || number,
                     .number = number,
                     .verb = is_verb(p),
                     .plain_adjective = is_adjective(p) && !is_capital(article.form(i).front())});
  }
  std::sort(words.begin(), words.end(), [](const TellingWord& a, const TellingWord& b) {
    return a.lemma != b.lemma ? a.lemma < b.lemma : a.weight > b.weight;
  });
  words.erase(
      std::unique(words.begin(), words.end(),
                  [](const TellingWord& a, const TellingWord& b) { return a.lemma == b.lemma; }),
      words.end());
  return words;
}

std::size_t denials_in(const ArticleReading& article, const ReadSentence& sentence) {
  constexpr std::array<std::string_view, 13> denials = {
      "not",     "n't",  "cannot",  "no",     "never",  "nobody", "nothing",
      "neither", "none", "without", "denied", "denies", "deny"};
  std::size_t found = 0;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const std::string word = article.word(i);
    if (std::find(denials.begin(), denials.end(), word) != denials.end()) ++found;
  }
  return found;
}

}  // namespace twosource

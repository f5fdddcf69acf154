// Is this line a heading of another text?
//
// A text with subheadings has several; one alone between paragraphs of prose, that says nothing of
// what follows, came with a passage from elsewhere: "What did the ministry say?" A heading is a
// paragraph of one short sentence that ends with no full stop or with a question mark, outside of
// quotations; the sentence before it is prose, and none of its telling words comes back in the
// three sentences behind it.
#include <algorithm>
#include <string>

#include "twosource/flag/kinds.hpp"
#include "twosource/flag/telling_words.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t least_heading = 4;     // tokens, of one that is no question
constexpr std::uint32_t longest_heading = 10;  // tokens
constexpr double least_weight = 2;             // of a word that ties a heading to its text
constexpr std::size_t sentences_headed = 3;
constexpr std::uint32_t least_prose = 12;  // tokens of a neighbour that is prose

bool is_prose(const ReadSentence& sentence) {
  return sentence.end - sentence.begin >= least_prose;
}

bool is_heading(const ArticleReading& article, std::size_t s) {
  const ReadSentence& sentence = article.sentences()[s];
  if (!sentence.opens_paragraph || !sentence.ends_paragraph || sentence.quoted > 0.5) return false;
  const std::uint32_t size = sentence.end - sentence.begin;
  if (size < 3 || size > longest_heading) return false;
  const std::string_view text = article.text_of(sentence.span);
  const char last = text.back();
  const bool question = last == '?';
  if (question) return true;
  if (size < least_heading) return false;
  const bool letter = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
  if (!letter) return false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (is_finite(article.part(i)) || article.part(i) == PartOfSpeech::colon) return false;
  }
  return article.text_of(article.article().title) != text;
}

// Does a word of the heading stand in what it heads?
bool heads(const ArticleReading& article, std::size_t heading) {
  const auto sentences = article.sentences();
  const auto words = telling_words(article, sentences[heading]);
  const std::size_t end = std::min(sentences.size(), heading + 1 + sentences_headed);
  for (std::size_t s = heading + 1; s < end; ++s) {
    for (const TellingWord& other : telling_words(article, sentences[s])) {
      if (std::any_of(words.begin(), words.end(), [&](const TellingWord& word) {
            return word.lemma == other.lemma && !word.verb && word.weight >= least_weight;
          })) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::vector<Flag> find_stray_headings(const ArticleReading& article) {
  const auto sentences = article.sentences();
  std::vector<std::size_t> headings;
  for (std::size_t s = 1; s < sentences.size(); ++s) {
    if (is_heading(article, s)) headings.push_back(s);
  }
  if (headings.size() != 1) return {};
  const std::size_t s = headings.front();
  if (s < 3 || s + 2 >= sentences.size()) return {};
  if (!is_prose(sentences[s - 1]) || heads(article, s)) return {};
  Reason reason{"only_heading",
                "the only line of its kind, and what follows has none of its words",
                {{article.index(), sentences[s].span}}};
  return {make_flag(article, FlagKind::stray_heading, sentences[s].span,
                    "A heading in the middle of a text that has no other.", {std::move(reason)})};
}

}  // namespace twosource

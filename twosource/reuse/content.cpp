// What does a sentence say, apart from how it says it?
//
//     Twelve people were injured when a passenger ferry … struck the outer breakwater
//     12     person      injure         passenger ferry   strike     outer breakwater
//
// Function words and reporting verbs go, and so does quoted speech: two reporters who quote the
// same words have not copied from one another. What is left has a weight: its surprisal in bits
// above that of a word that everybody uses.
//
// "USA", "U.S." and "United States" are one name; the first of its words stands for all.
#include "twosource/reuse/content.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

#include "twosource/base/unicode.hpp"
#include "twosource/text/frequencies.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// Below, a word stands in every second article: "after", "which", "said", "more".
constexpr double common_bits = 9.0;
// What is taken off for being a word at all, so that one rare word outweighs three plain ones.
constexpr double plain_bits = 6.0;
// Rarer words are misspellings and names that no table has.
constexpr double rarest_bits = 17.0;
// The prior for languages without a table, worth so many words of text: until the collection has
// more, an unseen word counts as moderately rare.
constexpr double prior_words = 2000.0;
constexpr double prior_bits = 13.0;

using Hashes = std::vector<std::uint64_t>;  // sorted

template <std::size_t Size>
Hashes hashes_of(const std::array<std::string_view, Size>& words) {
  Hashes hashes;
  for (std::string_view word : words) hashes.push_back(hash_folded(word));
  std::sort(hashes.begin(), hashes.end());
  return hashes;
}

bool has(const Hashes& hashes, std::uint64_t hash) {
  return std::binary_search(hashes.begin(), hashes.end(), hash);
}

// English, German, French, Spanish and Indonesian together: none means anything else in another.
const Hashes& negations() {
  static const Hashes hashes = hashes_of(std::to_array<std::string_view>(
      {"not",     "no",      "never",   "none",     "nobody", "nothing", "neither",
       "nor",     "without", "cannot",  "dont",     "doesnt", "didnt",   "isnt",
       "arent",   "wasnt",   "werent",  "hasnt",    "havent", "hadnt",   "wont",
       "wouldnt", "cant",    "couldnt", "shouldnt", "nicht",  "kein",    "keine",
       "keinen",  "keinem",  "keiner",  "keines",   "nie",    "niemand", "nichts",
       "ohne",    "pas",     "jamais",  "sans",     "rien",   "nunca",   "nadie",
       "nada",    "sin",     "tidak",   "bukan",    "tanpa",  "belum",   "tak"}));
  return hashes;
}

// Words around what is said; who reports and how is the reporter's, not the source's.
const Hashes& reporting_words() {
  static const Hashes hashes = hashes_of(std::to_array<std::string_view>(
      {"said", "says", "say", "saying", "told", "tell", "added", "adds", "according", "reported",
       "statement", "sagte", "erklärte", "teilte", "dit", "dijo", "kata", "ujar"}));
  return hashes;
}

const Hashes& number_words() {
  static const Hashes hashes = hashes_of(std::to_array<std::string_view>(
      {"two",      "three",     "four",     "five",     "six",      "seven",    "eight",
       "nine",     "ten",       "eleven",   "twelve",   "thirteen", "fourteen", "fifteen",
       "sixteen",  "seventeen", "eighteen", "nineteen", "twenty",   "thirty",   "forty",
       "fifty",    "sixty",     "seventy",  "eighty",   "ninety",   "dozen",    "hundred",
       "thousand", "million",   "billion",  "half",     "twice",    "third",    "quarter"}));
  return hashes;
}

// Names that are written in several ways. The words of a row mean its first one.
struct Alias {
  std::array<std::string_view, 2> words;  // the second may be empty
  std::string_view meaning;
};
constexpr auto aliases = std::to_array<Alias>({
    {{"usa", ""}, "usa"},
    {{"u", "s"}, "usa"},
    {{"united", "states"}, "usa"},
    {{"uk", ""}, "uk"},
    {{"u", "k"}, "uk"},
    {{"united", "kingdom"}, "uk"},
    {{"britain", ""}, "uk"},
    {{"eu", ""}, "eu"},
    {{"e", "u"}, "eu"},
    {{"european", "union"}, "eu"},
    {{"u", "n"}, "un"},
    {{"united", "nations"}, "un"},
    {{"per", "cent"}, "percent"},
});

struct KnownAlias {
  std::uint64_t first = 0;
  std::uint64_t second = 0;  // 0: one word
  std::uint64_t meaning = 0;
};

const std::vector<KnownAlias>& known_aliases() {
  static const std::vector<KnownAlias> known = [] {
    std::vector<KnownAlias> result;
    result.reserve(std::size(aliases));
    for (const Alias& alias : aliases) {
      result.push_back({hash_folded(alias.words[0]),
                        alias.words[1].empty() ? 0 : hash_folded(alias.words[1]),
                        hash_folded(alias.meaning)});
    }
    return result;
  }();
  return known;
}

// Relative frequencies in the collection, for languages without a table.
class Counts {
 public:
  void add(const std::vector<Word>& words) {
    for (const Word& word : words) ++counts_[word.hash];
    words_ += static_cast<double>(words.size());
  }
  [[nodiscard]] double bits(std::uint64_t hash) const {
    const auto found = counts_.find(hash);
    const double count = found == counts_.end() ? 0.0 : found->second;
    return -std::log2((count + prior_words * std::exp2(-prior_bits)) / (words_ + prior_words));
  }

 private:
  std::unordered_map<std::uint64_t, double> counts_;
  double words_ = 0.0;
};

std::string primary(std::string_view language) {
  return std::string(language.substr(0, language.find('-')));
}

class ContentReader {
 public:
  ContentReader(const Article& article, const Analysis& analysis, const Counts* counts)
      : article_(article),
        analysis_(analysis),
        counts_(counts),
        frequencies_(WordFrequencies::background(analysis.language)),
        capitals_name_(primary(analysis.language) != "de") {
    content_.synonyms = Synonyms::of(analysis.language);
  }

  ArticleContent read() {
    for (std::size_t i = 1; i < analysis_.sentences.size(); ++i) add(analysis_.sentences[i]);
    return std::move(content_);
  }

 private:
  void add(Span sentence) {
    const std::vector<Word>& words = analysis_.words;
    while (next_ < words.size() && words[next_].span.begin < sentence.begin) ++next_;
    SentenceContent content;
    content.first_word = next_;
    content.first = static_cast<std::uint32_t>(content_.words.size());
    while (next_ < words.size() && words[next_].span.end <= sentence.end) {
      if (is_quoted(words[next_].span)) {
        ++content.quoted;
        ++next_;
      } else {
        content.negated = content.negated || has(negations(), words[next_].hash);
        next_ += add_word(next_, content);
      }
    }
    content.last_word = next_;
    content.last = static_cast<std::uint32_t>(content_.words.size());
    std::sort(content_.terms.begin() + content.first, content_.terms.end());
    if (content.last_word > content.first_word) content_.sentences.push_back(content);
  }

  bool is_quoted(Span word) {
    const std::vector<Quotation>& quotations = analysis_.quotations;
    while (quotation_ < quotations.size() && quotations[quotation_].content.end <= word.begin) {
      ++quotation_;
    }
    return quotation_ < quotations.size() && quotations[quotation_].content.contains(word);
  }

  // Adds the word if it says something; returns how many words it takes.
  std::uint32_t add_word(std::uint32_t at, SentenceContent& sentence) {
    const Word& word = analysis_.words[at];
    ContentWord content{.word = at, .lemma = word.hash, .hash = word.hash};
    const std::uint32_t size = resolve_alias(content);
    const bool alias = size > 1 || content.hash != word.hash;
    content.meanings = content_.synonyms.meanings_of(content.hash);
    content.lemma = content_.synonyms.lemma_of(content.hash, content.meanings);
    content.number = is_number(word);
    content.name = alias || (capitals_name_ && at > sentence.first_word && is_capital(word));
    const double bits =
        counts_ != nullptr ? counts_->bits(content.hash) : frequencies_.bits(content.hash);
    if (bits < common_bits && !content.number && !content.name) return size;
    if (has(reporting_words(), word.hash) || has(negations(), word.hash)) return size;
    content.weight = static_cast<float>(std::clamp(bits, common_bits, rarest_bits) - plain_bits);
    sentence.weight += content.weight;
    content_.words.push_back(content);
    content_.terms.push_back({content.lemma, content.weight});
    return size;
  }

  std::uint32_t resolve_alias(ContentWord& content) const {
    const std::vector<Word>& words = analysis_.words;
    // "US" in capitals; "us" is a pronoun.
    if (slice(article_.text, words[content.word].span) == "US") {
      content.hash = hash_folded("usa");
      return 1;
    }
    for (const KnownAlias& alias : known_aliases()) {
      if (alias.first != content.hash) continue;
      const bool pair = content.word + 1 < words.size() && alias.second != 0 &&
                        words[content.word + 1].hash == alias.second;
      if (alias.second != 0 && !pair) continue;
      content.hash = alias.meaning;
      return pair ? 2 : 1;
    }
    return 1;
  }

  [[nodiscard]] bool is_number(const Word& word) const {
    return is_digit(code_point_at(article_.text, word.span.begin).value) ||
           has(number_words(), word.hash);
  }
  [[nodiscard]] bool is_capital(const Word& word) const {
    return is_upper(code_point_at(article_.text, word.span.begin).value);
  }

  const Article& article_;
  const Analysis& analysis_;
  const Counts* counts_;
  const WordFrequencies& frequencies_;
  bool capitals_name_;
  std::uint32_t next_ = 0;
  std::size_t quotation_ = 0;
  ArticleContent content_;
};

}  // namespace

std::vector<ArticleContent> read_contents(std::span<const Article> articles,
                                          std::span<const Analysis> analyses, Jobs jobs) {
  std::map<std::string, Counts, std::less<>> counts;
  for (const Analysis& analysis : analyses) {
    if (WordFrequencies::background(analysis.language).size() > 0) continue;
    counts[primary(analysis.language)].add(analysis.words);
  }
  std::vector<ArticleContent> contents(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    const auto found = counts.find(primary(analyses[i].language));
    contents[i] =
        ContentReader(articles[i], analyses[i], found == counts.end() ? nullptr : &found->second)
            .read();
  });
  return contents;
}

}  // namespace twosource

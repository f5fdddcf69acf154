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
//
// Most of this is the same wherever the word stands, so it is found out once for each different
// word of a language; an article's words then look it up.
#include "twosource/reuse/content.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/reuse/hash_numbers.hpp"
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

std::string primary(std::string_view language) {
  return std::string(language.substr(0, language.find('-')));
}

// What is known of a word wherever it stands.
struct KnownWord {
  std::uint64_t hash = 0;
  Synonyms::Meanings meanings;
  std::uint32_t lemma = 0;
  float weight = 0.0F;
  bool plain = false;  // says something only as a name or a number
  bool negates = false;
  bool reports = false;
  bool number = false;
  bool alias = false;  // may be the first word of one
};

// The different words of all articles in one language. First all articles are added, then the words
// are looked up.
class Lexicon {
 public:
  explicit Lexicon(std::string_view language)
      : frequencies_(WordFrequencies::background(language)), synonyms_(Synonyms::of(language)) {
    for (const KnownAlias& alias : known_aliases()) add(alias.meaning);
  }

  void add(const std::vector<Word>& words) {
    for (const Word& word : words) counts_[add(word.hash)] += 1.0;
    all_words_ += static_cast<double>(words.size());
  }

  void look_up(Jobs jobs) {
    constexpr std::size_t together = 1024;
    parallel_for(jobs, (known_.size() + together - 1) / together, [&](std::size_t part) {
      const std::size_t end = std::min(known_.size(), (part + 1) * together);
      for (std::size_t i = part * together; i < end; ++i) look_up(known_[i], counts_[i]);
    });
  }

  // Of every word: what all its inflections have in common, in no order.
  void add_lemmas(std::vector<std::uint64_t>& lemmas) const {
    for (const KnownWord& word : known_) lemmas.push_back(lemma_of(word));
  }
  // `lemmas` ascend.
  void number_lemmas(const std::vector<std::uint64_t>& lemmas) {
    for (KnownWord& word : known_) {
      const auto at = std::lower_bound(lemmas.begin(), lemmas.end(), lemma_of(word));
      word.lemma = static_cast<std::uint32_t>(at - lemmas.begin());
    }
  }

  // Of a word that was added.
  [[nodiscard]] const KnownWord& at(std::uint64_t hash) const {
    return known_[numbers_.find(hash)];
  }

 private:
  std::uint32_t add(std::uint64_t hash) {
    const std::uint32_t number = numbers_.add(hash);
    if (number == known_.size()) {
      known_.push_back({.hash = hash, .meanings = {}});
      counts_.push_back(0.0);
    }
    return number;
  }

  [[nodiscard]] std::uint64_t lemma_of(const KnownWord& word) const {
    return synonyms_.lemma_of(word.hash, word.meanings);
  }

  void look_up(KnownWord& word, double count) const {
    // Without a table the collection tells how frequent a word is.
    const double bits = frequencies_.size() > 0
                            ? frequencies_.bits(word.hash)
                            : -std::log2((count + prior_words * std::exp2(-prior_bits)) /
                                         (all_words_ + prior_words));
    word.meanings = synonyms_.meanings_of(word.hash);
    word.weight = static_cast<float>(std::clamp(bits, common_bits, rarest_bits) - plain_bits);
    word.plain = bits < common_bits;
    word.negates = has(negations(), word.hash);
    word.reports = has(reporting_words(), word.hash);
    word.number = has(number_words(), word.hash);
    word.alias = std::any_of(known_aliases().begin(), known_aliases().end(),
                             [&](const KnownAlias& alias) { return alias.first == word.hash; });
  }

  const WordFrequencies& frequencies_;
  Synonyms synonyms_;
  HashNumbers numbers_;
  std::vector<KnownWord> known_;  // by number
  std::vector<double> counts_;    // by number: how often the word comes
  double all_words_ = 0.0;
};

using Lexicons = std::map<std::string, Lexicon, std::less<>>;  // by language

// Reads all words of all articles.
Lexicons read_lexicons(std::span<const Analysis> analyses, Jobs jobs) {
  Lexicons lexicons;
  for (const Analysis& analysis : analyses) {
    const std::string language = primary(analysis.language);
    lexicons.try_emplace(language, language).first->second.add(analysis.words);
  }
  std::vector<std::uint64_t> lemmas;
  for (auto& [language, lexicon] : lexicons) {
    lexicon.look_up(jobs);
    lexicon.add_lemmas(lemmas);
  }
  std::sort(lemmas.begin(), lemmas.end());
  lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
  for (auto& [language, lexicon] : lexicons) lexicon.number_lemmas(lemmas);
  return lexicons;
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

class ContentReader {
 public:
  ContentReader(const Article& article, const Analysis& analysis, const Lexicon& lexicon)
      : article_(article),
        analysis_(analysis),
        lexicon_(lexicon),
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
        const KnownWord& known = lexicon_.at(words[next_].hash);
        content.negated = content.negated || known.negates;
        next_ += add_word(next_, known, content);
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
  std::uint32_t add_word(std::uint32_t at, const KnownWord& known, SentenceContent& sentence) {
    const Word& word = analysis_.words[at];
    const Meant meant = resolve_alias(at, known);
    const bool number = known.number || is_digit_at(word);
    const bool name =
        meant.alias || (capitals_name_ && at > sentence.first_word && is_capital(word));
    if (meant.word->plain && !number && !name) return meant.size;
    if (known.reports || known.negates) return meant.size;
    const KnownWord& says = *meant.word;
    sentence.weight += says.weight;
    sentence.lemmas.add(says.lemma);
    content_.words.push_back({.word = at,
                              .lemma = says.lemma,
                              .hash = says.hash,
                              .meanings = says.meanings,
                              .weight = says.weight,
                              .name = name,
                              .number = number});
    content_.terms.push_back({says.lemma, says.weight});
    return meant.size;
  }

  // What a word or two stand for.
  struct Meant {
    const KnownWord* word = nullptr;
    std::uint32_t size = 1;
    bool alias = false;
  };

  [[nodiscard]] Meant resolve_alias(std::uint32_t at, const KnownWord& known) const {
    const std::vector<Word>& words = analysis_.words;
    // "US" in capitals; "us" is a pronoun.
    if (words[at].span.size() == 2 && slice(article_.text, words[at].span) == "US") {
      return meant(hash_folded("usa"), 1, known);
    }
    if (!known.alias) return {&known};
    for (const KnownAlias& alias : known_aliases()) {
      if (alias.first != known.hash) continue;
      const bool pair =
          at + 1 < words.size() && alias.second != 0 && words[at + 1].hash == alias.second;
      if (alias.second != 0 && !pair) continue;
      return meant(alias.meaning, pair ? 2 : 1, known);
    }
    return {&known};
  }
  // A word alone that means itself is no alias.
  [[nodiscard]] Meant meant(std::uint64_t meaning, std::uint32_t size,
                            const KnownWord& known) const {
    return {&lexicon_.at(meaning), size, size > 1 || meaning != known.hash};
  }

  [[nodiscard]] bool is_digit_at(const Word& word) const {
    const char first = article_.text[word.span.begin];
    return is_ascii(first) ? first >= '0' && first <= '9'
                           : is_digit(code_point_at(article_.text, word.span.begin).value);
  }
  [[nodiscard]] bool is_capital(const Word& word) const {
    const char first = article_.text[word.span.begin];
    return is_ascii(first) ? first >= 'A' && first <= 'Z'
                           : is_upper(code_point_at(article_.text, word.span.begin).value);
  }

  const Article& article_;
  const Analysis& analysis_;
  const Lexicon& lexicon_;
  bool capitals_name_;
  std::uint32_t next_ = 0;
  std::size_t quotation_ = 0;
  ArticleContent content_;
};

}  // namespace

std::vector<ArticleContent> read_contents(std::span<const Article> articles,
                                          std::span<const Analysis> analyses, Jobs jobs) {
  const Lexicons lexicons = read_lexicons(analyses, jobs);
  std::vector<ArticleContent> contents(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    const Lexicon& lexicon = lexicons.find(primary(analyses[i].language))->second;
    contents[i] = ContentReader(articles[i], analyses[i], lexicon).read();
  });
  return contents;
}

}  // namespace twosource

// Does the article say this twice?
//
// Two sentences of one article tell the same if most of what either tells, weighed by how rare the
// words are in news, stands in the other: the same words, inflections of them or synonyms. Names
// alone are no fact, so at least two shared words must be none. Numbers that differ make two facts
// of them, and so does a denial: what will be and what will not be.
//
// Headings, captions and tables are no sentences, and the lead is there to be told again: of both
// only whole sentences word for word count. So with the points of a list and with questions.
//
// Pages that print a text twice repeat it sentence by sentence: repetitions in a row are one
// passage and one flag. What the site says to its readers is no part of the article.
//
// Sentences that share nothing are not compared: the pairs come from the words that they share.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "twosource/flag/kinds.hpp"
#include "twosource/flag/telling_words.hpp"
#include "twosource/reuse/prompts.hpp"
#include "twosource/text/synonyms.hpp"

namespace twosource {
namespace {

// Shares of the weight of the shorter sentence and of both together: less is enough if both name
// the same two persons, places or organisations.
struct Bounds {
  double of_shorter;
  double of_both;
};
constexpr Bounds with_names = {0.58, 0.45};
constexpr Bounds without_names = {0.72, 0.55};
constexpr std::size_t least_words = 4;  // telling words of either
constexpr std::size_t least_plain = 2;  // shared ones that are no names

// What the first sentences tell is told again in detail; only a copy of them is odd.
constexpr std::size_t lead_end = 3;
constexpr double word_for_word = 0.9;

// So many sentences on, a quotation may give the words of what was told before.
constexpr std::size_t paraphrase_distance = 2;

// Of the sentences between two repetitions in one passage: short ones, headings.
constexpr std::size_t longest_step = 4;

using Words = std::vector<TellingWord>;

struct Likeness {
  double of_shorter = 0;
  double of_both = 0;
  std::size_t shared_plain = 0;
  std::size_t shared = 0;
};

double weight_of(const Words& words) {
  double sum = 0;
  for (const TellingWord& word : words) sum += word.weight;
  return sum;
}

// The word of `others` that means the same, or their number.
std::size_t partner_of(const TellingWord& word, const Words& others, const Synonyms& synonyms,
                       const std::set<std::size_t>& taken) {
  for (std::size_t j = 0; j < others.size(); ++j) {
    if (!taken.contains(j) && others[j].lemma == word.lemma) return j;
  }
  if (word.name) return others.size();
  const auto meanings = synonyms.meanings_of(word.lemma);
  for (std::size_t j = 0; j < others.size(); ++j) {
    if (taken.contains(j) || others[j].name) continue;
    if (synonyms.compare(meanings, synonyms.meanings_of(others[j].lemma)) >= Closeness::family)
      return j;
  }
  return others.size();
}

Likeness compare(const Words& a, const Words& b, const Synonyms& synonyms) {
  const Words& shorter = a.size() <= b.size() ? a : b;
  const Words& longer = a.size() <= b.size() ? b : a;
  std::set<std::size_t> taken;
  double shared = 0;
  Likeness likeness;
  for (const TellingWord& word : shorter) {
    const std::size_t partner = partner_of(word, longer, synonyms, taken);
    if (partner == longer.size()) continue;
    taken.insert(partner);
    shared += std::min(word.weight, longer[partner].weight);
    ++likeness.shared;
    if (!word.name) ++likeness.shared_plain;
  }
  const double one = weight_of(shorter);
  const double other = weight_of(longer);
  likeness.of_shorter = std::min(one, other) > 0 ? shared / std::min(one, other) : 0;
  likeness.of_both = one + other > 0 ? 2 * shared / (one + other) : 0;
  return likeness;
}

bool is_same(const Likeness& likeness) {
  const bool names = likeness.shared - likeness.shared_plain >= 2;
  const Bounds bounds = names ? with_names : without_names;
  return likeness.of_shorter >= bounds.of_shorter && likeness.of_both >= bounds.of_both &&
         likeness.shared_plain >= least_plain && likeness.shared >= least_words;
}

// Each has a number that the other has not.
bool numbers_differ(const ArticleReading& article, std::size_t a, std::size_t b) {
  std::set<std::uint64_t> of_a;
  std::set<std::uint64_t> of_b;
  const auto collect = [&](std::size_t s, std::set<std::uint64_t>& into) {
    const ReadSentence& sentence = article.sentences()[s];
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (article.part(i) == PartOfSpeech::cd) into.insert(article.tagged().tokens[i].hash);
    }
  };
  collect(a, of_a);
  collect(b, of_b);
  const auto lacks = [](const std::set<std::uint64_t>& one, const std::set<std::uint64_t>& other) {
    return std::any_of(one.begin(), one.end(),
                       [&](std::uint64_t number) { return !other.contains(number); });
  };
  return lacks(of_a, of_b) && lacks(of_b, of_a);
}

// "Orlo said the bridge was safe. “The bridge is safe,” he said.": the way that news quotes.
bool is_paraphrase_and_quotation(const ArticleReading& article, std::size_t before, std::size_t s) {
  const ReadSentence& one = article.sentences()[before];
  const ReadSentence& other = article.sentences()[s];
  return s - before <= paraphrase_distance && (one.quoted > 0.5) != (other.quoted > 0.5);
}

// Sentence `again` tells what sentence `before` has told.
struct Repetition {
  std::size_t before = 0;
  std::size_t again = 0;
  Likeness likeness;
};

// "To display this content, you must accept": sites say this to their readers as often as they
// like.
bool speaks_the_site(const ArticleReading& article, const ReadSentence& sentence) {
  const auto is_one = [&](Span place) {
    const auto& words = article.analysis().words;
    const auto at = [&](std::uint32_t byte) {
      return std::partition_point(words.begin(), words.end(),
                                  [&](const Word& word) { return word.span.begin < byte; });
    };
    const auto first = at(place.begin);
    return is_prompt(article.analysis(), static_cast<std::size_t>(first - words.begin()),
                     static_cast<std::size_t>(at(place.end) - first));
  };
  const auto& paragraphs = article.analysis().paragraphs;
  return is_one(sentence.span) ||
         (sentence.paragraph < paragraphs.size() && is_one(paragraphs[sentence.paragraph]));
}

class Search {
 public:
  explicit Search(const ArticleReading& article)
      : article_(article), words_(article.sentences().size()) {}

  // In the order of the later ones.
  [[nodiscard]] std::vector<Repetition> find() {
    std::vector<Repetition> found;
    for (std::size_t s = 1; s < article_.sentences().size(); ++s) {
      const ReadSentence& sentence = article_.sentences()[s];
      words_[s] = telling_words(article_, sentence);
      if (words_[s].size() < least_words || !is_whole_sentence(article_, sentence) ||
          speaks_the_site(article_, sentence)) {
        continue;
      }
      if (const auto best = closest_before(s)) found.push_back(*best);
    }
    return found;
  }

 private:
  // The sentence before that tells the same and is most like it, the first of several.
  std::optional<Repetition> closest_before(std::size_t s) {
    std::optional<Repetition> best;
    for (const auto& [before, count] : sentences_before(s)) {
      if (count < 2) continue;
      const Likeness likeness = compare(words_[before], words_[s], synonyms_);
      if (!is_told_before(before, s, likeness)) continue;
      if (!best || likeness.of_both > best->likeness.of_both)
        best = Repetition{before, s, likeness};
    }
    return best;
  }

  // The sentences before, with how many words each shares with sentence `s`, which is added.
  std::map<std::size_t, std::size_t> sentences_before(std::size_t s) {
    std::map<std::size_t, std::size_t> shared;
    for (const TellingWord& word : words_[s]) {
      std::vector<std::size_t>& places = places_[word.lemma];
      for (const std::size_t before : places) ++shared[before];
      places.push_back(s);
    }
    return shared;
  }

  // A point of a list, or a question: the text around it tells the same at length.
  [[nodiscard]] bool only_announces(const ReadSentence& sentence) const {
    const std::string_view text = article_.text_of(sentence.span);
    return text.starts_with("- ") || text.starts_with("• ") || text.ends_with('?');
  }

  [[nodiscard]] bool is_told_before(std::size_t before, std::size_t s,
                                    const Likeness& likeness) const {
    if (!is_same(likeness) || numbers_differ(article_, before, s)) return false;
    if (is_paraphrase_and_quotation(article_, before, s)) return false;
    const auto sentences = article_.sentences();
    if (denials_in(article_, sentences[before]) != denials_in(article_, sentences[s])) return false;
    const bool tells =
        before >= lead_end && !only_announces(sentences[before]) && !only_announces(sentences[s]);
    return tells || likeness.of_both >= word_for_word;
  }

  const ArticleReading& article_;
  Synonyms synonyms_ = Synonyms::of("en");
  std::vector<Words> words_;                                  // by sentence
  std::map<std::uint64_t, std::vector<std::size_t>> places_;  // the sentences that have a lemma
};

// Does the repetition go on with the next one? They are neighbours in both places, or only what is
// too short to be compared stands between them.
bool goes_on(const Repetition& one, const Repetition& next) {
  if (next.before <= one.before) return false;
  const std::size_t later = next.again - one.again;
  const std::size_t earlier = next.before - one.before;
  return (later == 1 && earlier <= 2) || (later == earlier && later <= longest_step);
}

// Two sentences that are this much alike are one that was printed twice.
bool is_printed_again(const Repetition& one) {
  return one.likeness.of_both >= word_for_word;
}

std::string note_of(const ArticleReading& article, std::span<const Repetition> passage) {
  const std::size_t count = passage.back().again - passage.front().again + 1;
  const std::string words =
      short_text(article.text_of(article.sentences()[passage.front().before].span));
  if (count == 1) return fmt::format("The article has told this before: “{}”", words);
  if (std::all_of(passage.begin(), passage.end(), is_printed_again))
    return fmt::format("{} sentences stand here a second time, from “{}” on.", count, words);
  return fmt::format("The article has told these {} sentences before, from “{}” on.", count, words);
}

// One flag for repetitions in a row.
Flag flag_of(const ArticleReading& article, std::span<const Repetition> passage) {
  const auto sentences = article.sentences();
  const Span first{sentences[passage.front().before].span.begin,
                   sentences[passage.back().before].span.end};
  const Span second{sentences[passage.front().again].span.begin,
                    sentences[passage.back().again].span.end};
  double share = 0;
  for (const Repetition& one : passage) share += one.likeness.of_shorter;
  share *= 100 / static_cast<double>(passage.size());
  const char* average = passage.size() > 1 ? ", on average" : "";
  Reason reason{
      "told_before",
      fmt::format("{:.0f} % of what the shorter sentence tells is in both{}", share, average),
      {{article.index(), first}, {article.index(), second}}};
  return make_flag(article, FlagKind::repeated, second, note_of(article, passage),
                   {std::move(reason)});
}

}  // namespace

std::vector<Flag> find_repetitions(const ArticleReading& article) {
  const std::vector<Repetition> found = Search(article).find();
  std::vector<Flag> flags;
  for (std::size_t begin = 0, end = 0; begin < found.size(); begin = end) {
    for (end = begin + 1; end < found.size() && goes_on(found[end - 1], found[end]); ++end) {
    }
    flags.push_back(flag_of(article, std::span(found).subspan(begin, end - begin)));
  }
  return flags;
}

}  // namespace twosource

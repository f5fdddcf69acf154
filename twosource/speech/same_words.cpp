// Which statements are the same utterance?
//
// Reporters cut quotations differently ("We will stop", he said. / he said they would "stop"), drop
// a word or change one; the words that stay are in the same order. So two utterances are one if the
// longest common sequence of their quoted words covers nearly all of the shorter: a part of a
// quotation is that quotation. What stands without quotation marks is the reporter's wording; two
// reporters agree in it only by copying, so there the longer side must be covered.
//
// One word can make it another statement all the same: "twelve were hurt" and "seventeen were
// hurt", "we will stop" and "we will not stop". Numbers and denials must be the same, in the part
// that both have.
//
// No chains: an utterance belongs to a group if it is the same as everything in it. Of a long
// quotation one article prints the begin and another the end: the two are not one, though the whole
// is the same as either. The whole goes to the longer of them; the other keeps it as its whole,
// which may still tell who spoke. A few words that two different utterances have ("for having a
// flag on stage") belong to neither.
#include "twosource/speech/same_words.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

constexpr std::size_t fewest_quoted =
    5;  // words; four in a row are said by two people now and then
constexpr std::size_t fewest_of_part = 6;  // "in the cloak of darkness" is a phrase
constexpr std::size_t fewest_scattered = 12;
constexpr std::size_t widest_gap = 3;
constexpr std::size_t fewest_reported = 8;
constexpr std::size_t fewest_of_two = 10;  // what two utterances may have in common by chance
constexpr double share_in_common = 0.8;
constexpr std::size_t run_length = 3;

using Hashes = std::vector<std::uint64_t>;

// The hash by which a decisive word is compared: of a number that of its digits, of a denial that
// of "not". "One" is left out: it is a pronoun more often than a number.
const std::unordered_map<std::uint64_t, std::uint64_t>& decisive_words() {
  static const auto all = [] {
    std::unordered_map<std::uint64_t, std::uint64_t> table;
    const std::pair<std::string_view, std::string_view> numbers[] = {
        {"two", "2"},       {"both", "2"},       {"three", "3"},     {"four", "4"},
        {"five", "5"},      {"six", "6"},        {"seven", "7"},     {"eight", "8"},
        {"nine", "9"},      {"ten", "10"},       {"eleven", "11"},   {"twelve", "12"},
        {"dozen", "12"},    {"thirteen", "13"},  {"fourteen", "14"}, {"fifteen", "15"},
        {"sixteen", "16"},  {"seventeen", "17"}, {"eighteen", "18"}, {"nineteen", "19"},
        {"twenty", "20"},   {"thirty", "30"},    {"forty", "40"},    {"fifty", "50"},
        {"sixty", "60"},    {"seventy", "70"},   {"eighty", "80"},   {"ninety", "90"},
        {"hundred", "100"}, {"thousand", "1000"}};
    for (const auto& [word, digits] : numbers)
      table.emplace(hash_folded(word), hash_folded(digits));
    for (const std::string_view word :
         {"not",    "no",      "never",   "none",     "nobody", "nothing", "neither",  "nor",
          "cannot", "cant",    "dont",    "doesnt",   "didnt",  "isnt",    "arent",    "wasnt",
          "werent", "wont",    "wouldnt", "hasnt",    "havent", "hadnt",   "shouldnt", "couldnt",
          "mustnt", "without", "unclear", "unlikely", "unknown"})
      table.emplace(hash_folded(word), hash_folded("not"));
    return table;
  }();
  return all;
}

bool covers(std::size_t common, std::size_t size) {
  return static_cast<double>(common) >= share_in_common * static_cast<double>(size);
}

// The longest sequence of words that both have in this order, and where it lies in the second.
struct InCommon {
  std::size_t words = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The classic table, one row at a time; with each length goes the place where its sequence begins,
// the latest possible.
InCommon in_common(const Hashes& a, const Hashes& b) {
  struct Cell {
    std::size_t words = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] bool is_better_than(const Cell& other) const {
      return std::pair(words, begin) > std::pair(other.words, other.begin);
    }
  };
  std::vector<Cell> row(b.size() + 1);
  for (const std::uint64_t word : a) {
    Cell diagonal;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const Cell above = row[j + 1];
      Cell best = row[j].is_better_than(above) ? row[j] : above;
      if (word == b[j]) {
        const Cell with{diagonal.words + 1, diagonal.words == 0 ? j : diagonal.begin, j + 1};
        if (with.is_better_than(best)) best = with;
      }
      row[j + 1] = best;
      diagonal = above;
    }
  }
  return {row.back().words, row.back().begin, row.back().end};
}

// "Orlo denied that the tolls are unfair": she has not said what stands there.
bool denies(Span cue, const Analysis& analysis) {
  static const auto denials = [] {
    std::set<std::uint64_t> words;
    for (const std::string_view word :
         {"deny",     "denies",       "denied",  "denying",   "reject",    "rejects",
          "rejected", "rejecting",    "dismiss", "dismisses", "dismissed", "dismissing",
          "refute",   "refutes",      "refuted", "refuting",  "rebutted",  "disputes",
          "disputed", "contradicted", "rebuffed"})
      words.insert(hash_folded(word));
    return words;
  }();
  const std::span<const Word> words = words_inside(cue, analysis);
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return denials.contains(word.hash); });
}

// How many words both have, in any order.
std::size_t equal_words(Hashes a, Hashes b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  Hashes common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size();
}

// Those of the words [begin, end) that are decisive, ascending.
Hashes decisive_of(const Hashes& words, std::size_t begin, std::size_t end,
                   const Utterance& utterance) {
  Hashes found;
  for (std::size_t i = begin; i < end; ++i) {
    if (std::binary_search(utterance.decisive.begin(), utterance.decisive.end(), words[i]))
      found.push_back(words[i]);
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Does the longer quotation have the shorter one, with its numbers and denials?
bool has_quoted(const Utterance& longer, const Utterance& shorter) {
  const bool is_part = longer.quoted.size() > 2 * shorter.quoted.size();
  if (shorter.quoted.size() < (is_part ? fewest_of_part : fewest_quoted)) return false;
  const InCommon common = in_common(shorter.quoted, longer.quoted);
  if (!covers(common.words, shorter.quoted.size())) return false;
  // Few words are found scattered in any long quotation.
  const bool few = shorter.quoted.size() < fewest_scattered;
  if (few && common.end - common.begin > shorter.quoted.size() + widest_gap) return false;
  return decisive_of(longer.quoted, common.begin, common.end, longer) ==
         decisive_of(shorter.quoted, 0, shorter.quoted.size(), shorter);
}

// “The Promotion of Harbours Bill” in marks is a name and nobody's words.
bool is_title(std::string_view text, std::span<const Word> words) {
  constexpr std::size_t longest_title = 12;
  constexpr std::size_t longest_small_word = 4;  // bytes: "and", "of", "with"
  const auto small = [&](const Word& word) {
    const char first = text[word.span.begin];
    return first >= 'a' && first <= 'z' && word.span.size() > longest_small_word;
  };
  return words.size() > 1 && words.size() <= longest_title &&
         text[words.back().span.begin] >= 'A' && text[words.back().span.begin] <= 'Z' &&
         std::none_of(words.begin(), words.end(), small);
}

std::uint64_t run_at(const Hashes& words, std::size_t i) {
  std::uint64_t hash = 0;
  for (std::size_t k = 0; k < run_length; ++k)
    hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15U + (hash >> 29U);
  return hash;
}

std::set<std::uint64_t> runs_of(const Hashes& words) {
  std::set<std::uint64_t> runs;
  for (std::size_t k = 0; k + run_length <= words.size(); ++k) runs.insert(run_at(words, k));
  return runs;
}

std::vector<std::size_t> longest_first(std::span<const Utterance> utterances) {
  std::vector<std::size_t> order(utterances.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto length = [&](std::size_t i) {
      return std::pair(utterances[i].quoted.size(), utterances[i].all.size());
    };
    return length(a) > length(b);
  });
  return order;
}

class Grouping {
 public:
  explicit Grouping(std::span<const Utterance> utterances) : utterances_(utterances) {
    groups_.head.resize(utterances.size());
    groups_.wholes.resize(utterances.size());
  }

  SameWords make() {
    std::map<std::pair<Hashes, Hashes>, std::size_t> equal;  // the first of those with these words
    for (const std::size_t i : longest_first(utterances_)) {
      const auto [first, is_new] =
          equal.emplace(std::pair(utterances_[i].quoted, utterances_[i].all), i);
      if (is_new) {
        add(i);
      } else {
        groups_.head[i] = groups_.head[first->second];
        groups_.wholes[i] = groups_.wholes[first->second];
      }
    }
    return std::move(groups_);
  }

 private:
  void add(std::size_t i) {
    const std::set<std::uint64_t> runs = runs_of(utterances_[i].all);
    const std::set<std::size_t> same = same_as(i, runs);
    groups_.head[i] = head_for(i, same);
    members_[groups_.head[i]].push_back(i);
    for (const std::size_t other : same) {
      if (groups_.head[other] != groups_.head[i]) groups_.wholes[i].push_back(other);
    }
    for (const std::uint64_t run : runs) with_run_[run].push_back(i);
  }

  [[nodiscard]] std::set<std::size_t> same_as(std::size_t i,
                                              const std::set<std::uint64_t>& runs) const {
    std::set<std::size_t> candidates;
    for (const std::uint64_t run : runs) {
      const auto found = with_run_.find(run);
      if (found != with_run_.end()) candidates.insert(found->second.begin(), found->second.end());
    }
    std::erase_if(candidates, [&](std::size_t other) {
      return !same_words(utterances_[other], utterances_[i]);
    });
    return candidates;
  }

  [[nodiscard]] std::size_t head_for(std::size_t i, const std::set<std::size_t>& same) const {
    std::set<std::size_t> heads;
    for (const std::size_t other : same) heads.insert(groups_.head[other]);
    std::erase_if(heads, [&](std::size_t head) {
      const auto& members = members_.at(head);
      return !std::all_of(members.begin(), members.end(),
                          [&](std::size_t member) { return same.contains(member); });
    });
    const Utterance& utterance = utterances_[i];
    const std::size_t words = std::max(utterance.quoted.size(), utterance.all.size());
    if (heads.empty() || (heads.size() > 1 && words < fewest_of_two)) return i;
    return *heads.begin();
  }

  std::span<const Utterance> utterances_;
  SameWords groups_;
  std::map<std::size_t, std::vector<std::size_t>> members_;  // by head; of equal ones the first
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> with_run_;
};

}  // namespace

void add_words(std::string_view text, std::span<const Word> words, bool in_marks,
               Utterance& utterance) {
  Hashes& list = in_marks ? utterance.quoted : utterance.all;
  for (const Word& word : words) {
    const auto found = decisive_words().find(word.hash);
    const bool is_number = text[word.span.begin] >= '0' && text[word.span.begin] <= '9';
    list.push_back(found == decisive_words().end() ? word.hash : found->second);
    if (!in_marks && (is_number || found != decisive_words().end()))
      utterance.decisive.push_back(list.back());
  }
  std::sort(utterance.decisive.begin(), utterance.decisive.end());
}

std::span<const Word> words_inside(Span place, const Analysis& analysis) {
  const auto& words = analysis.words;
  const auto first = std::partition_point(
      words.begin(), words.end(), [&](const Word& word) { return word.span.begin < place.begin; });
  const auto last = std::partition_point(
      first, words.end(), [&](const Word& word) { return word.span.end <= place.end; });
  return {first, last};
}

Utterance utterance_of(const Statement& statement, const Article& article,
                       const Analysis& analysis) {
  Utterance utterance;
  for (const Span content : statement.content) {
    add_words(article.text, words_inside(content, analysis), false, utterance);
    for (const Quotation& quotation : analysis.quotations) {
      if (!quotation.content.overlaps(content)) continue;
      const Span inside = {std::max(quotation.content.begin, content.begin),
                           std::min(quotation.content.end, content.end)};
      const std::span<const Word> words = words_inside(inside, analysis);
      if (!is_title(article.text, words)) add_words(article.text, words, true, utterance);
    }
  }
  if (denies(statement.cue, analysis)) {
    utterance.quoted.clear();  // another's words
    utterance.decisive.push_back(hash_folded("denied"));
    std::sort(utterance.decisive.begin(), utterance.decisive.end());
  }
  return utterance;
}

bool same_words_moved(const Utterance& a, const Utterance& b) {
  constexpr double nearly_all = 0.9;
  const std::size_t longer = std::max(a.all.size(), b.all.size());
  return static_cast<double>(equal_words(a.all, b.all)) >= nearly_all * static_cast<double>(longer);
}

bool share_half(const Utterance& a, const Utterance& b) {
  return 2 * equal_words(a.all, b.all) >= std::min(a.all.size(), b.all.size());
}

bool same_words(const Utterance& a, const Utterance& b) {
  const bool a_has_b = a.quoted.size() < b.quoted.size() || has_quoted(a, b);
  const bool b_has_a = b.quoted.size() < a.quoted.size() || has_quoted(b, a);
  if (a_has_b && b_has_a) return true;
  const std::size_t more = std::max(a.all.size(), b.all.size());
  if (std::min(a.all.size(), b.all.size()) < fewest_reported) return false;
  return a.decisive == b.decisive && covers(in_common(a.all, b.all).words, more);
}

bool has_quotation(const Utterance& utterance) {
  return utterance.quoted.size() >= fewest_quoted;
}

SameWords group_same_words(std::span<const Utterance> utterances) {
  return Grouping(utterances).make();
}

}  // namespace twosource

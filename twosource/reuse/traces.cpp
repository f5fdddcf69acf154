// What betrays that one writer has read the other, where no sentence does?
//
// Both write "goverment". Both know that the crane was green, and nobody else does. Both bring up
// the bridge, the twins, the lottery and the priest, one behind the other. None of it proves
// anything by itself: there may have been a press conference, and a third text that both read. So
// these are hints for the reader of `why`, and join nothing.
//
// Order is measured by the longest run of words, not necessarily neighbours, that both have in the
// same order. Of n words in random order it has about 2 sqrt(n) (Logan and Shepp 1977), and that
// news begin with what is newest lengthens it; so most of the words have to be in it.
#include "twosource/reuse/traces.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "twosource/base/unicode.hpp"
#include "twosource/reuse/quoted_words.hpp"
#include "twosource/text/frequencies.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// Words from 1 in 1,000 on tell where a text stands; from 1 in 33,000 on they are details.
constexpr double telling_bits = 10.0;
constexpr double detail_bits = 15.0;
// A detail that more other articles have is part of the story.
constexpr std::size_t other_articles = 1;
constexpr std::size_t least_details = 3;
constexpr std::size_t least_ordered_words = 12;
constexpr double least_ordered_share = 0.8;
// A misspelling is a rare word one edit away from one that is 500 times as frequent.
constexpr std::size_t shortest_misspelt = 6;  // bytes
constexpr double misspelt_bits = 17.0;
constexpr double misspelt_by_bits = 9.0;
constexpr std::size_t spans_shown = 12;

// A word of both articles, at its first places.
struct SharedWord {
  std::uint64_t hash = 0;
  std::size_t a = 0;  // indices into Analysis::words
  std::size_t b = 0;
  bool copied = false;  // lies in a passage of the pair
};

// The first places of the words of a body, quoted speech left out.
std::vector<std::pair<std::uint64_t, std::size_t>> first_places(const Analysis& analysis) {
  std::vector<std::pair<std::uint64_t, std::size_t>> places;
  const std::size_t begin = analysis.body_word;
  const std::vector<bool> quoted =
      quoted_words(analysis, begin, analysis.words.size() - std::min(begin, analysis.words.size()));
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (!quoted[i]) places.emplace_back(analysis.words[begin + i].hash, begin + i);
  }
  std::sort(places.begin(), places.end());
  const auto end = std::unique(places.begin(), places.end(),
                               [](const auto& x, const auto& y) { return x.first == y.first; });
  places.erase(end, places.end());
  return places;
}

std::vector<SharedWord> shared_words(const Analysis& a, const Analysis& b,
                                     std::span<const Copy> copies) {
  const auto of_a = first_places(a);
  const auto of_b = first_places(b);
  std::vector<SharedWord> shared;
  for (auto i = of_a.begin(), j = of_b.begin(); i != of_a.end() && j != of_b.end();) {
    if (i->first != j->first) {
      i->first < j->first ? ++i : ++j;
      continue;
    }
    SharedWord word{i->first, i->second, j->second};
    word.copied = std::any_of(copies.begin(), copies.end(), [&](const Copy& copy) {
      return copy.a_span.contains(a.words[word.a].span) ||
             copy.b_span.contains(b.words[word.b].span);
    });
    shared.push_back(word);
    ++i;
    ++j;
  }
  std::sort(shared.begin(), shared.end(),
            [](const SharedWord& x, const SharedWord& y) { return x.a < y.a; });
  return shared;
}

// Tries every word that is one edit away, but for the first letter, which writers get right, and
// the last one, where words are inflected.
bool is_misspelling(const std::string& word, const PairFrequencies& frequencies) {
  const double bits = frequencies.bits(hash_folded(word));
  const auto is_frequent = [&](const std::string& other) {
    return frequencies.bits(hash_folded(other)) + misspelt_by_bits <= bits;
  };
  if (bits < misspelt_bits) return false;
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  for (std::size_t i = 1; i + 1 < word.size(); ++i) {
    if (is_frequent(word.substr(0, i) + word.substr(i + 1))) return true;
    std::string changed = word;
    if (i + 2 < word.size()) {
      std::swap(changed[i], changed[i + 1]);
      if (is_frequent(changed)) return true;
      changed = word;
    }
    for (char letter : letters) {
      changed[i] = letter;
      if (is_frequent(changed)) return true;
      if (is_frequent(word.substr(0, i) + letter + word.substr(i))) return true;
    }
  }
  return false;
}

class TraceFinder {
 public:
  TraceFinder(std::span<const Article> articles, std::span<const Analysis> analyses,
              std::span<const Copy> copies, ArticleIndex a, ArticleIndex b)
      : articles_(articles),
        analyses_(analyses),
        a_(a),
        b_(b),
        frequencies_(analyses[a].language, analyses[b].language),
        shared_(shared_words(analyses[a], analyses[b], copies)) {
    count_others();
  }

  [[nodiscard]] std::vector<Reason> find() const {
    std::vector<Reason> reasons;
    if (!frequencies_.has_tables()) return reasons;  // no telling what is rare
    add_misspellings(reasons);
    add_details(reasons);
    add_order(reasons);
    return reasons;
  }

 private:
  // In how many other articles each shared word stands.
  void count_others() {
    for (const SharedWord& word : shared_) others_[word.hash] = 0;
    std::unordered_map<std::uint64_t, ArticleIndex> last_seen;
    for (ArticleIndex i = 0; i < analyses_.size(); ++i) {
      if (i == a_ || i == b_) continue;
      for (const Word& word : analyses_[i].words) {
        const auto found = others_.find(word.hash);
        if (found == others_.end()) continue;
        const auto [seen, fresh] = last_seen.try_emplace(word.hash, i);
        if (fresh || seen->second != i) ++found->second;
        seen->second = i;
      }
    }
  }

  [[nodiscard]] bool is_rare_here(const SharedWord& word) const {
    return others_.at(word.hash) <= other_articles;
  }

  [[nodiscard]] std::string_view text_of(const SharedWord& word) const {
    return slice(articles_[a_].text, analyses_[a_].words[word.a].span);
  }

  [[nodiscard]] Reason reason(std::string code, std::string text,
                              const std::vector<SharedWord>& words) const {
    Reason reason{std::move(code), std::move(text), {}};
    for (const SharedWord& word : words) {
      if (reason.spans.size() >= spans_shown) break;
      reason.spans.push_back({a_, analyses_[a_].words[word.a].span});
      reason.spans.push_back({b_, analyses_[b_].words[word.b].span});
    }
    return reason;
  }

  void add_misspellings(std::vector<Reason>& reasons) const {
    std::vector<SharedWord> words;
    std::string list;
    for (const SharedWord& word : shared_) {
      const std::string_view text = text_of(word);
      const bool plain =
          std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      if (!plain || text.size() < shortest_misspelt) continue;
      if (!is_rare_here(word) || !is_misspelling(std::string(text), frequencies_)) continue;
      list += fmt::format("{}“{}”", list.empty() ? "" : ", ", text);
      words.push_back(word);
    }
    if (words.empty()) return;
    reasons.push_back(reason("same_misspelling", "both misspell alike: " + list, words));
  }

  void add_details(std::vector<Reason>& reasons) const {
    std::vector<SharedWord> words;
    std::string list;
    for (const SharedWord& word : shared_) {
      if (word.copied || !is_rare_here(word) || frequencies_.bits(word.hash) < detail_bits)
        continue;
      if (words.size() < spans_shown / 2) {
        list += fmt::format("{}“{}”", list.empty() ? "" : ", ", text_of(word));
      }
      words.push_back(word);
    }
    if (words.size() < least_details) return;
    reasons.push_back(reason("rare_details",
                             fmt::format("outside of shared passages both have {} rare words that "
                                         "hardly any other article has: {}",
                                         words.size(), list),
                             words));
  }

  void add_order(std::vector<Reason>& reasons) const {
    std::vector<SharedWord> words;
    for (const SharedWord& word : shared_) {
      if (!word.copied && frequencies_.bits(word.hash) >= telling_bits) words.push_back(word);
    }
    std::vector<std::size_t> ends;  // the least last place in b of an ordered run of each length
    for (const SharedWord& word : words) {
      const auto at = std::lower_bound(ends.begin(), ends.end(), word.b);
      if (at == ends.end()) {
        ends.push_back(word.b);
      } else {
        *at = word.b;
      }
    }
    const auto all = static_cast<double>(words.size());
    const auto ordered = static_cast<double>(ends.size());
    const double by_chance = 2.0 * std::sqrt(all);
    if (words.size() < least_ordered_words || ordered < least_ordered_share * all ||
        ordered <= by_chance) {
      return;
    }
    reasons.push_back(reason(
        "same_order",
        fmt::format("of {} telling words that both use outside of shared passages, {} come in the "
                    "same order (by chance {:.0f})",
                    words.size(), ends.size(), by_chance),
        words));
  }

  std::span<const Article> articles_;
  std::span<const Analysis> analyses_;
  ArticleIndex a_;
  ArticleIndex b_;
  PairFrequencies frequencies_;
  std::vector<SharedWord> shared_;                         // by place in a
  std::unordered_map<std::uint64_t, std::size_t> others_;  // looked up, never walked
};

}  // namespace

std::vector<Reason> find_traces(std::span<const Article> articles,
                                std::span<const Analysis> analyses, std::span<const Copy> copies,
                                ArticleIndex a, ArticleIndex b) {
  if (a == b) return {};
  return TraceFinder(articles, analyses, copies, std::min(a, b), std::max(a, b)).find();
}

}  // namespace twosource

// The search for reworded sentences against a plain twin: the twin matches all words with all, and
// all candidates, with no table, no bound and nothing remembered. On all small sentences first,
// then on random articles that were made from one another.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "tests/oracle/retold_articles.hpp"
#include "tests/oracle/small_inputs.hpp"
#include "twosource/reuse/content.hpp"
#include "twosource/reuse/sentence_chains.hpp"
#include "twosource/reuse/sentence_match.hpp"
#include "twosource/reuse/shared_terms.hpp"

namespace twosource {
namespace {

// ---- sentences against sentences

std::vector<ContentWord> words_of(const SentenceGroup& group) {
  std::vector<ContentWord> words;
  for (std::uint32_t i = group.first; i < group.first + group.size; ++i) {
    for (const ContentWord& word : group.content.words_of(group.content.sentences[i])) {
      words.push_back(word);
    }
  }
  return words;
}

bool is_negated(const SentenceGroup& group) {
  bool negated = false;
  for (std::uint32_t i = 0; i < group.size; ++i) {
    negated = negated || group.content.sentences[group.first + i].negated;
  }
  return negated;
}

float weight_of(const SentenceGroup& group) {
  float sum = 0.0F;
  for (std::uint32_t i = 0; i < group.size; ++i) {
    sum += group.content.sentences[group.first + i].weight;
  }
  return sum;
}

Closeness compare(const Synonyms& synonyms, const ContentWord& x, const ContentWord& y) {
  if (x.hash == y.hash) return Closeness::equal;
  if (x.lemma == y.lemma) return Closeness::lemma;
  if (x.number || y.number || (x.name && y.name)) return Closeness::none;
  return synonyms.compare(x.meanings, y.meanings);
}

/// Takes the best pair that is left until none is.
class PlainMatch {
 public:
  PlainMatch(const SentenceGroup& a, const SentenceGroup& b)
      : synonyms_(a.content.synonyms), a_(words_of(a)), b_(words_of(b)) {
    a_free_.assign(a_.size(), true);
    b_free_.assign(b_.size(), true);
    result.a_weight = weight_of(a);
    result.b_weight = weight_of(b);
    while (const auto best = best_pair()) take(*best);
    std::sort(result.pairs.begin(), result.pairs.end());
    const auto number = [](const ContentWord& word) { return word.number; };
    const auto name = [](const ContentWord& word) { return word.name; };
    const bool a_number = any(a_, a_free_, number);
    const bool b_number = any(b_, b_free_, number);
    result.numbers_lost = a_number || b_number;
    result.names_differ = any(a_, a_free_, name) && any(b_, b_free_, name);
    result.contradicts =
        (a_number && b_number) || is_negated(a) != is_negated(b) || any_opposites();
  }

  SentenceMatch result;

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  [[nodiscard]] float distance(Pair pair) const {
    return std::abs(static_cast<float>(pair.first) / static_cast<float>(a_.size()) -
                    static_cast<float>(pair.second) / static_cast<float>(b_.size()));
  }

  [[nodiscard]] std::optional<Pair> best_pair() const {
    std::optional<Pair> best;
    const auto key = [&](Pair pair) {
      const auto [i, j] = pair;
      return std::tuple(-static_cast<int>(compare(synonyms_, a_[i], b_[j])), distance(pair), i + j,
                        std::min(i, j), i);
    };
    for (std::uint32_t i = 0; i < a_.size(); ++i) {
      for (std::uint32_t j = 0; j < b_.size(); ++j) {
        if (!a_free_[i] || !b_free_[j]) continue;
        if (compare(synonyms_, a_[i], b_[j]) <= Closeness::opposite) continue;
        if (!best || key({i, j}) < key(*best)) best = {i, j};
      }
    }
    return best;
  }

  void take(Pair pair) {
    // By Closeness: none, opposite, broader, rare, family, synonym, lemma, equal.
    constexpr std::array<float, 8> proof = {0.0F, 0.0F, 0.5F, 0.7F, 0.8F, 0.9F, 1.0F, 1.0F};
    const ContentWord& x = a_[pair.first];
    const ContentWord& y = b_[pair.second];
    const Closeness closeness = compare(synonyms_, x, y);
    a_free_[pair.first] = false;
    b_free_[pair.second] = false;
    result.a_matched += proof[static_cast<std::size_t>(closeness)] * x.weight;
    result.b_matched += proof[static_cast<std::size_t>(closeness)] * y.weight;
    result.pairs.push_back({x.word, y.word, closeness});
  }

  template <class Kind>
  static bool any(const std::vector<ContentWord>& words, const std::vector<bool>& free,
                  const Kind& kind) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (free[i] && kind(words[i])) return true;
    }
    return false;
  }

  [[nodiscard]] bool any_opposites() const {
    for (std::size_t i = 0; i < a_.size(); ++i) {
      for (std::size_t j = 0; j < b_.size(); ++j) {
        if (a_free_[i] && b_free_[j] && compare(synonyms_, a_[i], b_[j]) == Closeness::opposite) {
          return true;
        }
      }
    }
    return false;
  }

  const Synonyms& synonyms_;
  std::vector<ContentWord> a_;
  std::vector<ContentWord> b_;
  std::vector<bool> a_free_;
  std::vector<bool> b_free_;
};

void check_match(const SentenceGroup& a, const SentenceGroup& b) {
  const SentenceMatch found = match_sentences(a, b);
  const SentenceMatch plain = PlainMatch(a, b).result;
  REQUIRE(found.pairs == plain.pairs);
  REQUIRE(found.a_matched == plain.a_matched);
  REQUIRE(found.b_matched == plain.b_matched);
  REQUIRE(found.a_weight == plain.a_weight);
  REQUIRE(found.b_weight == plain.b_weight);
  REQUIRE(found.contradicts == plain.contradicts);
  REQUIRE(found.names_differ == plain.names_differ);
  REQUIRE(found.numbers_lost == plain.numbers_lost);
}

// ---- sentences that share rare words

using Seed = std::tuple<ArticleIndex, std::uint32_t, std::uint32_t, std::uint32_t>;

bool is_rare(const ContentWord& word) {
  return word.name || word.number || word.weight >= 4.0F;
}

/// The rare lemmas of a sentence that stand in no more than `most_articles` articles.
std::set<std::uint64_t> rare_terms(const std::vector<ArticleContent>& contents,
                                   std::uint32_t most_articles, ArticleIndex article,
                                   std::uint32_t sentence) {
  std::set<std::uint64_t> terms;
  const ArticleContent& content = contents[article];
  for (const ContentWord& word : content.words_of(content.sentences[sentence])) {
    const auto has = [&](const ArticleContent& other) {
      return std::any_of(other.words.begin(), other.words.end(),
                         [&](const ContentWord& w) { return w.lemma == word.lemma && is_rare(w); });
    };
    if (is_rare(word) && std::count_if(contents.begin(), contents.end(), has) <= most_articles) {
      terms.insert(word.lemma);
    }
  }
  return terms;
}

std::vector<Seed> plain_seeds(const std::vector<ArticleContent>& contents,
                              std::uint32_t most_articles, ArticleIndex a) {
  std::vector<Seed> seeds;
  for (ArticleIndex b = a + 1; b < contents.size(); ++b) {
    for (std::uint32_t i = 0; i < contents[a].sentences.size(); ++i) {
      for (std::uint32_t j = 0; j < contents[b].sentences.size(); ++j) {
        const auto left = rare_terms(contents, most_articles, a, i);
        const auto right = rare_terms(contents, most_articles, b, j);
        const auto common = static_cast<std::uint32_t>(std::count_if(
            left.begin(), left.end(), [&](std::uint64_t term) { return right.contains(term); }));
        if (common >= seed_terms) seeds.emplace_back(b, i, j, common);
      }
    }
  }
  return seeds;
}

// ---- chains

/// What two sentences have in common by lemmas: the lighter side of each pair counts.
float common_weight(const SentenceGroup& a, const SentenceGroup& b) {
  std::map<std::uint64_t, std::pair<std::vector<float>, std::vector<float>>> by_lemma;
  for (const ContentWord& word : words_of(a)) by_lemma[word.lemma].first.push_back(word.weight);
  for (const ContentWord& word : words_of(b)) by_lemma[word.lemma].second.push_back(word.weight);
  float sum = 0.0F;
  for (auto& [lemma, sides] : by_lemma) {
    auto& [x, y] = sides;
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) sum += std::min(x[i], y[i]);
  }
  return sum;
}

class PlainChains {
 public:
  PlainChains(const KnownSide& a, const KnownSide& b) : a_(a), b_(b) {}

  std::vector<Chain> find(std::span<const SentencePair> seeds) {
    for (std::uint32_t i = 0; i < a_.content.sentences.size(); ++i) {
      for (std::uint32_t j = 0; j < b_.content.sentences.size(); ++j) {
        const bool near = std::any_of(seeds.begin(), seeds.end(), [&](const SentencePair& seed) {
          return seed.a_sentence <= i + 1 && i <= seed.a_sentence + 1 && seed.b_sentence <= j + 1 &&
                 j <= seed.b_sentence + 1;
        });
        if (!near) continue;
        add({.a = i, .b = j, .match = {}});
        add({.a = i, .b = j, .a_size = 2, .match = {}});
        add({.a = i, .b = j, .b_size = 2, .match = {}});
      }
    }
    drop_what_no_anchor_holds();
    std::erase_if(steps_, [&](Step& step) { return !is_step(step); });
    for (std::size_t i = 0; i < steps_.size(); ++i) link(i);
    return take();
  }

 private:
  [[nodiscard]] SentenceGroup left(const Step& step) const {
    return {a_.content, step.a, step.a_size};
  }
  [[nodiscard]] SentenceGroup right(const Step& step) const {
    return {b_.content, step.b, step.b_size};
  }

  void add(Step step) {
    if (step.a_end() > a_.known.size() || step.b_end() > b_.known.size()) return;
    if (a_.any_known(step.a, step.a_end()) || b_.any_known(step.b, step.b_end())) return;
    // By single sentences, as the sums of the two are what is asked for.
    float common = 0.0F;
    for (std::uint32_t i = step.a; i < step.a_end(); ++i) {
      for (std::uint32_t j = step.b; j < step.b_end(); ++j) {
        common += common_weight({a_.content, i, 1}, {b_.content, j, 1});
      }
    }
    const float all = weight_of(left(step)) + weight_of(right(step));
    if (2 * common < 0.25F * all) return;
    step.anchored = 2 * common >= 0.45F * all;
    steps_.push_back(std::move(step));
  }

  static bool follows(const Step& before, const Step& step) {
    return before.a_end() <= step.a && step.a <= before.a_end() + 2 && before.b_end() <= step.b &&
           step.b <= before.b_end() + 2;
  }

  // The steps that a chain of steps leads to from those given, forwards or backwards.
  [[nodiscard]] std::vector<bool> reached(std::vector<bool> from, bool forwards) const {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = 0; i < steps_.size(); ++i) {
        for (std::size_t j = 0; j < steps_.size(); ++j) {
          const bool linked =
              forwards ? follows(steps_[i], steps_[j]) : follows(steps_[j], steps_[i]);
          if (linked && from[i] && !from[j]) from[j] = changed = true;
        }
      }
    }
    return from;
  }

  void drop_what_no_anchor_holds() {
    std::vector<bool> anchors;
    for (const Step& step : steps_) anchors.push_back(step.anchored);
    const std::vector<bool> behind = reached(anchors, true);
    const std::vector<bool> before = reached(anchors, false);
    std::vector<Step> kept;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (behind[i] || before[i]) kept.push_back(std::move(steps_[i]));
    }
    steps_ = std::move(kept);
  }

  bool is_step(Step& step) const {
    step.match = PlainMatch(left(step), right(step)).result;
    const SentenceMatch& match = step.match;
    step.gain = match.a_matched + match.b_matched - 0.5F * (match.a_weight + match.b_weight);
    return !match.contradicts && match.pairs.size() >= 2 && match.dice() >= 0.3F;
  }

  void link(std::size_t index) {
    Step& step = steps_[index];
    step.best = step.gain;
    for (std::size_t i = index; i-- > 0;) {
      const Step& before = steps_[i];
      if (!follows(before, step)) continue;
      const float cost =
          0.3F * (a_.weight(before.a_end(), step.a) + b_.weight(before.b_end(), step.b));
      if (before.best + step.gain - cost <= step.best) continue;
      step.best = before.best + step.gain - cost;
      step.before = i + 1;
    }
  }

  /// The best chain that shares no sentence with one that was looked at before, again and again.
  std::vector<Chain> take() {
    std::set<std::uint32_t> a_used;
    std::set<std::uint32_t> b_used;
    std::vector<bool> seen(steps_.size());
    std::vector<Chain> chains;
    while (const auto end = best_end(seen)) {
      seen[*end] = true;
      Chain chain;
      for (std::size_t i = *end + 1; i != 0; i = steps_[i - 1].before) {
        chain.insert(chain.begin(), &steps_[i - 1]);
      }
      bool free = true;
      for (std::uint32_t i = chain.front()->a; i < chain.back()->a_end(); ++i) {
        free = a_used.insert(i).second && free;
      }
      for (std::uint32_t j = chain.front()->b; j < chain.back()->b_end(); ++j) {
        free = b_used.insert(j).second && free;
      }
      if (free) chains.push_back(std::move(chain));
    }
    return chains;
  }

  [[nodiscard]] std::optional<std::size_t> best_end(const std::vector<bool>& seen) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      if (seen[i] || steps_[i].best <= 0.0F) continue;
      if (!best || steps_[i].best > steps_[*best].best) best = i;
    }
    return best;
  }

  const KnownSide& a_;
  const KnownSide& b_;
  std::vector<Step> steps_;
};

using PlainStep = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t,
                             std::vector<WordPair>, float, float>;

std::vector<std::vector<PlainStep>> told(const std::vector<Chain>& chains) {
  std::vector<std::vector<PlainStep>> told;
  for (const Chain& chain : chains) {
    told.emplace_back();
    for (const Step* step : chain) {
      told.back().emplace_back(step->a, step->b, step->a_size, step->b_size, step->match.pairs,
                               step->match.a_matched, step->best);
    }
  }
  return told;
}

std::vector<bool> random_known(const ArticleContent& content, std::mt19937& random) {
  std::vector<bool> known(content.sentences.size());
  for (std::size_t i = 0; i < known.size(); ++i) known[i] = random() % 8 == 0;
  return known;
}

// ---- the tests

TEST_CASE("all small sentences match as their twins do") {
  tests::Strings sentences;
  tests::for_all_strings({" wages", " pay", " nine", " 9", " Selne", " ferry"}, 3,
                         [&](const std::string& text) { sentences.push_back("Then" + text); });
  const tests::Collection one({sentences});
  const ArticleContent& content = one.contents[0];
  REQUIRE(content.sentences.size() == sentences.size());
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    CAPTURE(sentences[i]);
    for (std::uint32_t j = 0; j < sentences.size(); ++j) {
      CAPTURE(sentences[j]);
      check_match({content, i, 1}, {content, j, 1});
    }
  }
}

TEST_CASE("random groups of sentences match as their twins do") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    tests::Strings sentences;
    for (std::size_t i = 0; i < 12; ++i) sentences.push_back(tests::random_sentence(random, 14));
    const tests::Collection one({sentences});
    for (std::uint32_t i = 0; i < 11; ++i) {
      for (std::uint32_t j = 0; j < 11; ++j) {
        check_match({one.contents[0], i, 1}, {one.contents[0], j, 1});
        check_match({one.contents[0], i, 2}, {one.contents[0], j, 1});
        check_match({one.contents[0], i, 1}, {one.contents[0], j, 2});
      }
    }
  }
}

TEST_CASE("sentences that share rare words are the same as by looking at all") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const tests::Collection story(tests::random_story(random));
    for (const std::uint32_t most_articles : {2U, 64U}) {
      const SharedTerms shared(story.contents, most_articles);
      for (ArticleIndex a = 0; a < story.articles.size(); ++a) {
        std::vector<Seed> found;
        for (const SentencePair& pair : shared.pairs_of(a)) {
          found.emplace_back(pair.b, pair.a_sentence, pair.b_sentence, pair.terms);
        }
        REQUIRE(found == plain_seeds(story.contents, most_articles, a));
      }
    }
  }
}

TEST_CASE("chains of sentences are the same as by matching every candidate") {
  std::size_t chains = 0;
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const tests::Collection story(tests::random_story(random));
    const SharedTerms shared(story.contents, 64);
    const std::vector<SentencePair> seeds = shared.pairs_of(0);
    ChainSearch search(story.contents[0]);
    for (ArticleIndex b = 1; b < story.articles.size(); ++b) {
      std::vector<SentencePair> of_pair;
      std::copy_if(seeds.begin(), seeds.end(), std::back_inserter(of_pair),
                   [&](const SentencePair& pair) { return pair.b == b; });
      if (of_pair.empty()) continue;
      const KnownSide left{story.contents[0], random_known(story.contents[0], random)};
      const KnownSide right{story.contents[b], random_known(story.contents[b], random)};
      PlainChains plain(left, right);
      const auto expected = told(plain.find(of_pair));
      if (search.look_at(right.content, of_pair)) {
        REQUIRE(told(search.find(left, right)) == expected);
      } else {
        REQUIRE(expected.empty());
      }
      chains += expected.size();
    }
  }
  CHECK(chains > 300);  // else nothing was compared
}

}  // namespace
}  // namespace twosource

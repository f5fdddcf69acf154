// Who told it in other words?
//
//     A   The Maren Dawn, a 92-metre vessel operated by Skarn Line, was 300 metres from its berth
//         when it hit the northern end of the breakwater at 7:40 p.m.
//     B   The 92-metre Maren Dawn, which belongs to the Skarn Line, collided with the mole's
//     northern
//         tip at 7:40 p.m., when only 300 metres separated it from its berth.
//
// Not three words in a row are equal, yet B was written from A. How can one tell? Not by this
// sentence alone: two reporters at the same quay have the same ship, hour and distance. But a
// reporter who writes from a text goes on to its next sentence, and tells its facts in its order,
// and has next to nothing of his own between. Over some sentences that does not happen by chance.
//
// 1. Sentences of two articles that share at least two rare words, names or numbers are candidates
//    (shared_terms.cpp), and so are their neighbours; one sentence may also stand for two.
// 2. Each candidate is matched word by word through lemmas and synonyms (sentence_match.cpp). One
//    that contradicts (another number, a "not") is out.
// 3. Candidates are chained in the order of both texts. A step gains what its sentences have in
//    common beyond half of what they say, and a skipped sentence costs. That is local alignment
//    (Smith and Waterman 1981) with sentences for letters and the merges of Gale and Church (1993).
// 4. A chain counts by its length and by how much of what either side says there the other says as
//    well: the fewer the sentences, the more. One sentence alone must be told word by word, in the
//    same order, with the same names and numbers.
//
// On 100 events told by three outlets each, where almost everything was written independently,
// no chain of three sentences is left. Sentences that stand in the other article anyhow (`copies`)
// are no candidates, but a chain that they frame needs less.
//
// Cost: linear in what rare words share, then the square of the sentences that do.
#include "twosource/reuse/reworded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include "twosource/reuse/content.hpp"
#include "twosource/reuse/sentence_match.hpp"
#include "twosource/reuse/shared_terms.hpp"
#include "twosource/text/words.hpp"

namespace twosource {
namespace {

// A word in more articles than that is no lead; a story of that many articles has rarer ones.
constexpr std::uint32_t most_articles = 64;
constexpr std::uint32_t seed_terms = 2;
// Synonyms add a tenth to a third to what lemmas have in common; where these are below a fifth,
// matching in full is vain.
constexpr float hopeless_share = 0.2F;
// A step must have half of what it says in common to gain anything ...
constexpr float level_share = 0.5F;
// ... but may stand inside a chain with less.
constexpr float lowest_share = 0.3F;
constexpr float skipped_cost = 0.3F;
constexpr std::uint32_t widest_skip = 2;

// What a chain of so many sentences must have in common, by the side that says more of its own.
// Read by hand on ground_news_2025 and basil: below, the sentences begin to be two reporters'
// accounts of one fact.
constexpr std::array<float, 7> needed_coverage = {1.0F, 0.85F, 0.75F, 0.6F, 0.55F, 0.55F, 0.5F};
constexpr std::array<float, 4> needed_bits = {0.0F, 85.0F, 140.0F, 150.0F};
// One or two sentences must keep the order of words, too.
constexpr float needed_order = 0.75F;
constexpr std::size_t few_steps = 2;

// Sentences of a that say what sentences of b say.
struct Step {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t a_size = 1;
  std::uint32_t b_size = 1;
  SentenceMatch match;
  float gain = 0.0F;
  float best = 0.0F;       // gain of the best chain that ends here
  std::size_t before = 0;  // one more than the index of the step before; 0: none

  [[nodiscard]] std::uint32_t a_end() const { return a + a_size; }
  [[nodiscard]] std::uint32_t b_end() const { return b + b_size; }
};

using Chain = std::vector<const Step*>;

// One article of a pair: its sentences, and which of them the other has anyhow.
struct Side {
  const ArticleContent& content;
  std::vector<bool> known;

  [[nodiscard]] bool any_known(std::uint32_t first, std::uint32_t last) const {
    return std::find(known.begin() + first, known.begin() + last, true) != known.begin() + last;
  }
  // What the sentences [first, last) say that is not known.
  [[nodiscard]] float weight(std::uint32_t first, std::uint32_t last) const {
    float sum = 0.0F;
    for (std::uint32_t i = first; i < last; ++i) {
      if (!known[i]) sum += content.sentences[i].weight;
    }
    return sum;
  }
};

// What two sentences have in common by lemmas alone.
float shared_weight(std::span<const Term> a, std::span<const Term> b) {
  float shared = 0.0F;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].lemma == b[j].lemma) {
      shared += std::min(a[i++].weight, b[j++].weight);
    } else {
      a[i].lemma < b[j].lemma ? ++i : ++j;
    }
  }
  return shared;
}

class ChainSearch {
 public:
  ChainSearch(const Side& a, const Side& b) : a_(a), b_(b) {}

  // Chains that share no sentence, best first. They point into this object.
  std::vector<Chain> find(std::span<const SentencePair> seeds) {
    for (const auto& [i, j] : cells_around(seeds)) {
      add_step(i, j, 1, 1);
      add_step(i, j, 2, 1);
      add_step(i, j, 1, 2);
    }
    for (std::size_t i = 0; i < steps_.size(); ++i) link(i);
    return take_chains();
  }

 private:
  using Cell = std::pair<std::uint32_t, std::uint32_t>;

  [[nodiscard]] std::vector<Cell> cells_around(std::span<const SentencePair> seeds) const {
    std::vector<Cell> cells;
    for (const SentencePair& seed : seeds) {
      if (seed.terms < seed_terms) continue;
      for (std::uint32_t i = seed.a_sentence - std::min(seed.a_sentence, 1U);
           i <= seed.a_sentence + 1 && i < a_.content.sentences.size(); ++i) {
        for (std::uint32_t j = seed.b_sentence - std::min(seed.b_sentence, 1U);
             j <= seed.b_sentence + 1 && j < b_.content.sentences.size(); ++j) {
          cells.emplace_back(i, j);
        }
      }
    }
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    return cells;
  }

  void add_step(std::uint32_t i, std::uint32_t j, std::uint32_t a_size, std::uint32_t b_size) {
    Step step{.a = i, .b = j, .a_size = a_size, .b_size = b_size, .match = {}};
    if (step.a_end() > a_.content.sentences.size() || step.b_end() > b_.content.sentences.size() ||
        a_.any_known(i, step.a_end()) || b_.any_known(j, step.b_end()) || is_hopeless(step)) {
      return;
    }
    step.match = match_sentences({a_.content, i, a_size}, {b_.content, j, b_size});
    const SentenceMatch& match = step.match;
    if (match.contradicts || match.pairs.size() < 2 || match.dice() < lowest_share) return;
    step.gain = match.a_matched + match.b_matched - level_share * (match.a_weight + match.b_weight);
    steps_.push_back(std::move(step));
  }

  [[nodiscard]] bool is_hopeless(const Step& step) const {
    float shared = 0.0F;
    for (std::uint32_t i = step.a; i < step.a_end(); ++i) {
      for (std::uint32_t j = step.b; j < step.b_end(); ++j) {
        shared += shared_weight(a_.content.terms_of(a_.content.sentences[i]),
                                b_.content.terms_of(b_.content.sentences[j]));
      }
    }
    return 2 * shared <
           hopeless_share * (a_.weight(step.a, step.a_end()) + b_.weight(step.b, step.b_end()));
  }

  // Finds the best step before this one. Steps are ordered by their place in a.
  void link(std::size_t index) {
    Step& step = steps_[index];
    step.best = step.gain;
    for (std::size_t i = index; i-- > 0;) {
      const Step& before = steps_[i];
      if (before.a + widest_skip + 2 < step.a) break;
      if (before.a_end() > step.a || before.b_end() > step.b ||
          step.a - before.a_end() > widest_skip || step.b - before.b_end() > widest_skip) {
        continue;
      }
      const float cost =
          skipped_cost * (a_.weight(before.a_end(), step.a) + b_.weight(before.b_end(), step.b));
      const float sum = before.best + step.gain - cost;
      if (sum > step.best) {
        step.best = sum;
        step.before = i + 1;
      }
    }
  }

  std::vector<Chain> take_chains() const {
    std::vector<std::size_t> ends(steps_.size());
    for (std::size_t i = 0; i < ends.size(); ++i) ends[i] = i;
    std::sort(ends.begin(), ends.end(), [&](std::size_t x, std::size_t y) {
      return std::tuple(steps_[y].best, x) < std::tuple(steps_[x].best, y);
    });
    std::vector<bool> a_used(a_.content.sentences.size(), false);
    std::vector<bool> b_used(b_.content.sentences.size(), false);
    std::vector<Chain> chains;
    for (const std::size_t end : ends) {
      if (steps_[end].best <= 0.0F) break;
      Chain chain;
      for (std::size_t i = end + 1; i != 0; i = steps_[i - 1].before) {
        chain.push_back(&steps_[i - 1]);
      }
      std::reverse(chain.begin(), chain.end());
      const bool a_free = take(a_used, chain.front()->a, chain.back()->a_end());
      const bool b_free = take(b_used, chain.front()->b, chain.back()->b_end());
      if (a_free && b_free) chains.push_back(std::move(chain));
    }
    return chains;
  }

  // Marks [first, last) as used; false if any of it was already.
  static bool take(std::vector<bool>& used, std::uint32_t first, std::uint32_t last) {
    const bool free =
        std::find(used.begin() + first, used.begin() + last, true) == used.begin() + last;
    std::fill(used.begin() + first, used.begin() + last, true);
    return free;
  }

  const Side& a_;
  const Side& b_;
  std::vector<Step> steps_;
};

// The share of the pairs that stand in the same order on both sides.
float order_share(const Chain& chain) {
  std::size_t ordered = 0;
  std::size_t all = 0;
  for (const Step* step : chain) {
    std::vector<std::uint32_t> tails;  // of the longest ascending sequences
    for (const WordPair& pair : step->match.pairs) {
      const auto at = std::lower_bound(tails.begin(), tails.end(), pair.b);
      if (at == tails.end()) {
        tails.push_back(pair.b);
      } else {
        *at = pair.b;
      }
    }
    ordered += tails.size();
    all += step->match.pairs.size();
  }
  return static_cast<float>(ordered) / static_cast<float>(all);
}

// Sentences right before and behind the chain that both sides have in a copy: 0 to 2.
std::size_t context_of(const Chain& chain, const Side& a, const Side& b) {
  const Step& front = *chain.front();
  const Step& back = *chain.back();
  std::size_t context = 0;
  if (front.a > 0 && front.b > 0 && a.known[front.a - 1] && b.known[front.b - 1]) ++context;
  if (back.a_end() < a.known.size() && back.b_end() < b.known.size() && a.known[back.a_end()] &&
      b.known[back.b_end()]) {
    ++context;
  }
  return context;
}

// Whether the chain is a copy in other words, and not two accounts of the same facts.
bool is_rewording(const Chain& chain, const Side& a, const Side& b) {
  const Step& front = *chain.front();
  const Step& back = *chain.back();
  float a_matched = 0.0F;
  float b_matched = 0.0F;
  bool all_kept = true;
  for (const Step* step : chain) {
    a_matched += step->match.a_matched;
    b_matched += step->match.b_matched;
    all_kept = all_kept && !step->match.numbers_lost && !step->match.names_differ;
  }
  const std::size_t length = chain.size() + context_of(chain, a, b);
  const float coverage = std::min(a_matched / a.weight(front.a, back.a_end()),
                                  b_matched / b.weight(front.b, back.b_end()));
  const auto at = [](const auto& table, std::size_t i) {
    return table[std::min(i, table.size() - 1)];
  };
  if (coverage < at(needed_coverage, length)) return false;
  if (std::min(a_matched, b_matched) < at(needed_bits, chain.size())) return false;
  return chain.size() > few_steps || (all_kept && order_share(chain) >= needed_order);
}

// The words that stand for one another, with the equal words around each pair ("of the").
class RunMaker {
 public:
  RunMaker(const Article& a, const Analysis& in_a, const Article& b, const Analysis& in_b)
      : a_(a), in_a_(in_a), b_(b), in_b_(in_b) {}

  // Adds the pairs of a step whose words are [a_first, a_last) and [b_first, b_last).
  void add(const Step& step, const Rewording& bounds) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    a_taken_.assign(bounds.a_last - bounds.a_first, false);
    b_taken_.assign(bounds.b_last - bounds.b_first, false);
    for (const WordPair& pair : step.match.pairs) take(pair.a, pair.b, bounds, pairs);
    for (const WordPair& pair : step.match.pairs) {
      for (std::uint32_t i = 1; joins(pair.a - i, pair.b - i, bounds); ++i) {
        take(pair.a - i, pair.b - i, bounds, pairs);
      }
      for (std::uint32_t i = 1; joins(pair.a + i, pair.b + i, bounds); ++i) {
        take(pair.a + i, pair.b + i, bounds, pairs);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& [i, j] : pairs) append(i, j);
  }

  std::vector<MeaningRun> runs;
  std::uint32_t equal_words = 0;

 private:
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  void take(std::uint32_t i, std::uint32_t j, const Rewording& bounds, Pairs& pairs) {
    a_taken_[i - bounds.a_first] = true;
    b_taken_[j - bounds.b_first] = true;
    pairs.emplace_back(i, j);
  }

  // Places before the bounds are huge: the numbers have no sign.
  [[nodiscard]] bool joins(std::uint32_t i, std::uint32_t j, const Rewording& bounds) const {
    return i - bounds.a_first < a_taken_.size() && j - bounds.b_first < b_taken_.size() &&
           !a_taken_[i - bounds.a_first] && !b_taken_[j - bounds.b_first] && is_equal(i, j);
  }

  [[nodiscard]] bool is_equal(std::uint32_t i, std::uint32_t j) const {
    return in_a_.words[i].hash == in_b_.words[j].hash &&
           same_word(slice(a_.text, in_a_.words[i].span), slice(b_.text, in_b_.words[j].span));
  }

  void append(std::uint32_t i, std::uint32_t j) {
    const bool equal = is_equal(i, j);
    if (equal) ++equal_words;
    if (!runs.empty() && runs.back().equal == equal && runs.back().a + runs.back().size == i &&
        runs.back().b + runs.back().size == j) {
      ++runs.back().size;
    } else {
      runs.push_back({i, j, 1, equal});
    }
  }

  const Article& a_;
  const Analysis& in_a_;
  const Article& b_;
  const Analysis& in_b_;
  std::vector<bool> a_taken_;
  std::vector<bool> b_taken_;
};

// Which sentences lie in copies that are known, at least by half.
std::vector<bool> known_sentences(const ArticleContent& content, const Analysis& analysis,
                                  std::vector<Span> copied) {
  std::vector<bool> known(content.sentences.size(), false);
  for (std::size_t i = 0; i < known.size() && !copied.empty(); ++i) {
    const SentenceContent& sentence = content.sentences[i];
    std::uint32_t covered = 0;
    for (std::uint32_t w = sentence.first_word; w < sentence.last_word; ++w) {
      const Span word = analysis.words[w].span;
      covered +=
          std::any_of(copied.begin(), copied.end(), [&](Span span) { return span.contains(word); })
              ? 1
              : 0;
    }
    known[i] = 2 * covered >= sentence.last_word - sentence.first_word;
  }
  return known;
}

class RewordingFinder {
 public:
  RewordingFinder(std::span<const Article> articles, std::span<const Analysis> analyses,
                  std::span<const ArticleContent> contents, std::span<const Copy> copies)
      : articles_(articles), analyses_(analyses), contents_(contents), copies_(copies) {}

  // The rewordings between article a and the later ones.
  [[nodiscard]] std::vector<Rewording> find(const SharedTerms& shared, ArticleIndex a) const {
    std::vector<Rewording> found;
    const std::vector<SentencePair> pairs = shared.pairs_of(a);
    for (std::size_t first = 0; first < pairs.size();) {
      std::size_t last = first;
      bool any_seed = false;
      for (; last < pairs.size() && pairs[last].b == pairs[first].b; ++last) {
        any_seed = any_seed || pairs[last].terms >= seed_terms;
      }
      if (any_seed) compare(a, std::span(pairs).subspan(first, last - first), found);
      first = last;
    }
    return found;
  }

 private:
  void compare(ArticleIndex a, std::span<const SentencePair> seeds,
               std::vector<Rewording>& found) const {
    const ArticleIndex b = seeds.front().b;
    std::vector<Span> a_copied;
    std::vector<Span> b_copied;
    for (auto copy = std::partition_point(
             copies_.begin(), copies_.end(),
             [&](const Copy& c) { return std::tuple(c.a, c.b) < std::tuple(a, b); });
         copy != copies_.end() && copy->a == a && copy->b == b; ++copy) {
      a_copied.push_back(copy->a_span);
      b_copied.push_back(copy->b_span);
    }
    const Side left{contents_[a], known_sentences(contents_[a], analyses_[a], a_copied)};
    const Side right{contents_[b], known_sentences(contents_[b], analyses_[b], b_copied)};
    ChainSearch search(left, right);
    const std::size_t first = found.size();
    for (const Chain& chain : search.find(seeds)) {
      if (is_rewording(chain, left, right)) add(a, b, chain, left, right, found);
    }
    std::sort(found.begin() + static_cast<std::ptrdiff_t>(first), found.end(),
              [](const Rewording& x, const Rewording& y) { return x.a_first < y.a_first; });
  }

  // A sentence that is copied word for word in the middle of a chain cuts it in two.
  void add(ArticleIndex a, ArticleIndex b, const Chain& chain, const Side& left, const Side& right,
           std::vector<Rewording>& found) const {
    for (std::size_t first = 0; first < chain.size();) {
      std::size_t last = first + 1;
      while (last < chain.size() && !left.any_known(chain[last - 1]->a_end(), chain[last]->a) &&
             !right.any_known(chain[last - 1]->b_end(), chain[last]->b)) {
        ++last;
      }
      found.push_back(make(a, b, std::span(chain).subspan(first, last - first)));
      first = last;
    }
  }

  [[nodiscard]] Rewording make(ArticleIndex a, ArticleIndex b,
                               std::span<const Step* const> steps) const {
    RunMaker runs(articles_[a], analyses_[a], articles_[b], analyses_[b]);
    for (const Step* step : steps) runs.add(*step, bounds_of(a, b, *step, *step));
    Rewording rewording = bounds_of(a, b, *steps.front(), *steps.back());
    rewording.equal_words = runs.equal_words;
    rewording.runs = std::move(runs.runs);
    return rewording;
  }

  [[nodiscard]] Rewording bounds_of(ArticleIndex a, ArticleIndex b, const Step& front,
                                    const Step& back) const {
    const std::vector<SentenceContent>& in_a = contents_[a].sentences;
    const std::vector<SentenceContent>& in_b = contents_[b].sentences;
    return {.a = a,
            .b = b,
            .a_first = in_a[front.a].first_word,
            .a_last = in_a[back.a_end() - 1].last_word,
            .b_first = in_b[front.b].first_word,
            .b_last = in_b[back.b_end() - 1].last_word,
            .runs = {}};
  }

  std::span<const Article> articles_;
  std::span<const Analysis> analyses_;
  std::span<const ArticleContent> contents_;
  std::span<const Copy> copies_;
};

}  // namespace

Rewordings find_rewordings(std::span<const Article> articles, std::span<const Analysis> analyses,
                           std::span<const Copy> copies, Jobs jobs) {
  const std::vector<ArticleContent> contents = read_contents(articles, analyses, jobs);
  const SharedTerms shared(contents, most_articles);
  const RewordingFinder finder(articles, analyses, contents, copies);
  std::vector<std::vector<Rewording>> parts(articles.size());
  parallel_for(jobs, articles.size(), [&](std::size_t i) {
    parts[i] = finder.find(shared, static_cast<ArticleIndex>(i));
  });
  Rewordings result;
  for (std::vector<Rewording>& part : parts) {
    std::move(part.begin(), part.end(), std::back_inserter(result.found));
  }
  if (shared.frequent_terms() > 0) {
    result.limits.push_back(fmt::format(
        "{} words, names and numbers stand in more than {} articles each and were no lead to "
        "reworded sentences, so one that shares nothing rarer can be missing",
        shared.frequent_terms(), most_articles));
  }
  return result;
}

}  // namespace twosource

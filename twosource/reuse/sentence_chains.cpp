// Chains of sentences: steps around the seeds, each linked to the best one before it, the best
// chains taken first. What a step and a chain are worth is told on top of reworded.cpp.
#include "twosource/reuse/sentence_chains.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

// Synonyms add a tenth to a third to what lemmas have in common; where these are below a quarter,
// matching in full is vain.
constexpr float hopeless_share = 0.25F;
// A step must have half of what it says in common to gain anything ...
constexpr float level_share = 0.5F;
// ... but may stand inside a chain with less.
constexpr float lowest_share = 0.3F;
constexpr float skipped_cost = 0.3F;
constexpr std::uint32_t widest_skip = 2;
// Whoever rewrites a text leaves one sentence that keeps so much of its words. Of the 305 stretches
// accepted on ground_news_2025 all but two have one above a half.
constexpr float anchor_share = 0.45F;

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

using Cell = std::pair<std::uint32_t, std::uint32_t>;

void sort_unique(std::vector<Cell>& cells) {
  std::sort(cells.begin(), cells.end());
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
}

std::vector<Cell> cells_around(std::span<const SentencePair> seeds, std::size_t rows,
                               std::size_t columns) {
  std::vector<Cell> cells;
  for (const SentencePair& seed : seeds) {
    for (std::uint32_t i = seed.a_sentence - std::min(seed.a_sentence, 1U);
         i <= seed.a_sentence + 1 && i < rows; ++i) {
      for (std::uint32_t j = seed.b_sentence - std::min(seed.b_sentence, 1U);
           j <= seed.b_sentence + 1 && j < columns; ++j) {
        cells.emplace_back(i, j);
      }
    }
  }
  sort_unique(cells);
  return cells;
}

// What pairs of sentences have in common, each computed once: a sentence is asked for alone and
// together with either neighbour.
class SharedWeights {
 public:
  SharedWeights(const ArticleContent& a, const ArticleContent& b, std::vector<Cell> cells)
      : cells_(std::move(cells)) {
    weights_.reserve(cells_.size());
    for (const auto& [i, j] : cells_) {
      weights_.push_back(shared_weight(a.terms_of(a.sentences[i]), b.terms_of(b.sentences[j])));
    }
  }

  // Of a cell that was given.
  [[nodiscard]] float at(Cell cell) const {
    const auto found = std::lower_bound(cells_.begin(), cells_.end(), cell);
    return weights_[static_cast<std::size_t>(found - cells_.begin())];
  }

 private:
  std::vector<Cell> cells_;  // ascending
  std::vector<float> weights_;
};

// The cells, and those that lie right behind one along either axis.
std::vector<Cell> with_next(const std::vector<Cell>& cells, std::size_t rows, std::size_t columns) {
  std::vector<Cell> more = cells;
  for (const auto& [i, j] : cells) {
    if (i + 1 < rows) more.emplace_back(i + 1, j);
    if (j + 1 < columns) more.emplace_back(i, j + 1);
  }
  sort_unique(more);
  return more;
}

// Whether a chain may go from one step to the other without a step between.
bool may_follow(const Step& before, const Step& step) {
  return before.a_end() <= step.a && before.b_end() <= step.b &&
         step.a - before.a_end() <= widest_skip && step.b - before.b_end() <= widest_skip;
}

// Whether `before` begins so near that it may end right before `step`. All steps behind it that
// begin before this one do, too: steps are ordered by their place in a.
bool in_reach(const Step& before, const Step& step) {
  return before.a + widest_skip + 2 >= step.a;
}

// Marks [first, last) as used; false if any of it was already.
bool take(std::vector<bool>& used, std::uint32_t first, std::uint32_t last) {
  const bool free =
      std::find(used.begin() + first, used.begin() + last, true) == used.begin() + last;
  std::fill(used.begin() + first, used.begin() + last, true);
  return free;
}

}  // namespace

bool ChainSearch::has_anchor(const ArticleContent& a, const ArticleContent& b,
                             std::span<const SentencePair> seeds) {
  const std::vector<Cell> cells = cells_around(seeds, a.sentences.size(), b.sentences.size());
  return std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
    const SentenceContent& x = a.sentences[cell.first];
    const SentenceContent& y = b.sentences[cell.second];
    const float needed = anchor_share * (x.weight + y.weight);
    return 2 * std::min(x.weight, y.weight) >= needed &&
           2 * shared_weight(a.terms_of(x), b.terms_of(y)) >= needed;
  });
}

std::vector<Chain> ChainSearch::find(std::span<const SentencePair> seeds) {
  add_candidates(seeds);
  keep_anchored();
  std::erase_if(steps_, [&](Step& step) { return !match(step); });
  for (std::size_t i = 0; i < steps_.size(); ++i) link(i);
  return take_chains();
}

void ChainSearch::add_candidates(std::span<const SentencePair> seeds) {
  const std::size_t rows = a_.content.sentences.size();
  const std::size_t columns = b_.content.sentences.size();
  const std::vector<Cell> cells = cells_around(seeds, rows, columns);
  const SharedWeights shared(a_.content, b_.content, with_next(cells, rows, columns));
  const auto add = [&](Step step, float weight) {
    if (a_.any_known(step.a, step.a_end()) || b_.any_known(step.b, step.b_end())) return;
    const float all = a_.weight(step.a, step.a_end()) + b_.weight(step.b, step.b_end());
    if (2 * weight < hopeless_share * all) return;
    step.anchored = 2 * weight >= anchor_share * all;
    steps_.push_back(std::move(step));
  };
  for (const auto& [i, j] : cells) {
    const float here = shared.at({i, j});
    add({.a = i, .b = j, .match = {}}, here);
    if (i + 1 < rows) {
      add({.a = i, .b = j, .a_size = 2, .match = {}}, here + shared.at({i + 1, j}));
    }
    if (j + 1 < columns) {
      add({.a = i, .b = j, .b_size = 2, .match = {}}, here + shared.at({i, j + 1}));
    }
  }
}

// Drops steps that stand in no chain with an anchor.
void ChainSearch::keep_anchored() {
  std::vector<bool> behind(steps_.size());  // an anchor or behind one
  std::vector<bool> before(steps_.size());
  const auto any = [&](const std::vector<bool>& reached, const Step& step, std::size_t other) {
    return reached[other] && (may_follow(steps_[other], step) || may_follow(step, steps_[other]));
  };
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    behind[i] = steps_[i].anchored;
    for (std::size_t j = i; !behind[i] && j-- > 0 && in_reach(steps_[j], steps_[i]);) {
      behind[i] = any(behind, steps_[i], j);
    }
  }
  for (std::size_t i = steps_.size(); i-- > 0;) {
    before[i] = steps_[i].anchored;
    for (std::size_t j = i + 1; !before[i] && j < steps_.size() && in_reach(steps_[i], steps_[j]);
         ++j) {
      before[i] = any(before, steps_[i], j);
    }
  }
  std::size_t index = 0;
  std::erase_if(steps_, [&](const Step&) {
    const bool kept = behind[index] || before[index];
    ++index;
    return !kept;
  });
}

// Matches the words of a step; false where it is no step after all.
bool ChainSearch::match(Step& step) const {
  step.match =
      match_sentences({a_.content, step.a, step.a_size}, {b_.content, step.b, step.b_size});
  const SentenceMatch& match = step.match;
  if (match.contradicts || match.pairs.size() < 2 || match.dice() < lowest_share) return false;
  step.gain = match.a_matched + match.b_matched - level_share * (match.a_weight + match.b_weight);
  return true;
}

// Finds the best step before this one. Steps are ordered by their place in a.
void ChainSearch::link(std::size_t index) {
  Step& step = steps_[index];
  step.best = step.gain;
  for (std::size_t i = index; i-- > 0;) {
    const Step& before = steps_[i];
    if (!in_reach(before, step)) break;
    if (!may_follow(before, step)) continue;
    const float cost =
        skipped_cost * (a_.weight(before.a_end(), step.a) + b_.weight(before.b_end(), step.b));
    const float sum = before.best + step.gain - cost;
    if (sum > step.best) {
      step.best = sum;
      step.before = i + 1;
    }
  }
}

std::vector<Chain> ChainSearch::take_chains() const {
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

}  // namespace twosource

// Chains of sentences: steps around the seeds, each linked to the best one before it, the best
// chains taken first. What a step and a chain are worth is told on top of reworded.cpp.
#include "twosource/reuse/sentence_chains.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace twosource {
namespace {

// Synonyms add a tenth to a third to what lemmas have in common; where these are below a fifth,
// matching in full is vain.
constexpr float hopeless_share = 0.2F;
// A step must have half of what it says in common to gain anything ...
constexpr float level_share = 0.5F;
// ... but may stand inside a chain with less.
constexpr float lowest_share = 0.3F;
constexpr float skipped_cost = 0.3F;
constexpr std::uint32_t widest_skip = 2;

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

std::vector<Cell> cells_around(std::span<const SentencePair> seeds, std::size_t rows,
                               std::size_t columns) {
  std::vector<Cell> cells;
  for (const SentencePair& seed : seeds) {
    if (seed.terms < seed_terms) continue;
    for (std::uint32_t i = seed.a_sentence - std::min(seed.a_sentence, 1U);
         i <= seed.a_sentence + 1 && i < rows; ++i) {
      for (std::uint32_t j = seed.b_sentence - std::min(seed.b_sentence, 1U);
           j <= seed.b_sentence + 1 && j < columns; ++j) {
        cells.emplace_back(i, j);
      }
    }
  }
  std::sort(cells.begin(), cells.end());
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  return cells;
}

// Marks [first, last) as used; false if any of it was already.
bool take(std::vector<bool>& used, std::uint32_t first, std::uint32_t last) {
  const bool free =
      std::find(used.begin() + first, used.begin() + last, true) == used.begin() + last;
  std::fill(used.begin() + first, used.begin() + last, true);
  return free;
}

}  // namespace

std::vector<Chain> ChainSearch::find(std::span<const SentencePair> seeds) {
  for (const auto& [i, j] :
       cells_around(seeds, a_.content.sentences.size(), b_.content.sentences.size())) {
    add_step(i, j, 1, 1);
    add_step(i, j, 2, 1);
    add_step(i, j, 1, 2);
  }
  for (std::size_t i = 0; i < steps_.size(); ++i) link(i);
  return take_chains();
}

void ChainSearch::add_step(std::uint32_t i, std::uint32_t j, std::uint32_t a_size,
                           std::uint32_t b_size) {
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

bool ChainSearch::is_hopeless(const Step& step) const {
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
void ChainSearch::link(std::size_t index) {
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

// Chains of sentences: steps around the seeds, each linked to the best one before it, the best
// chains taken first. What a step and a chain are worth is told on top of reworded.cpp.
//
// Two sentences are a cell of the plane of both texts. What a cell has in common is asked for up to
// five times, as one sentence may also stand for two; it is found out once and kept.
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

// The seeds and their neighbours, ascending. Of the seeds around a row each row's ascend; so few
// are sorted at a time.
std::vector<ChainSearch::Cell> ChainSearch::cells_around(std::span<const SentencePair> seeds,
                                                         std::size_t rows, std::size_t columns) {
  std::vector<Cell> cells;
  std::vector<std::uint32_t> middles;  // of three columns each
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::uint32_t row = 0; first < seeds.size() && row < rows; ++row) {
    if (first == last)
      row = std::max(row, seeds[first].a_sentence - std::min(1U, seeds[first].a_sentence));
    while (last < seeds.size() && seeds[last].a_sentence <= row + 1) ++last;
    middles.clear();
    for (std::size_t i = first; i < last; ++i) middles.push_back(seeds[i].b_sentence);
    std::sort(middles.begin(), middles.end());
    std::uint32_t next = 0;  // the first column that is not in yet
    for (const std::uint32_t middle : middles) {
      next = std::max(next, middle - std::min(middle, 1U));
      for (; next <= middle + 1 && next < columns; ++next) cells.emplace_back(row, next);
    }
    while (first < last && seeds[first].a_sentence + 1 <= row) ++first;
  }
  return cells;
}

bool ChainSearch::look_at(const ArticleContent& b, std::span<const SentencePair> seeds) {
  b_ = &b;
  cells_ = cells_around(seeds, a_.sentences.size(), b.sentences.size());
  shared_.assign(cells_.size(), -1.0F);
  most_shared_.assign(cells_.size(), -1.0F);
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    const float x = a_.sentences[cells_[i].first].weight;
    const float y = b.sentences[cells_[i].second].weight;
    const float needed = anchor_share * (x + y);
    if (2 * std::min(x, y) >= needed && 2 * most_shared_weight_at(i) >= needed &&
        2 * shared_weight_at(i) >= needed) {
      return true;
    }
  }
  return false;
}

// What two sentences have in common by lemmas alone.
float ChainSearch::shared_weight(Cell cell) const {
  const std::span<const Term> a = a_.terms_of(a_.sentences[cell.first]);
  const std::span<const Term> b = b_->terms_of(b_->sentences[cell.second]);
  float shared = 0.0F;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Term x = a[i];
    const Term y = b[j];
    if (x.lemma == y.lemma) shared += std::min(x.weight, y.weight);
    i += x.lemma <= y.lemma ? 1 : 0;  // no branch: nobody can guess it
    j += y.lemma <= x.lemma ? 1 : 0;
  }
  return shared;
}

// No less than shared_weight, and faster. Sums of floats depend on their order; the margin is
// wider.
float ChainSearch::most_shared_weight(Cell cell) const {
  const LemmaSet& lemmas = b_->sentences[cell.second].lemmas;
  float most = 0.0F;
  for (const Term& term : a_.terms_of(a_.sentences[cell.first])) {
    most += lemmas.may_have(term.lemma) ? term.weight : 0.0F;
  }
  return most * 1.001F;
}

float ChainSearch::most_shared_weight_at(std::size_t index) {
  if (most_shared_[index] < 0.0F) most_shared_[index] = most_shared_weight(cells_[index]);
  return most_shared_[index];
}

float ChainSearch::shared_weight_at(std::size_t index) {
  if (shared_[index] < 0.0F) shared_[index] = shared_weight(cells_[index]);
  return shared_[index];
}

// cells_.size() for a cell that lies around no seed.
std::size_t ChainSearch::cell_at(Cell cell) const {
  const auto found = std::lower_bound(cells_.begin(), cells_.end(), cell);
  return found == cells_.end() || *found != cell ? cells_.size()
                                                 : static_cast<std::size_t>(found - cells_.begin());
}

std::vector<Chain> ChainSearch::find(const KnownSide& a, const KnownSide& b) {
  close_.clear();
  close_of_.assign(cells_.size(), {});
  steps_.clear();
  add_candidates(a, b);
  keep_anchored();
  std::erase_if(steps_, [&](Step& step) { return !match(step); });
  for (std::size_t i = 0; i < steps_.size(); ++i) link(i, a, b);
  return take_chains();
}

void ChainSearch::add_candidates(const KnownSide& a, const KnownSide& b) {
  for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
    const auto [i, j] = cells_[cell];
    if (a.known[i] || b.known[j]) continue;
    add_candidate({.a = i, .b = j, .match = {}}, cell, cells_[cell]);
    if (i + 1 < a.known.size() && !a.known[i + 1]) {
      add_candidate({.a = i, .b = j, .a_size = 2, .match = {}}, cell, {i + 1, j});
    }
    if (j + 1 < b.known.size() && !b.known[j + 1]) {
      add_candidate({.a = i, .b = j, .b_size = 2, .match = {}}, cell, {i, j + 1});
    }
  }
}

// Of a cell, and of another one too where that is not the same.
void ChainSearch::add_candidate(Step step, std::size_t cell, Cell other) {
  const float all = SentenceGroup{a_, step.a, step.a_size}.weight() +
                    SentenceGroup{*b_, step.b, step.b_size}.weight();
  const float needed = hopeless_share * all;
  const bool two = other != cells_[cell];
  const std::size_t more = two ? cell_at(other) : cell;
  const bool known = more < cells_.size();
  float most = most_shared_weight_at(cell);
  if (two) most += known ? most_shared_weight_at(more) : most_shared_weight(other);
  if (2 * most < needed) return;
  float shared = shared_weight_at(cell);
  if (two) shared += known ? shared_weight_at(more) : shared_weight(other);
  if (2 * shared < needed) return;
  step.anchored = 2 * shared >= anchor_share * all;
  steps_.push_back(std::move(step));
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
bool ChainSearch::match(Step& step) {
  const SentenceGroup a{a_, step.a, step.a_size};
  const SentenceGroup b{*b_, step.b, step.b_size};
  if (a.negated() != b.negated()) return false;
  close_of_step_.clear();
  for (std::uint32_t i = step.a; i < step.a_end(); ++i) {
    for (std::uint32_t j = step.b; j < step.b_end(); ++j) add_close_words({i, j}, close_of_step_);
  }
  step.match = match_sentences(a, b, close_of_step_);
  const SentenceMatch& match = step.match;
  if (match.contradicts || match.pairs.size() < 2 || match.dice() < lowest_share) return false;
  step.gain = match.a_matched + match.b_matched - level_share * (match.a_weight + match.b_weight);
  return true;
}

void ChainSearch::add_close_words(Cell cell, std::vector<CloseWords>& found) {
  const std::size_t index = cell_at(cell);
  if (index == cells_.size()) return close_finder_.add(cell.first, *b_, cell.second, found);
  CloseRange& range = close_of_[index];
  if (!range.known) {
    range = {close_.size(), 0, true};
    close_finder_.add(cell.first, *b_, cell.second, close_);
    range.last = close_.size();
  }
  found.insert(found.end(), close_.begin() + static_cast<std::ptrdiff_t>(range.first),
               close_.begin() + static_cast<std::ptrdiff_t>(range.last));
}

// Finds the best step before this one. Steps are ordered by their place in a.
void ChainSearch::link(std::size_t index, const KnownSide& a, const KnownSide& b) {
  Step& step = steps_[index];
  step.best = step.gain;
  for (std::size_t i = index; i-- > 0;) {
    const Step& before = steps_[i];
    if (!in_reach(before, step)) break;
    if (!may_follow(before, step)) continue;
    const float cost =
        skipped_cost * (a.weight(before.a_end(), step.a) + b.weight(before.b_end(), step.b));
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
  std::vector<bool> a_used(a_.sentences.size(), false);
  std::vector<bool> b_used(b_->sentences.size(), false);
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

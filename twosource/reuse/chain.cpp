// From equal runs to passages: what did an editor do to this text?
//
// Article B prints a sentence of A with a word changed and two put in:
//
//     A   the minister met the fishermen on Monday and promised them help before the winter
//     B   the minister met the fishermen on Tuesday and promised them quick financial help before
//     ...
//         ============= run 1 ==========        ==== run 2 =====                =====  run 3
//
// Runs of eight words and more are handed in: run 1 here. They are anchors. Sorted by place, each
// joins the nearest passage that ended just before it on both sides. Then the ends grow: from the
// end of run 1 the nearest run of at least four words is looked for in a small square of words of
// both texts, and found in run 3. At last single equal words inside the gaps are aligned: run 2.
//
// A run joins only if the gap before it is no wider, on its wider side, than the run itself and
// than what the passage has gained so far (equal words less differing ones). By induction at least
// half of the longer side is equal, whatever is joined; and a chance run of four words cannot drag
// a passage along.
//
// Before all that, repetition is tamed: a sentence that stands twice in each article gives four
// maximal runs, but only two tell anything. Longest first, the runs are taken that bring new words
// on both sides (more than half of each); then those that do so on one side, as a sentence does
// that only one article repeats.
//
// Cost: sorting the runs, a square of 8 by 8 words at each end, the width squared of each gap.
#include "twosource/reuse/chain.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#include "twosource/text/words.hpp"

namespace twosource {
namespace {

std::uint32_t end_a(const WordRun& run) {
  return run.a + run.size;
}
std::uint32_t end_b(const WordRun& run) {
  return run.b + run.size;
}

// The words of one side that lie in any of some runs, numbered without gaps: a table of them is as
// small as the runs, however long the text.
class Numbering {
 public:
  Numbering(std::span<const WordRun> runs, std::uint32_t WordRun::*side) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> stretches;
    stretches.reserve(runs.size());
    for (const WordRun& run : runs) stretches.emplace_back(run.*side, run.*side + run.size);
    std::sort(stretches.begin(), stretches.end());
    for (const auto& [begin, end] : stretches) {
      if (begins_.empty() || begin > end_) {
        numbers_.push_back(size());
        begins_.push_back(begin);
        end_ = begin;
      }
      end_ = std::max(end_, end);
    }
  }

  [[nodiscard]] std::uint32_t size() const {
    return begins_.empty() ? 0 : numbers_.back() + end_ - begins_.back();
  }
  // `word` lies in one of the runs; all words of that run follow one another.
  [[nodiscard]] std::uint32_t of(std::uint32_t word) const {
    const auto behind = std::upper_bound(begins_.begin(), begins_.end(), word);
    const auto stretch = static_cast<std::size_t>(behind - begins_.begin()) - 1;
    return numbers_[stretch] + word - begins_[stretch];
  }

 private:
  std::vector<std::uint32_t> begins_;   // of stretches without a gap
  std::vector<std::uint32_t> numbers_;  // of their first words
  std::uint32_t end_ = 0;               // of the last stretch
};

// Which words of one side lie in runs already taken.
class Coverage {
 public:
  explicit Coverage(Numbering numbering)
      : numbering_(std::move(numbering)), covered_(numbering_.size(), false) {}

  [[nodiscard]] bool mostly(std::uint32_t begin, std::uint32_t size) const {
    const auto first = covered_.begin() + numbering_.of(begin);
    return 2 * std::count(first, first + size, true) >= std::ptrdiff_t{size};
  }
  void add(std::uint32_t begin, std::uint32_t size) {
    const auto first = covered_.begin() + numbering_.of(begin);
    std::fill(first, first + size, true);
  }

 private:
  Numbering numbering_;
  std::vector<bool> covered_;
};

// `runs` are sorted by a. Most pairs have no two runs with a word in common: nothing to do then.
bool any_overlap(const std::vector<WordRun>& runs) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> b_sides;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (i > 0 && end_a(runs[i - 1]) > runs[i].a) return true;
    b_sides.emplace_back(runs[i].b, end_b(runs[i]));
  }
  std::sort(b_sides.begin(), b_sides.end());
  for (std::size_t i = 1; i < b_sides.size(); ++i) {
    if (b_sides[i - 1].second > b_sides[i].first) return true;
  }
  return false;
}

std::vector<WordRun> without_repetition(std::vector<WordRun> runs) {
  std::sort(runs.begin(), runs.end());
  if (!any_overlap(runs)) return runs;
  std::sort(runs.begin(), runs.end(), [](const WordRun& x, const WordRun& y) {
    return std::tuple(y.size, x.a, x.b) < std::tuple(x.size, y.a, y.b);
  });
  Coverage covered_a(Numbering(runs, &WordRun::a));
  Coverage covered_b(Numbering(runs, &WordRun::b));
  std::vector<WordRun> kept;
  const auto keep = [&](const WordRun& run) {
    covered_a.add(run.a, run.size);
    covered_b.add(run.b, run.size);
    kept.push_back(run);
  };
  std::vector<WordRun> repeated;
  for (const WordRun& run : runs) {
    const bool news = !covered_a.mostly(run.a, run.size) && !covered_b.mostly(run.b, run.size);
    news ? keep(run) : repeated.push_back(run);
  }
  for (const WordRun& run : repeated) {
    if (!covered_a.mostly(run.a, run.size) || !covered_b.mostly(run.b, run.size)) keep(run);
  }
  std::sort(kept.begin(), kept.end());
  return kept;
}

// A passage that is being put together.
struct Chain {
  std::vector<WordRun> runs;
  std::uint32_t equal = 0;
  std::uint32_t differing = 0;  // words of the gaps, each by its wider side
};

struct Joint {
  WordRun run;  // less what overlaps the chain's end
  std::uint32_t gap = 0;
};

// How `run` continues the chain. Where an edit repeats a word ("of the" / "of the the"), the runs
// around it overlap by that word on one side; the later one gives way.
std::optional<Joint> joint(const Chain& chain, WordRun run, const PassageRules& rules) {
  const WordRun& tail = chain.runs.back();
  if (run.a < tail.a || run.b < tail.b) return std::nullopt;
  const std::uint32_t overlap = std::max(
      {end_a(tail) - std::min(run.a, end_a(tail)), end_b(tail) - std::min(run.b, end_b(tail))});
  if (2 * overlap > run.size) return std::nullopt;
  run = {run.a + overlap, run.b + overlap, run.size - overlap};
  const std::uint32_t gap = std::max(run.a - end_a(tail), run.b - end_b(tail));
  const std::uint32_t bridge =
      std::min({rules.widest_gap, run.size, chain.equal - chain.differing});
  if (gap > bridge) return std::nullopt;
  return Joint{run, gap};
}

class Chains {
 public:
  explicit Chains(const PassageRules& rules) : rules_(rules) {}

  void add(const WordRun& run) {
    std::erase_if(open_, [&](std::size_t i) {
      return end_a(chains_[i].runs.back()) + rules_.widest_gap < run.a;
    });
    Chain* nearest = nullptr;
    Joint best;
    for (std::size_t i : open_) {
      const std::optional<Joint> found = joint(chains_[i], run, rules_);
      if (!found || (nearest != nullptr && found->gap >= best.gap)) continue;
      nearest = &chains_[i];
      best = *found;
    }
    if (nearest == nullptr) {
      open_.push_back(chains_.size());
      chains_.push_back({{run}, run.size, 0});
      return;
    }
    nearest->runs.push_back(best.run);
    nearest->equal += best.run.size;
    nearest->differing += best.gap;
  }

  std::vector<Chain> take() { return std::move(chains_); }

 private:
  PassageRules rules_;
  std::vector<Chain> chains_;
  std::vector<std::size_t> open_;  // those that a further run can still reach
};

// Where the next run begins, in words away from the end of a chain, and how long it is.
struct Growth {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t size = 0;
};

// Whether find_growth can find anything at all; nearly always not, and this is how it is told
// without comparing all with all. The run it looks for is `shortest` words of `a` in a row that
// stand in `b` too, all near the end of the chain. `a(i)` and `b(i)` are the hashes of the words i
// steps away from it; `a_words` and `b_words` are left there.
template <class A, class B>
bool may_grow(const A& a, std::size_t a_words, const B& b, std::size_t b_words,
              const PassageRules& rules) {
  const std::size_t reach = std::size_t{rules.grow_gap} + rules.grow_run;
  std::uint64_t known = 0;  // the lowest six bits of the hashes in b
  for (std::size_t i = 0; i < std::min(reach, b_words); ++i)
    known |= std::uint64_t{1} << (b(i) % 64);
  std::uint32_t in_a_row = 0;
  for (std::size_t i = 0; i < std::min(reach, a_words); ++i) {
    in_a_row = (known >> (a(i) % 64) & 1U) != 0 ? in_a_row + 1 : 0;
    if (in_a_row >= rules.grow_run) return true;
  }
  return false;
}

// Looks for the nearest run beyond an end of a chain. `equal(i, j)` compares the hashes of the
// words i and j steps away from it on the two sides, and is false beyond the texts.
template <class Equal>
std::optional<Growth> find_growth(const Equal& equal, std::uint32_t widest,
                                  std::uint32_t shortest) {
  const auto run_from = [&](std::uint32_t i, std::uint32_t j) {
    std::uint32_t size = 0;
    while (equal(i + size, j + size)) ++size;
    return size;
  };
  for (std::uint32_t gap = 1; gap <= widest; ++gap) {
    // The cells of the square's border, from its corner (words replaced) to its ends (words added).
    for (std::uint32_t less = 0; less <= gap; ++less) {
      const std::uint32_t dropped = run_from(gap, gap - less);
      const std::uint32_t added = run_from(gap - less, gap);
      if (std::max(dropped, added) < std::max(shortest, gap)) continue;
      return dropped >= added ? Growth{gap, gap - less, dropped} : Growth{gap - less, gap, added};
    }
  }
  return std::nullopt;
}

void grow_forward(Chain& chain, const WordText& a, const WordText& b, const PassageRules& rules) {
  while (true) {
    const std::uint32_t from_a = end_a(chain.runs.back());
    const std::uint32_t from_b = end_b(chain.runs.back());
    if (!may_grow([&](std::size_t i) { return a.words[from_a + i].hash; }, a.words.size() - from_a,
                  [&](std::size_t i) { return b.words[from_b + i].hash; }, b.words.size() - from_b,
                  rules)) {
      return;
    }
    const auto equal = [&](std::uint32_t i, std::uint32_t j) {
      return from_a + i < a.words.size() && from_b + j < b.words.size() &&
             a.words[from_a + i].hash == b.words[from_b + j].hash;
    };
    const std::uint32_t widest = std::min(rules.grow_gap, chain.equal - chain.differing);
    const std::optional<Growth> found = find_growth(equal, widest, rules.grow_run);
    if (!found) return;
    const WordRun run{from_a + found->a, from_b + found->b, found->size};
    if (!is_equal_text(a, b, run)) return;
    chain.runs.push_back(run);
    chain.equal += found->size;
    chain.differing += std::max(found->a, found->b);
  }
}

void grow_backward(Chain& chain, const WordText& a, const WordText& b, const PassageRules& rules) {
  while (true) {
    const std::uint32_t from_a = chain.runs.front().a;
    const std::uint32_t from_b = chain.runs.front().b;
    if (!may_grow([&](std::size_t i) { return a.words[from_a - 1 - i].hash; }, from_a - a.body_word,
                  [&](std::size_t i) { return b.words[from_b - 1 - i].hash; }, from_b - b.body_word,
                  rules)) {
      return;
    }
    const auto equal = [&](std::uint32_t i, std::uint32_t j) {
      return a.body_word + i < from_a && b.body_word + j < from_b &&
             a.words[from_a - 1 - i].hash == b.words[from_b - 1 - j].hash;
    };
    const std::uint32_t widest = std::min(rules.grow_gap, chain.equal - chain.differing);
    const std::optional<Growth> found = find_growth(equal, widest, rules.grow_run);
    if (!found) return;
    const WordRun run{from_a - found->a - found->size, from_b - found->b - found->size,
                      found->size};
    if (!is_equal_text(a, b, run)) return;
    chain.runs.insert(chain.runs.begin(), run);
    chain.equal += found->size;
    chain.differing += std::max(found->a, found->b);
  }
}

Chain grown(Chain chain, const WordText& a, const WordText& b, const PassageRules& rules) {
  grow_forward(chain, a, b, rules);
  grow_backward(chain, a, b, rules);
  return chain;
}

// How many chains hold a word of one side.
class Holders {
 public:
  explicit Holders(Numbering numbering)
      : numbering_(std::move(numbering)), count_(numbering_.size(), 0) {}

  void add(std::uint32_t begin, std::uint32_t size) {
    const std::uint32_t first = numbering_.of(begin);
    for (std::uint32_t i = first; i < first + size; ++i) ++count_[i];
  }
  [[nodiscard]] bool one(std::uint32_t begin, std::uint32_t size) const {
    const auto first = count_.begin() + numbering_.of(begin);
    return std::all_of(first, first + size, [](std::uint32_t count) { return count == 1; });
  }

 private:
  Numbering numbering_;
  std::vector<std::uint32_t> count_;
};

// Grows the chains at both ends. Where two would grow into the same words, neither does: which one
// came first must not matter.
std::vector<Chain> grow(std::vector<Chain> chains, const WordText& a, const WordText& b,
                        const PassageRules& rules) {
  if (chains.size() == 1) return {grown(std::move(chains.front()), a, b, rules)};
  std::vector<Chain> larger;
  std::vector<WordRun> runs;
  for (const Chain& chain : chains) {
    larger.push_back(grown(chain, a, b, rules));
    runs.insert(runs.end(), larger.back().runs.begin(), larger.back().runs.end());
  }
  Holders holders_a(Numbering(runs, &WordRun::a));
  Holders holders_b(Numbering(runs, &WordRun::b));
  for (const WordRun& run : runs) {
    holders_a.add(run.a, run.size);
    holders_b.add(run.b, run.size);
  }
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const std::vector<WordRun>& before = chains[i].runs;
    const bool free = std::all_of(larger[i].runs.begin(), larger[i].runs.end(), [&](WordRun run) {
      return std::binary_search(before.begin(), before.end(), run) ||
             (holders_a.one(run.a, run.size) && holders_b.one(run.b, run.size));
    });
    if (free) chains[i] = std::move(larger[i]);
  }
  return chains;
}

// The chain's runs with the equal words inside its gaps; neighbours that touch become one.
std::vector<WordRun> fill_gaps(const Chain& chain, const WordText& a, const WordText& b) {
  std::vector<WordRun> filled;
  const auto append = [&filled](const WordRun& run) {
    if (!filled.empty() && end_a(filled.back()) == run.a && end_b(filled.back()) == run.b) {
      filled.back().size += run.size;
    } else {
      filled.push_back(run);
    }
  };
  for (std::size_t i = 0; i < chain.runs.size(); ++i) {
    if (i > 0) {
      for (const WordRun& run : align_gap(a, chain.runs[i - 1], b, chain.runs[i])) append(run);
    }
    append(chain.runs[i]);
  }
  return filled;
}

}  // namespace

bool is_equal_text(const WordText& a, const WordText& b, WordRun run) {
  const Word* left = &a.words[run.a];
  const Word* right = &b.words[run.b];
  const Span whole_left{left->span.begin, left[run.size - 1].span.end};
  const Span whole_right{right->span.begin, right[run.size - 1].span.end};
  if (slice(a.text, whole_left) == slice(b.text, whole_right)) return true;
  for (std::uint32_t i = 0; i < run.size; ++i) {
    if (!same_word(slice(a.text, left[i].span), slice(b.text, right[i].span))) return false;
  }
  return true;
}

std::vector<WordRun> align_gap(const WordText& a, WordRun before, const WordText& b,
                               WordRun after) {
  const std::uint32_t rows = after.a - end_a(before);
  const std::uint32_t columns = after.b - end_b(before);
  if (rows == 0 || columns == 0) return {};
  // common[i][j]: equal words in the best alignment of the gap behind row i and column j.
  std::vector<std::uint32_t> common(std::size_t{rows + 1} * (columns + 1), 0);
  const auto cell = [&](std::uint32_t i, std::uint32_t j) -> std::uint32_t& {
    return common[std::size_t{i} * (columns + 1) + j];
  };
  const auto same = [&](std::uint32_t i, std::uint32_t j) {
    return a.words[end_a(before) + i].hash == b.words[end_b(before) + j].hash &&
           is_equal_text(a, b, {end_a(before) + i, end_b(before) + j, 1});
  };
  for (std::uint32_t i = rows; i-- > 0;) {
    for (std::uint32_t j = columns; j-- > 0;) {
      cell(i, j) = same(i, j) ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  std::vector<WordRun> runs;
  for (std::uint32_t i = 0, j = 0; i < rows && j < columns;) {
    if (same(i, j)) {
      const WordRun word{end_a(before) + i++, end_b(before) + j++, 1};
      if (!runs.empty() && end_a(runs.back()) == word.a && end_b(runs.back()) == word.b) {
        ++runs.back().size;
      } else {
        runs.push_back(word);
      }
    } else if (cell(i + 1, j) >= cell(i, j + 1)) {
      ++i;
    } else {
      ++j;
    }
  }
  return runs;
}

std::vector<std::vector<WordRun>> chain_runs(std::vector<WordRun> runs, const WordText& a,
                                             const WordText& b, const PassageRules& rules) {
  std::vector<std::vector<WordRun>> passages;
  if (runs.size() == 1) {  // nearly always: no repetition, nothing to join
    const Chain chain = grown({{runs.front()}, runs.front().size, 0}, a, b, rules);
    passages.push_back(fill_gaps(chain, a, b));
    return passages;
  }
  Chains anchored(rules);
  for (const WordRun& run : without_repetition(std::move(runs))) anchored.add(run);
  for (const Chain& chain : grow(anchored.take(), a, b, rules)) {
    passages.push_back(fill_gaps(chain, a, b));
  }
  std::sort(passages.begin(), passages.end());
  return passages;
}

}  // namespace twosource

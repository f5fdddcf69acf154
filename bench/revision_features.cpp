// Thirteen numbers that say how an answer was made from its source.
//
//   0-4    containment of the answer's sequences of one to five words (Lyon, Malcolm and Dickerson
//          2001; Clough and Stevenson 2011)
//   5      the longest common subsequence over the answer's words (Clough and Stevenson 2011)
//   6-10   the share of the answer's words in common runs of at least 3, 5, 8, 12 and 20 words
//   11     the number of common runs per word of the answer
//   12     log(1 + the length of the run in which a copied word stands, on average)
//
// The first six measure how much is common; they mix up an answer of which half was copied word
// for word and one that was edited throughout. The runs keep the two apart: a copy has few and
// long ones, a revision many short ones. Runs are the tiles of greedy string tiling (Wise 1993):
// each word of either text stands in one tile at most, so nothing is counted twice.
#include "bench/revision_features.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace twosource::bench {
namespace {

constexpr std::size_t longest_gram = 5;
constexpr std::array<std::size_t, 5> run_sizes = {3, 5, 8, 12, 20};
constexpr std::size_t first_run_feature = longest_gram + 1;
static_assert(first_run_feature + run_sizes.size() + 2 == revision_feature_count);

std::set<WordRow> grams(const WordRow& words, std::size_t size) {
  std::set<WordRow> found;
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(i);
    found.emplace(first, first + static_cast<std::ptrdiff_t>(size));
  }
  return found;
}

// The longest run of words that are equal and not yet taken; from behind, so that of equally long
// ones the first wins.
Tile longest_free(const WordRow& mine, const WordRow& theirs, const std::vector<bool>& mine_taken,
                  const std::vector<bool>& theirs_taken) {
  Tile best;
  std::vector<std::size_t> row(theirs.size() + 1, 0);  // lengths of the runs that begin at i, j
  std::vector<std::size_t> next(theirs.size() + 1, 0);
  for (std::size_t i = mine.size(); i-- > 0;) {
    for (std::size_t j = theirs.size(); j-- > 0;) {
      const bool free = !mine_taken[i] && !theirs_taken[j];
      row[j] = free && mine[i] == theirs[j] ? next[j + 1] + 1 : 0;
      if (row[j] > 0 && row[j] >= best.size) best = {i, j, row[j]};
    }
    std::swap(row, next);
  }
  return best;
}

}  // namespace

double containment(const WordRow& mine, const WordRow& theirs, std::size_t size) {
  const std::set<WordRow> my_grams = grams(mine, size);
  const std::set<WordRow> their_grams = grams(theirs, size);
  if (my_grams.empty()) return 0.0;
  const auto common = std::count_if(my_grams.begin(), my_grams.end(), [&](const WordRow& gram) {
    return their_grams.contains(gram);
  });
  return static_cast<double>(common) / static_cast<double>(my_grams.size());
}

std::size_t common_subsequence(const WordRow& mine, const WordRow& theirs) {
  std::vector<std::size_t> above(theirs.size() + 1, 0);
  std::vector<std::size_t> row(theirs.size() + 1, 0);
  for (const std::uint64_t word : mine) {
    for (std::size_t j = 0; j < theirs.size(); ++j) {
      row[j + 1] = word == theirs[j] ? above[j] + 1 : std::max(above[j + 1], row[j]);
    }
    std::swap(above, row);
  }
  return above.back();
}

std::vector<Tile> common_tiles(const WordRow& mine, const WordRow& theirs, std::size_t least) {
  std::vector<bool> mine_taken(mine.size(), false);
  std::vector<bool> theirs_taken(theirs.size(), false);
  std::vector<Tile> tiles;
  while (true) {
    const Tile tile = longest_free(mine, theirs, mine_taken, theirs_taken);
    if (tile.size == 0 || tile.size < least) break;
    for (std::size_t k = 0; k < tile.size; ++k) {
      mine_taken[tile.mine + k] = true;
      theirs_taken[tile.theirs + k] = true;
    }
    tiles.push_back(tile);
  }
  std::sort(tiles.begin(), tiles.end(),
            [](const Tile& x, const Tile& y) { return x.mine < y.mine; });
  return tiles;
}

RevisionFeatures revision_features(const WordRow& answer, const WordRow& source) {
  RevisionFeatures features{};
  if (answer.empty()) return features;
  const double words = static_cast<double>(answer.size());
  for (std::size_t size = 1; size <= longest_gram; ++size) {
    features[size - 1] = containment(answer, source, size);
  }
  features[longest_gram] = static_cast<double>(common_subsequence(answer, source)) / words;
  double copied = 0.0;
  double squares = 0.0;
  for (const Tile& tile : common_tiles(answer, source, run_sizes.front())) {
    const double size = static_cast<double>(tile.size);
    for (std::size_t k = 0; k < run_sizes.size(); ++k) {
      if (tile.size >= run_sizes[k]) features[first_run_feature + k] += size / words;
    }
    features[revision_feature_count - 2] += 1.0 / words;
    copied += size;
    squares += size * size;
  }
  if (copied > 0.0) features[revision_feature_count - 1] = std::log1p(squares / copied);
  return features;
}

}  // namespace twosource::bench

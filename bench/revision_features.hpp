#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace twosource::bench {

/// The hashes of a text's words, in order.
using WordRow = std::vector<std::uint64_t>;

/// A run of words that stands in both texts: where it begins in each, and how many words it has.
struct Tile {
  std::size_t mine = 0;
  std::size_t theirs = 0;
  std::size_t size = 0;
};

/// The share of my different sequences of `size` words that they have; 0 if I have none.
double containment(const WordRow& mine, const WordRow& theirs, std::size_t size);

/// The number of words in the longest common subsequence. Time: the product of the lengths.
std::size_t common_subsequence(const WordRow& mine, const WordRow& theirs);

/// Greedy string tiling: the longest common run is taken out of both texts, then the longest of
/// what is left, and so on down to `least` words; of equally long runs the first in my text, then
/// in theirs. In the order of my text. Time: the product of the lengths for each tile.
std::vector<Tile> common_tiles(const WordRow& mine, const WordRow& theirs, std::size_t least);

constexpr std::size_t revision_feature_count = 13;
using RevisionFeatures = std::array<double, revision_feature_count>;

/// What tells near copy, light and heavy revision and independent writing apart;
/// revision_features.cpp says which. All 0 for an answer without words.
RevisionFeatures revision_features(const WordRow& answer, const WordRow& source);

}  // namespace twosource::bench

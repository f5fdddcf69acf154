// Sums of the rows of both passes at once against the sums of each pass by itself, on random
// weights: with places that only one pass has a row for, and with none. And rows unpacked.
#include "twosource/speech/paired_rows.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <random>
#include <string>
#include <vector>

#include "twosource/speech/packed_rows.hpp"

namespace twosource {
namespace {

PassWeights random_weights(std::mt19937& random, unsigned filled) {
  std::vector<std::uint64_t> bits(std::size_t{1} << (RowIndex::key_bits - 6));
  PassWeights weights;
  weights.step = 0.03F;
  for (std::uint64_t& block : bits) {
    if (random() % 8 >= filled) continue;
    block = std::uint64_t{random()} << 32U | random();
    for (int i = 0; i < std::popcount(block); ++i) {
      PassWeights::Row& row = weights.rows.emplace_back();
      for (std::int8_t& weight : row) weight = static_cast<std::int8_t>(random() % 255 - 127);
    }
  }
  weights.index = RowIndex(bits);
  return weights;
}

UnitFeatures random_features(std::mt19937& random, std::size_t tokens, std::size_t of_token) {
  UnitFeatures features;
  features.roles_of_token = of_token;
  features.begins_of_token = 3;
  features.roles.resize(tokens * of_token);
  features.begins.resize(tokens * features.begins_of_token);
  for (auto* keys : {&features.roles, &features.begins}) {
    for (std::uint32_t& key : *keys) key = static_cast<std::uint32_t>(random());
  }
  return features;
}

// Rows as they stand in a file.
std::string pack(const std::vector<PackedRow>& rows) {
  std::string bytes;
  for (const PackedRow& row : rows) {
    unsigned bits = 0;
    for (std::size_t r = 0; r < row.size(); ++r) bits |= (row[r] != 0 ? 1U : 0U) << r;
    bytes += static_cast<char>(bits & 255U);
    bytes += static_cast<char>(bits >> 8U);
    for (const std::int8_t weight : row) {
      if (weight != 0) bytes += static_cast<char>(weight);
    }
  }
  return bytes;
}

TEST_CASE("rows without their zeros become the rows they were, and nothing less than all will do") {
  std::mt19937 random(3);
  std::vector<PackedRow> rows(200);
  for (PackedRow& row : rows) {
    const auto filled = random() % 17;
    for (std::int8_t& weight : row)
      weight = static_cast<std::int8_t>(random() % 16 < filled ? random() % 255 - 127 : 0);
  }
  const std::string bytes = pack(rows);
  std::vector<PackedRow> found(rows.size());
  CHECK(unpack_rows(bytes, found) == bytes.size());
  CHECK(found == rows);
  CHECK(unpack_rows(bytes + "and more", found) == bytes.size());
  CHECK(found == rows);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK(unpack_rows(std::string(bytes, 0, size), found) > size);
}

TEST_CASE("rows of two passes side by side sum up as each by itself") {
  std::mt19937 random(7);
  const PassWeights first = random_weights(random, 3);
  const PassWeights second = random_weights(random, 5);
  const PairedRows rows(first, second);
  for (const std::size_t tokens : {1U, 2U, 9U}) {
    for (const std::size_t of_token : {1U, 40U, 256U, 300U}) {
      CAPTURE(tokens);
      CAPTURE(of_token);
      SpeechUnit unit;
      unit.tokens.resize(tokens);
      const UnitFeatures words = random_features(random, tokens, of_token);
      const UnitFeatures again = random_features(random, tokens, 17);
      PairedSums sums{std::vector<PairedSum>(tokens), std::vector<PairedSum>(tokens)};
      rows.add(words, sums);
      const ChainInput alone = score_unit(unit, words, first);
      const ChainInput paired = chain_input(unit, sums, 0, first.step);
      CHECK(paired.roles == alone.roles);
      CHECK(paired.begins == alone.begins);
      rows.add(again, sums);
      const ChainInput alone_again = score_unit(unit, words, second, &again);
      const ChainInput paired_again = chain_input(unit, sums, 1, second.step);
      CHECK(paired_again.roles == alone_again.roles);
      CHECK(paired_again.begins == alone_again.begins);
      CHECK(paired_again.starts_sentence == alone_again.starts_sentence);
    }
  }
}

}  // namespace
}  // namespace twosource

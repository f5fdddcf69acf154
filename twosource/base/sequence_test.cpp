#include "twosource/base/sequence.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace twosource {
namespace {

// Three tags, features 0 to 5 of kind 1 with random weights, random transitions of which some are
// forbidden.
std::string random_model(std::uint32_t seed, bool forbid) {
  std::mt19937 random(seed);
  const auto weight = [&random] { return (static_cast<float>(random() % 2001) - 1000) / 500; };
  LinearWeights weights{.name = "random", .tags = {"a", "b", "c"}, .rows = {}, .transitions = {}};
  for (unsigned i = 0; i < 6; ++i)
    weights.rows.push_back({feature_of(1, i), {{0, weight()}, {1, weight()}, {2, weight()}}});
  for (int i = 0; i < 12; ++i) {
    const bool never = forbid && i % 5 == 4;
    weights.transitions.push_back(never ? -std::numeric_limits<float>::infinity() : weight());
  }
  return write_linear_model(weights);
}

FeatureRows random_rows(std::uint32_t seed, std::size_t size) {
  std::mt19937 random(seed);
  FeatureRows rows;
  for (std::size_t i = 0; i < size; ++i) {
    for (unsigned k = random() % 4; k > 0; --k) rows.add(feature_of(1, random() % 7));
    rows.end_row();
  }
  return rows;
}

// Calls `see` with every way to tag `size` places with three tags.
template <class See>
void for_all_taggings(std::size_t size, See see) {
  std::vector<Tag> tags(size);
  while (true) {
    see(tags);
    std::size_t i = 0;
    while (i < size && ++tags[i] == 3) tags[i++] = 0;
    if (i == size) return;
  }
}

TEST_CASE("the decoder finds the greatest sum of all ways to tag") {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    const std::string bytes = random_model(seed, seed % 2 == 0);
    const Result<LinearModel> model = LinearModel::open(bytes);
    REQUIRE(model);
    SequenceDecoder decoder(*model);
    for (std::size_t size = 0; size <= 6; ++size) {
      const FeatureRows rows = random_rows(seed, size);
      std::int64_t best = std::numeric_limits<std::int64_t>::min();
      for_all_taggings(size, [&](const std::vector<Tag>& tags) {
        best = std::max(best, decoder.score(rows, tags));
      });
      const std::vector<Tag> found = decoder.decode(rows);
      REQUIRE(found.size() == size);
      CHECK(decoder.score(rows, found) == best);
    }
  }
}

TEST_CASE("marginals are the shares of all ways to tag") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    const std::string bytes = random_model(seed, seed % 2 == 0);
    const Result<LinearModel> model = LinearModel::open(bytes);
    REQUIRE(model);
    SequenceDecoder decoder(*model);
    const std::size_t size = 1 + seed % 5;
    const FeatureRows rows = random_rows(seed, size);
    std::vector<double> shares(3 * size);
    double sum = 0;
    for_all_taggings(size, [&](const std::vector<Tag>& tags) {
      const double odds = std::exp(model->step() * static_cast<double>(decoder.score(rows, tags)));
      sum += odds;
      for (std::size_t i = 0; i < size; ++i) shares[3 * i + tags[i]] += odds;
    });
    const std::vector<float> found = decoder.marginals(rows);
    REQUIRE(found.size() == shares.size());
    for (std::size_t i = 0; i < shares.size(); ++i)
      CHECK(found[i] == doctest::Approx(shares[i] / sum).epsilon(0.0005));
  }
}

TEST_CASE("a narrow decoder looks at the tags that the features favour") {
  const std::string bytes = random_model(3, false);
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  SequenceDecoder all(*model);
  SequenceDecoder three(*model, 3);
  SequenceDecoder one(*model, 1);
  const FeatureRows rows = random_rows(9, 40);
  CHECK(three.decode(rows) == all.decode(rows));
  const std::vector<Tag> narrow = one.decode(rows);
  std::vector<std::int32_t> scores(3);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    model->score(rows[i], scores);
    for (const std::int32_t score : scores) CHECK(scores[narrow[i]] >= score);
  }
}

TEST_CASE("a part of the rows is decoded as if it stood alone") {
  const std::string bytes = random_model(4, true);
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  SequenceDecoder decoder(*model);
  const FeatureRows rows = random_rows(4, 20);
  FeatureRows part;
  for (std::size_t i = 7; i < 13; ++i) {
    for (const Feature feature : rows[i]) part.add(feature);
    part.end_row();
  }
  const std::vector<Tag> alone = decoder.decode(part);
  CHECK(decoder.decode(rows, 7, 13) == alone);
  CHECK(decoder.decode(rows, 7, 7).empty());
}

TEST_CASE("a long sequence does not overflow, and one decoder serves many sequences") {
  const std::string bytes = random_model(5, true);
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  SequenceDecoder decoder(*model);
  const FeatureRows rows = random_rows(5, 200'000);
  const std::vector<Tag> first = decoder.decode(rows);
  const std::vector<Tag> none = decoder.decode(FeatureRows());
  CHECK(none.empty());
  CHECK(decoder.decode(rows) == first);
  bool forbidden = false;
  for (std::size_t i = 1; i < first.size(); ++i)
    forbidden = forbidden || model->transition(first[i - 1], first[i]) == LinearModel::forbidden;
  CHECK_FALSE(forbidden);
}

}  // namespace
}  // namespace twosource

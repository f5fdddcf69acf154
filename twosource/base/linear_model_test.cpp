#include "twosource/base/linear_model.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

#include "twosource/base/hash.hpp"

namespace twosource {
namespace {

LinearWeights small_weights() {
  return {.name = "weather en",
          .tags = {"sun", "rain"},
          .rows = {{feature_of(1, 7), {{0, 1.5F}, {1, -3.0F}}}, {feature_of(2, 7), {{1, 6.0F}}}},
          .transitions = {}};
}

std::vector<std::int32_t> scores_of(const LinearModel& model, std::vector<Feature> features) {
  std::vector<std::int32_t> scores(model.tag_count());
  model.score(features, scores);
  return scores;
}

TEST_CASE("a model is written and opened again") {
  const std::string bytes = write_linear_model(small_weights());
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  CHECK(model->name() == "weather en");
  CHECK(model->tags() == std::vector<std::string>{"sun", "rain"});
  CHECK(model->tag_named("rain") == Tag{1});
  CHECK_FALSE(model->tag_named("snow"));
  CHECK(model->size() == 2);
  CHECK_FALSE(model->has_transitions());
}

TEST_CASE("the greatest weight is 127 steps and the others are rounded to whole steps") {
  const std::string bytes = write_linear_model(small_weights());
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  CHECK(model->step() * 127 == doctest::Approx(6.0));
  CHECK(scores_of(*model, {feature_of(1, 7)}) == std::vector<std::int32_t>{32, -64});
  CHECK(scores_of(*model, {feature_of(1, 7), feature_of(2, 7)}) ==
        std::vector<std::int32_t>{32, 63});
  CHECK(scores_of(*model, {feature_of(3, 7)}) == std::vector<std::int32_t>{0, 0});
}

TEST_CASE("the scores of a classifier are read as probabilities") {
  const std::string bytes = write_linear_model(small_weights());
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  const std::vector<double> even = model->probabilities({});
  CHECK(even == std::vector<double>{0.5, 0.5});
  const std::vector<Feature> seen = {feature_of(1, 7)};
  const std::vector<double> sunny = model->probabilities(seen);
  CHECK(sunny[0] == doctest::Approx(1 / (1 + std::exp(-4.5))).epsilon(0.02));
  CHECK(sunny[0] + sunny[1] == doctest::Approx(1));
}

TEST_CASE("forbidden transitions stay forbidden") {
  LinearWeights weights = small_weights();
  const float never = -std::numeric_limits<float>::infinity();
  weights.transitions = {0, never, 1, 2, -1, 0.5F};
  const std::string bytes = write_linear_model(weights);
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  CHECK(model->start(0) == 0);
  CHECK(model->start(1) == LinearModel::forbidden);
  CHECK(model->transition(0, 1) == 2 * model->transition(0, 0));
  CHECK(model->transition(1, 0) == -model->transition(0, 0));
}

// Random weights for `count` features of kind 5.
LinearWeights random_weights(unsigned count, std::uint32_t seed) {
  std::mt19937 random(seed);
  LinearWeights weights{.name = "random", .tags = {"a", "b", "c"}, .rows = {}, .transitions = {}};
  for (unsigned i = 0; i < count; ++i) {
    LinearWeights::Row row{feature_of(5, i), {}};
    for (Tag tag = 0; tag < 3; ++tag) {
      const auto weight = static_cast<float>(random() % 255) - 127;
      if (random() % 2 == 0) row.entries.push_back({tag, weight});
    }
    weights.rows.push_back(row);
  }
  weights.rows.front().entries = {{0, 127.0F}};  // one step is 1
  return weights;
}

TEST_CASE("every weight is found again among many, and the order of rows does not count") {
  for (const unsigned count : {1U, 2U, 3U, 50U, 4000U}) {
    LinearWeights weights = random_weights(count, count);
    const std::string bytes = write_linear_model(weights);
    const Result<LinearModel> model = LinearModel::open(bytes);
    REQUIRE(model);
    for (const LinearWeights::Row& row : weights.rows) {
      std::vector<std::int32_t> expected(3);
      for (const LinearWeights::Entry& entry : row.entries)
        expected[entry.tag] = static_cast<std::int32_t>(entry.weight);
      CHECK(scores_of(*model, {row.feature}) == expected);
    }
    std::reverse(weights.rows.begin(), weights.rows.end());
    CHECK(write_linear_model(weights) == bytes);
  }
}

TEST_CASE("a file of another kind, of a later version, cut off or changed is refused") {
  const std::string bytes = write_linear_model(random_weights(50, 1));
  const auto message_of = [](std::string_view file) {
    const Result<LinearModel> model = LinearModel::open(file);
    return model ? std::string() : model.error().message;
  };
  CHECK(message_of("") == "this is no model file of twosource");
  CHECK(message_of("<!DOCTYPE html>") == "this is no model file of twosource");
  std::string later = bytes;
  later[8] = 2;
  CHECK(message_of(later) ==
        "the model file was made by a later version of twosource; update the program");
  for (std::size_t size = 8; size < bytes.size(); size += 5)
    CHECK(message_of(std::string_view(bytes).substr(0, size)) ==
          "the model file is cut off or was changed; fetch it again");
  for (std::size_t i = 12; i < bytes.size(); i += 3) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK(message_of(changed) == "the model file is cut off or was changed; fetch it again");
  }
  CHECK(message_of(bytes + "x") == "the model file is cut off or was changed; fetch it again");
  std::string earlier = bytes;
  earlier[8] = 0;
  CHECK(message_of(earlier) == "the model file is cut off or was changed; fetch it again");
}

// The file with one byte changed, and with a checksum that says nothing was.
std::string sealed_with(std::string bytes, std::size_t at, char value) {
  bytes[at] = value;
  const std::uint64_t sum = hash_bytes(std::string_view(bytes).substr(24));
  std::memcpy(&bytes[16], &sum, sizeof sum);
  return bytes;
}

TEST_CASE("a file whose parts contradict each other is refused though its checksum is right") {
  const std::string bytes = write_linear_model(small_weights());
  REQUIRE(LinearModel::open(sealed_with(bytes, 24, bytes[24])));
  struct Lie {
    const char* what;
    std::size_t at;
    char value;
  };
  const std::size_t text = 52;
  const std::size_t buckets = text + std::string_view("weather en\nsun\nrain\n").size();
  const std::size_t records = bytes.size() - (3 + 2 * 2) - (3 + 2);
  for (const Lie& lie :
       {Lie{"one tag more", 24, 3}, Lie{"no tag", 24, 0}, Lie{"more buckets", 28, 5},
        Lie{"no buckets", 28, 0}, Lie{"a step below zero", 35, '\xC0'},
        Lie{"a step of NaN", 35, '\x7F'}, Lie{"a longer text", 36, 60}, Lie{"a transition", 40, 1},
        Lie{"more records", 44, 99}, Lie{"more features", 48, 9},
        Lie{"a name without end", buckets - 1, 'x'},
        Lie{"a bucket behind the end", buckets + 4, 99},
        Lie{"a first bucket that is not at 0", buckets, 1},
        Lie{"a record of too many weights", records + 2, 99},
        Lie{"a tag that is not there", records + 3, 2}}) {
    CAPTURE(lie.what);
    std::string lying = sealed_with(bytes, lie.at, lie.value);
    if (lie.at == 35) lying = sealed_with(lying, 34, '\xC0');
    const Result<LinearModel> model = LinearModel::open(lying);
    REQUIRE_FALSE(model);
    CHECK(model.error().kind == ErrorKind::damaged);
  }
}

}  // namespace
}  // namespace twosource

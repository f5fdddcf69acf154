#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "bench/trainers/classifier_trainer.hpp"
#include "bench/trainers/sequence_trainer.hpp"
#include "twosource/base/sequence.hpp"

namespace twosource::bench {
namespace {

// A small language of three words: 0 is outside, 1 begins a name, and 2 goes on with a name where
// one stands before it and is outside elsewhere. Only the tag before can tell.
std::vector<TaggedSequence> small_language(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<TaggedSequence> sequences(count);
  for (TaggedSequence& sequence : sequences) {
    Tag tag = 0;
    for (std::size_t left = 1 + random() % 9; left > 0; --left) {
      const std::uint64_t word = random() % 3;
      tag = word < 2 ? static_cast<Tag>(word) : tag == 0 ? Tag{0} : Tag{2};
      sequence.rows.add(feature_of(1, word));
      sequence.rows.add(feature_of(2, random() % 50));  // says nothing
      sequence.rows.end_row();
      sequence.tags.push_back(tag);
    }
  }
  return sequences;
}

double share_right(const std::string& bytes, const std::vector<TaggedSequence>& sequences) {
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  SequenceDecoder decoder(*model);
  double right = 0;
  double all = 0;
  for (const TaggedSequence& sequence : sequences) {
    const std::vector<Tag>& found = decoder.decode(sequence.rows);
    for (std::size_t i = 0; i < found.size(); ++i) right += found[i] == sequence.tags[i] ? 1 : 0;
    all += static_cast<double>(found.size());
  }
  return right / all;
}

const SequenceTraining names{.name = "names", .tags = {"O", "B", "I"}};

TEST_CASE("both trainers learn what only the tag before can tell") {
  const std::vector<TaggedSequence> seen = small_language(1, 300);
  const std::vector<TaggedSequence> fresh = small_language(2, 300);
  const std::string perceptron = write_linear_model(train_perceptron(names, seen));
  const std::string likelihood = write_linear_model(train_likelihood(names, {}, seen));
  CHECK(share_right(perceptron, fresh) > 0.98);
  CHECK(share_right(likelihood, fresh) > 0.99);
}

TEST_CASE("the same sequences give the same model") {
  const std::vector<TaggedSequence> seen = small_language(1, 50);
  CHECK(write_linear_model(train_perceptron(names, seen)) ==
        write_linear_model(train_perceptron(names, seen)));
  CHECK(write_linear_model(train_likelihood(names, {}, seen)) ==
        write_linear_model(train_likelihood(names, {}, seen)));
  SequenceTraining other = names;
  other.seed = 2;
  CHECK(write_linear_model(train_perceptron(names, seen)) !=
        write_linear_model(train_perceptron(other, seen)));
}

TEST_CASE("rare features and transitions never seen are left out") {
  std::vector<TaggedSequence> seen = small_language(1, 200);
  seen[0].rows.clear();
  seen[0].rows.add(feature_of(9, 9));
  seen[0].rows.end_row();
  seen[0].tags = {1};
  SequenceTraining training = names;
  training.least_count = 2;
  const LinearWeights common = train_perceptron(training, seen);
  for (const LinearWeights::Row& row : common.rows) CHECK(row.feature != feature_of(9, 9));

  for (TaggedSequence& sequence : seen) {
    for (std::size_t i = 0; i < sequence.tags.size(); ++i)
      sequence.tags[i] = static_cast<Tag>(i % 2);
  }
  training.forbid_unseen = true;
  const std::string bytes = write_linear_model(train_perceptron(training, seen));
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  CHECK(model->start(1) == LinearModel::forbidden);
  CHECK(model->transition(0, 0) == LinearModel::forbidden);
  CHECK(model->transition(0, 1) != LinearModel::forbidden);
}

TEST_CASE("likelihood gives the shares in which tags came") {
  // One feature, 30 % of the places tagged y, independently.
  std::mt19937 random(4);
  std::vector<TaggedSequence> seen(500);
  for (TaggedSequence& sequence : seen) {
    for (int i = 0; i < 10; ++i) {
      sequence.rows.add(feature_of(1, 1));
      sequence.rows.end_row();
      sequence.tags.push_back(random() % 10 < 3 ? 1 : 0);
    }
  }
  SequenceTraining training = names;
  training.epochs = 30;
  const LikelihoodTraining gentle{.rate = 0.05F, .ridge = 0, .lasso = 0};
  const std::string bytes = write_linear_model(train_likelihood(training, gentle, seen));
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  SequenceDecoder decoder(*model);
  const std::vector<float>& shares = decoder.marginals(seen[0].rows);
  for (std::size_t place = 0; place < 10; ++place)
    CHECK(shares[3 * place + 1] == doctest::Approx(0.3).epsilon(0.1));
}

TEST_CASE("a classifier gives the shares of the right answers, and counts weights") {
  std::vector<Example> examples;
  for (int i = 0; i < 1000; ++i) {
    examples.push_back({{feature_of(1, 1)}, static_cast<Tag>(i % 4 == 0 ? 1 : 0)});
    examples.push_back({{feature_of(1, 2)}, static_cast<Tag>(i % 2), i % 2 == 1 ? 3.0F : 1.0F});
  }
  const ClassifierTraining training{
      .name = "coin", .tags = {"no", "yes"}, .epochs = 30, .rate = 0.05F, .ridge = 0, .lasso = 0};
  const std::string bytes = write_linear_model(train_classifier(training, examples));
  const Result<LinearModel> model = LinearModel::open(bytes);
  REQUIRE(model);
  CHECK_FALSE(model->has_transitions());
  const auto yes = [&](Feature feature) {
    return model->probabilities(std::vector<Feature>{feature})[1];
  };
  CHECK(yes(feature_of(1, 1)) == doctest::Approx(0.25).epsilon(0.1));
  CHECK(yes(feature_of(1, 2)) == doctest::Approx(0.75).epsilon(0.1));
}

}  // namespace
}  // namespace twosource::bench

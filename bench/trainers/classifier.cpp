// A logistic classifier is a random field over sequences of one place whose transitions weigh
// nothing, so the trainer of those does it all.
#include "bench/trainers/classifier_trainer.hpp"

#include "bench/trainers/sequence_trainer.hpp"

namespace twosource::bench {

LinearWeights train_classifier(const ClassifierTraining& training,
                               const std::vector<Example>& examples) {
  std::vector<TaggedSequence> sequences;
  for (const Example& example : examples) {
    TaggedSequence& sequence = sequences.emplace_back();
    for (const Feature feature : example.features) sequence.rows.add(feature);
    sequence.rows.end_row();
    sequence.tags = {example.tag};
    sequence.weight = example.weight;
  }
  SequenceTraining as_sequences{.name = training.name,
                                .tags = training.tags,
                                .epochs = training.epochs,
                                .seed = training.seed,
                                .least_count = training.least_count,
                                .prune = training.prune,
                                .learn_transitions = false};
  const LikelihoodTraining options{training.rate, training.ridge, training.lasso};
  LinearWeights weights = train_likelihood(as_sequences, options, sequences);
  weights.transitions.clear();
  return weights;
}

}  // namespace twosource::bench

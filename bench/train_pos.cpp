// Trains the model of parts of speech, models/part_of_speech (see README.md there).
//
// Data: PATH... is the folder `dep` of GUM or files of it. The documents that are not held out
// (gum.hpp) are cut to our own tokens; each gets the tag of the GUM token in which it begins, a
// hyphen inside a GUM token gets HYPH. The model is written to --output (default: en.model).
#include <ostream>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/gold.hpp"
#include "bench/gum.hpp"
#include "bench/trainers/sequence_trainer.hpp"
#include "twosource/base/files.hpp"
#include "twosource/text/parts_of_speech.hpp"

namespace twosource::bench {
namespace {

void add_sequences(const GumDocument& document, std::vector<TaggedSequence>& sequences) {
  const TaggedText tagged = tokens_of(document);
  const std::vector<PartOfSpeech> gold = gold_parts(document, tagged);
  std::size_t begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    TaggedSequence& sequence = sequences.emplace_back();
    add_part_features(document.text, tagged, begin, end, sequence.rows);
    for (std::size_t i = begin; i < end; ++i) sequence.tags.push_back(static_cast<Tag>(gold[i]));
    begin = end;
  }
}

}  // namespace

std::string train_part_model(const std::vector<GumDocument>& documents, std::uint64_t seed) {
  std::vector<TaggedSequence> sequences;
  for (const GumDocument& document : documents) add_sequences(document, sequences);
  SequenceTraining training{.name = "part of speech en", .epochs = 15, .seed = seed};
  for (std::size_t i = 0; i < part_of_speech_count; ++i)
    training.tags.emplace_back(name_of(static_cast<PartOfSpeech>(i)));
  const LikelihoodTraining options{.rate = 0.1F, .ridge = 0.5F, .lasso = 0.1F};
  return write_linear_model(train_likelihood(training, options, sequences));
}

Result<Done> train_parts_of_speech(const Request& request, std::ostream& out) {
  Result<std::vector<GumDocument>> documents = read_gum(request.paths);
  if (!documents) return documents.error();
  std::erase_if(*documents, [](const GumDocument& document) { return document.held_out(); });
  const std::string model = train_part_model(*documents, request.seed);
  const std::string path = request.output.empty() ? "en.model" : request.output;
  out << fmt::format("train-pos.documents: {}\ntrain-pos.bytes: {}\n", documents->size(),
                     model.size());
  return write_file_whole(path, model);
}

}  // namespace twosource::bench

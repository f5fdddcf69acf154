// Trains the model of clauses, models/clauses (see README.md there).
//
// Data: PATH... is the folder `dep` of GUM or files of it; read are the documents that are not held
// out (gum.hpp). A clause begins where an elementary discourse unit does. So that the model learns
// from parts of speech as good as it will meet, each half of the documents is tagged by a model
// that was trained on the other half. Written to --output (default: en.model).
#include <array>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/gold.hpp"
#include "bench/gum.hpp"
#include "bench/trainers/sequence_trainer.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/text/clauses.hpp"
#include "twosource/text/parts_of_speech.hpp"

namespace twosource::bench {

std::vector<Tag> gold_clauses(const GumDocument& document, const TaggedText& tagged) {
  const std::vector<std::size_t> numbers = align(document, tagged);
  std::vector<Tag> tags;
  for (std::size_t i = 0; i < tagged.tokens.size(); ++i) {
    const GumToken& gold = document.tokens[numbers[i]];
    const bool first = i == 0 || numbers[i] != numbers[i - 1];
    tags.push_back(gold.begins_unit && first ? 1 : 0);
  }
  return tags;
}

namespace {

void add_sequences(const GumDocument& document, PartTagger& tagger,
                   std::vector<TaggedSequence>& sequences) {
  TaggedText tagged = tokens_of(document);
  tagger.tag(document.text, tagged);
  const std::vector<Tag> gold = gold_clauses(document, tagged);
  std::size_t begin = 0;
  for (const std::size_t end : tagged.sentence_ends) {
    TaggedSequence& sequence = sequences.emplace_back();
    add_clause_features(tagged, begin, end, sequence.rows);
    sequence.tags.assign(gold.begin() + static_cast<std::ptrdiff_t>(begin),
                         gold.begin() + static_cast<std::ptrdiff_t>(end));
    begin = end;
  }
}

}  // namespace

Result<Done> train_clauses(const Request& request, std::ostream& out) {
  const Result<std::vector<GumDocument>> documents = read_gum(request.paths);
  if (!documents) return documents.error();
  std::array<std::vector<GumDocument>, 2> halves;
  for (const GumDocument& document : *documents) {
    if (!document.held_out()) halves.at(hash_bytes(document.name) / 5 % 2).push_back(document);
  }
  std::vector<TaggedSequence> sequences;
  for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) {
    const std::string parts = train_part_model(halves.at(1 - half), request.seed);
    const Result<LinearModel> model = LinearModel::open(parts);
    if (!model) return model.error();
    PartTagger tagger(*model);
    for (const GumDocument& document : halves.at(half)) add_sequences(document, tagger, sequences);
  }
  const SequenceTraining training{
      .name = "clauses en", .tags = {"inside", "begins"}, .epochs = 15, .seed = request.seed};
  const LikelihoodTraining options{.rate = 0.05F, .ridge = 0.5F, .lasso = 0.5F};
  const std::string model = write_linear_model(train_likelihood(training, options, sequences));
  const std::string path = request.output.empty() ? "en.model" : request.output;
  out << fmt::format("train-clauses.sentences: {}\ntrain-clauses.bytes: {}\n", sequences.size(),
                     model.size());
  return write_file_whole(path, model);
}

}  // namespace twosource::bench

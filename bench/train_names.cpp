// Trains the models of names, models/names (see README.md there).
//
// Data: PATH... is the folder processed_annotated of en-worldwide-newswire. The articles that are
// not held out (newswire.hpp) are put into two halves by the hash of their name. What the second
// reading is told of the first has to be as good as it will be in use, so each half is read first
// by a model that was trained on the other; the first model that ships is trained on both. Written
// to first.model and second.model in the folder --output (default: here).
#include <algorithm>
#include <array>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "bench/evaluations.hpp"
#include "bench/newswire.hpp"
#include "bench/trainers/sequence_trainer.hpp"
#include "twosource/base/files.hpp"
#include "twosource/base/hash.hpp"
#include "twosource/text/names.hpp"

namespace twosource::bench {
namespace {

struct Article {
  NewswireArticle source;
  TaggedText tagged;
  std::vector<Tag> gold;
};

// The rows of each sentence of an article, and what is right.
void add_sequences(const Article& article, std::span<const Tag> first,
                   std::vector<TaggedSequence>& sequences) {
  FeatureRows rows;
  add_name_features(article.source.text, article.tagged, first, rows);
  std::size_t begin = 0;
  for (const std::size_t end : article.tagged.sentence_ends) {
    TaggedSequence& sequence = sequences.emplace_back();
    for (std::size_t i = begin; i < end; ++i) {
      for (const Feature feature : rows[i]) sequence.rows.add(feature);
      sequence.rows.end_row();
      sequence.tags.push_back(article.gold[i]);
    }
    begin = end;
  }
}

std::string train(const std::string& name, std::uint64_t seed,
                  const std::vector<TaggedSequence>& sequences) {
  const SequenceTraining training{
      .name = name, .tags = name_tags(), .epochs = 12, .seed = seed, .forbid_unseen = true};
  const LikelihoodTraining options{.rate = 0.07F, .ridge = 0.2F, .lasso = 0.1F};
  return write_linear_model(train_likelihood(training, options, sequences));
}

// The tags that a first reading gives an article.
std::vector<Tag> read_first(const LinearModel& model, const Article& article) {
  std::vector<TaggedSequence> sequences;
  add_sequences(article, {}, sequences);
  SequenceDecoder decoder(model);
  std::vector<Tag> tags;
  for (const TaggedSequence& sequence : sequences) {
    const std::vector<Tag>& found = decoder.decode(sequence.rows);
    tags.insert(tags.end(), found.begin(), found.end());
  }
  return tags;
}

std::string train_first(const std::vector<Article>& articles, std::uint64_t seed) {
  std::vector<TaggedSequence> sequences;
  for (const Article& article : articles) add_sequences(article, {}, sequences);
  return train("names en, first reading", seed, sequences);
}

Result<std::string> train_second(const std::array<std::vector<Article>, 2>& halves,
                                 std::uint64_t seed) {
  std::vector<TaggedSequence> sequences;
  for (const std::size_t half : {std::size_t{0}, std::size_t{1}}) {
    const std::string bytes = train_first(halves.at(1 - half), seed);
    const Result<LinearModel> model = LinearModel::open(bytes);
    if (!model) return model.error();
    for (const Article& article : halves.at(half))
      add_sequences(article, read_first(*model, article), sequences);
  }
  return train("names en, second reading", seed, sequences);
}

}  // namespace

Result<Done> train_names(const Request& request, std::ostream& out) {
  Result<std::vector<NewswireArticle>> sources = read_newswire(request.paths);
  if (!sources) return sources.error();
  std::vector<Article> articles;
  std::array<std::vector<Article>, 2> halves;
  for (NewswireArticle& source : *sources) {
    if (source.held_out()) continue;
    TaggedText tagged = tag_article(source);
    std::vector<Tag> gold = gold_names(source, tagged);
    articles.push_back({std::move(source), std::move(tagged), std::move(gold)});
    halves.at(hash_bytes(articles.back().source.name) / 10 % 2).push_back(articles.back());
  }
  const std::string first = train_first(articles, request.seed);
  const Result<std::string> second = train_second(halves, request.seed);
  if (!second) return second.error();
  out << fmt::format("train-names.articles: {}\ntrain-names.bytes: {}\n", articles.size(),
                     first.size() + second->size());
  const std::string folder = request.output.empty() ? "." : request.output;
  const Result<Done> written = write_file_whole(folder + "/first.model", first);
  return written ? write_file_whole(folder + "/second.model", *second) : written;
}

}  // namespace twosource::bench

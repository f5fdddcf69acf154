#pragma once

#include <cstddef>

#include "twosource/base/features.hpp"
#include "twosource/base/linear_model.hpp"
#include "twosource/base/sequence.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// What the model of clauses is asked for the tokens [begin, end), a sentence with parts of speech:
/// one row a token is added. The trainer and the finder both call it.
void add_clause_features(const TaggedText& tagged, std::size_t begin, std::size_t end,
                         FeatureRows& rows);

/// Finds where clauses begin in English sentences, by the model in models/clauses: main and
/// subordinate clauses, relative clauses, what is said ("that ..."), infinitives and participles
/// that stand for a clause. Flat: a clause that is interrupted goes on as a new one. One for each
/// thread.
class ClauseFinder {
 public:
  /// With the model that ships.
  ClauseFinder();
  /// With another, of two tags: inside, begins. It must outlive the finder.
  explicit ClauseFinder(const LinearModel& model);

  /// Sets `clauses`; `tagged` has its parts of speech.
  void find(TaggedText& tagged);

 private:
  SequenceDecoder decoder_;
  FeatureRows rows_;
};

/// The model that ships.
const LinearModel& clause_model();

}  // namespace twosource

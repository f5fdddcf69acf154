#pragma once

#include <optional>
#include <string_view>

#include "twosource/base/features.hpp"
#include "twosource/base/linear_model.hpp"
#include "twosource/base/sequence.hpp"
#include "twosource/model/token.hpp"
#include "twosource/text/lexicon.hpp"

namespace twosource {

/// The name of a tag in the Penn Treebank: "NNP", "PRP$", ",".
std::string_view name_of(PartOfSpeech part);
/// The tag of that name; none for a name that is not known.
std::optional<PartOfSpeech> part_named(std::string_view name);

/// What the model of parts of speech is asked for the tokens [begin, end) of `tagged`, a sentence:
/// one row a token is added. The trainer and the tagger both call it.
void add_part_features(std::string_view text, const TaggedText& tagged, std::size_t begin,
                       std::size_t end, FeatureRows& rows);

/// Sets the part of speech of English tokens, by the model in models/part_of_speech. One for each
/// thread; `text` of each call is what the tokens were cut from.
class PartTagger {
 public:
  /// With the model that ships.
  PartTagger();
  /// With another; its tags must be those of PartOfSpeech, by number. It must outlive the tagger.
  explicit PartTagger(const LinearModel& model);

  void tag(std::string_view text, TaggedText& tagged);

 private:
  SequenceDecoder decoder_;
  FeatureRows rows_;
};

/// The model that ships.
const LinearModel& part_of_speech_model();

}  // namespace twosource

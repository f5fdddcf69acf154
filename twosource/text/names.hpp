#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/base/features.hpp"
#include "twosource/base/linear_model.hpp"
#include "twosource/base/sequence.hpp"
#include "twosource/model/token.hpp"

namespace twosource {

/// The tags of a model of names: 0 outside, then for each NameKind "begins" and "goes on".
constexpr std::size_t name_tag_count = 1 + 2 * name_kind_count;
std::vector<std::string> name_tags();

/// The names that a sequence of tags spells out; the first tag is that of the token `begin`. A
/// "goes on" with nothing to go on from begins a name.
std::vector<NameMention> mentions_of(std::span<const Tag> tags, std::size_t begin);

/// Features of the tokens of all sentences of a text with parts of speech, one row a token. For the
/// second reading `first` holds the tags of the first, for all tokens; empty for the first. The
/// trainer and the tagger both call it.
void add_name_features(std::string_view text, const TaggedText& tagged, std::span<const Tag> first,
                       FeatureRows& rows);

/// Finds names of persons, organisations and places in English text, by the models in models/names.
///
/// Reads twice: what a word was elsewhere in the text helps where its surroundings do not tell. One
/// for each thread.
class NameFinder {
 public:
  /// With the models that ship.
  NameFinder();
  /// With others, whose tags are name_tags(). They must outlive the finder.
  NameFinder(const LinearModel& first, const LinearModel& second);

  /// The names of a text with parts of speech, in order, never overlapping.
  std::vector<NameMention> find(std::string_view text, const TaggedText& tagged);

 private:
  std::vector<Tag> read(SequenceDecoder& decoder, const TaggedText& tagged);

  SequenceDecoder first_;
  SequenceDecoder second_;
  FeatureRows rows_;
};

/// The models that ship, of the first and the second reading.
const LinearModel& first_name_model();
const LinearModel& second_name_model();

}  // namespace twosource
